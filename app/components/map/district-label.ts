import { districtByNumber } from '#city/city.ts';
import type { DistrictOutline } from '#core/geography/district-outlines.ts';

/** `XI Podgórze Duchackie`. */
export function placeOfDistrict(number: number): string {
  const { numeral, name } = districtByNumber(number);
  return `${numeral} ${name}`;
}

/**
 * Width of a letter of a name in the drawing, near enough to tell whether the name fits under its numeral.
 */
const letterWidth = 6;
/** From one line of a name to the next. */
export const labelLineHeight = 13;

/**
 * How much higher a label must stand so as not to run over the border below it, as far as there is room
 * above.
 */
export function liftOf({ above, below }: DistrictOutline, bottom: number, top: number): number {
  return Math.max(0, Math.min(bottom - below, above - top));
}

/** The name in one or two lines; none where it would run over the border. */
export function linesThatFit(name: string, room: number): string[] {
  const lines = name.length > 11 ? name.split(/(?<=-)|\s/) : [name];
  return lines.every((line) => line.length * letterWidth <= 2 * room - 4) ? lines : [];
}
