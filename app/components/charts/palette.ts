/**
 * The tokens of `tokens.css` as they are now, so that a picture follows light and dark like the page around
 * it.
 */
export interface Palette {
  surface: string;
  ink: string;
  inkSoft: string;
  line: string;
  lineStrong: string;
  accent: string;
  accentSoft: string;
  face: string;
}

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    surface: token('surface'),
    ink: token('ink'),
    inkSoft: token('ink-soft'),
    line: token('line'),
    lineStrong: token('line-strong'),
    accent: token('accent'),
    accentSoft: token('accent-soft'),
    face: style.fontFamily,
  };
}
