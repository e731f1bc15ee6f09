import type PDFDocument from 'pdfkit';
import { hatchPath, type Mark, type PathMark } from './mark.ts';

/**
 * Paints marks on a page of a PDF, as outlines and words and not as a picture: sharp at every size, and found
 * by a search.
 *
 * @param fonts  names of the document's two weights
 */
export function paintOnPage(
  page: InstanceType<typeof PDFDocument>,
  marks: readonly Mark[],
  fonts: { regular: string; strong: string },
): void {
  for (const mark of marks) {
    if (mark.kind === 'path') {
      paintPath(page, mark);
      continue;
    }
    const { words, x, y, size, isStrong, colour, anchor = 'start' } = mark;
    page.font(isStrong ? fonts.strong : fonts.regular, size).fillColor(colour);
    const across = anchor === 'start' ? 0 : page.widthOfString(words) * (anchor === 'end' ? 1 : 0.5);
    page.text(words, x - across, y, { lineBreak: false, baseline: 'alphabetic' });
  }
}

function paintPath(page: InstanceType<typeof PDFDocument>, mark: PathMark): void {
  const { path, at: [x, y] = [0, 0], scale = 1, fill, stroke, width = 1, dash, hatch } = mark;
  page.save();
  page.translate(x, y).scale(scale);
  page.lineJoin('round');
  if (fill) page.path(path).fill(fill);
  if (hatch) {
    page.save();
    page.path(path).clip();
    page.lineWidth(1.2).path(hatchPath(hatch.box)).stroke(hatch.colour);
    page.restore();
  }
  if (stroke) {
    page.lineWidth(width);
    if (dash) page.dash(dash[0] ?? 1, { space: dash[1] ?? dash[0] ?? 1 });
    page.path(path).stroke(stroke);
  }
  page.restore();
}
