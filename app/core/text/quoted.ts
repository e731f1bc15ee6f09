import { withoutPesel } from './pesel.ts';

const longest = 40;

/**
 * What must not reach a terminal or a log as it is: control characters (with them every escape sequence),
 * marks that turn the direction of a line or break it, characters that nobody sees, and halves of surrogate
 * pairs.
 */
const unprintable = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;

/** A line in which every character that a terminal would act on is spelled out: ESC as `\u{1b}`. */
export function printable(line: string): string {
  return line.replace(unprintable, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
}

/**
 * A wrong value as a fault quotes it, so that it may be shown, stored and printed anywhere: its first 40
 * characters, control characters spelled out, and no PESEL in it.
 */
export function quoted(value: string): string {
  const characters = Array.from(withoutPesel(value.slice(0, longest * 8)));
  const shown = printable(characters.slice(0, longest).join(''));
  return characters.length > longest ? `${shown}…` : shown;
}
