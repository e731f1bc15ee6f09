import { createCanvas, SvgExportFlag } from '@napi-rs/canvas';
import type { Language } from '#core/language.ts';
import { withFace } from '../drawing/typeface.server.ts';
import type { Picture } from './picture.ts';

/** Pixels of a PNG for each unit of the picture: sharp on paper. */
const pngScale = 2;

/** A PNG that needs no typeface and says what it is in its own words only. */
export async function pngFile(picture: Picture): Promise<Uint8Array<ArrayBuffer>> {
  withFace();
  const canvas = createCanvas(picture.width * pngScale, picture.height * pngScale);
  const context = canvas.getContext('2d');
  context.scale(pngScale, pngScale);
  picture.paint(context);
  return new Uint8Array(await canvas.encode('png'));
}

/**
 * An SVG that looks alike everywhere: its letters are outlines, and what they say stands in its title and
 * description, where searches and screen readers find it.
 */
export function svgFile(picture: Picture, language: Language): string {
  withFace();
  const canvas = createCanvas(picture.width, picture.height, SvgExportFlag.ConvertTextToPaths);
  picture.paint(canvas.getContext('2d'));
  const words = `<title>${escaped(picture.title)}</title><desc>${escaped(picture.notes.join(' '))}</desc>`;
  return canvas
    .getContent()
    .toString('utf8')
    .replace(/<svg\b([^>]*)>/, (_, attributes: string) => {
      const box = `viewBox="0 0 ${picture.width} ${picture.height}"`;
      return `<svg${attributes} ${box} role="img" xml:lang="${language}">${words}`;
    });
}

const escaped = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
