import type { Drawing, Mark } from '../drawing/mark.ts';
import { paintOnCanvas } from '../drawing/paint-canvas.server.ts';
import { paperColours } from '../drawing/paper-colours.ts';
import { linesOf } from '../drawing/typeface.server.ts';
import type { Picture } from './picture.ts';

/** A mark of the drawing, 24 wide and 16 high, with what it means. */
export interface LegendRow {
  swatch: Mark[];
  words: string;
}

interface Frame {
  title: string;
  body: Drawing;
  legend: readonly LegendRow[];
  notes: string[];
}

const [margin, width] = [28, 856];
const [titleSize, noteSize] = [22, 14];

/** A drawing with its title above, and below it what its marks mean, of whom it is and from where. */
export function framed({ title, body, legend, notes }: Frame): Picture {
  const inside = width - 2 * margin;
  const scale = inside / body.width;
  const titleLines = linesOf(title, inside, titleSize, true);
  const top = margin + titleLines.length * titleSize * 1.25 + 4;
  const marks: Mark[] = titleLines.map((words, index) => ({
    kind: 'text',
    words,
    x: margin,
    y: margin + titleSize + index * titleSize * 1.25,
    size: titleSize,
    isStrong: true,
    colour: paperColours.ink,
  }));
  let down = top + body.height * scale + 14;
  for (const { swatch, words } of legend) {
    for (const mark of swatch) marks.push(moved(mark, margin, down));
    for (const line of linesOf(words, inside - 36, noteSize)) {
      marks.push({
        kind: 'text',
        words: line,
        x: margin + 34,
        y: down + 13,
        size: noteSize,
        colour: paperColours.ink,
      });
      down += noteSize * 1.35;
    }
    down += 4;
  }
  down += 6;
  for (const line of notes.flatMap((note) => linesOf(note, inside, noteSize))) {
    marks.push({
      kind: 'text',
      words: line,
      x: margin,
      y: down + 12,
      size: noteSize,
      colour: paperColours.inkSoft,
    });
    down += noteSize * 1.35;
  }
  const height = Math.ceil(down + margin);
  return {
    width,
    height,
    title,
    notes: [...legend.map(({ words }) => words), ...notes],
    paint(context) {
      context.fillStyle = paperColours.ground;
      context.fillRect(0, 0, width, height);
      paintOnCanvas(context, marks);
      context.save();
      context.translate(margin, top);
      context.scale(scale, scale);
      paintOnCanvas(context, body.marks);
      context.restore();
    },
  };
}

function moved(mark: Mark, x: number, y: number): Mark {
  if (mark.kind === 'text') return { ...mark, x: mark.x + x, y: mark.y + y };
  const [left, top] = mark.at ?? [0, 0];
  return { ...mark, at: [left + x, top + y] };
}
