import { resolve } from 'node:path';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';

const fileOf = (weight: string) =>
  resolve(`node_modules/@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`);

/** The house's face with Polish and Ukrainian letters, whole, as files (OFL 1.1). */
export const faceFiles = { regular: fileOf('400Regular'), strong: fileOf('600SemiBold') } as const;

/** The name under which canvases know the face. */
export const face = 'Paper Sans';

let measuring: SKRSContext2D | undefined;

/** Makes the face known to canvases; once a process. */
export function withFace(): SKRSContext2D {
  if (!measuring) {
    GlobalFonts.registerFromPath(faceFiles.regular, face);
    GlobalFonts.registerFromPath(faceFiles.strong, face);
    measuring = createCanvas(8, 8).getContext('2d');
  }
  return measuring;
}

export function fontOf(size: number, isStrong = false): string {
  return `${isStrong ? '600 ' : ''}${size}px "${face}"`;
}

/** How wide a line of words is. */
export function widthOf(words: string, size: number, isStrong = false): number {
  const context = withFace();
  context.font = fontOf(size, isStrong);
  return context.measureText(words).width;
}

/** Words in as few lines as fit a width; a word that is wider has a line of its own. */
export function linesOf(words: string, width: number, size: number, isStrong = false): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || widthOf(longer, size, isStrong) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
