import { readAsLatin } from '../text/look-alikes.ts';

/**
 * The 27 symbols of an access code: no vowels, so no words; no symbol that looks like another (0 O, 1 I L in
 * type, U V in handwriting). A symbol's position is its value in GF(27).
 */
export const accessCodeSymbols = 'BCDFGHJKLMNPQRSTVXZ23456789';

const codeLength = 13;
const fieldSize = 27;

/** Why what was typed is no access code. It says nothing of whether a code exists. */
export type AccessCodeProblem = 'empty' | 'wrong-length' | 'unknown-character' | 'check-failed';
/** A code as it was issued, or why what was typed cannot be one. */
export type NormalisedAccessCode = { ok: true; code: string } | { ok: false; reason: AccessCodeProblem };

/** Addition in GF(27): the three ternary digits of a value are added without carry. */
function addInField(a: number, b: number): number {
  let sum = 0;
  for (let unit = 1; unit < fieldSize; unit *= 3) {
    sum += (((Math.floor(a / unit) % 3) + (Math.floor(b / unit) % 3)) % 3) * unit;
  }
  return sum;
}

/** Multiplication by the primitive element x of GF(3)[x] / (x³ + 2x + 1), where x³ = x + 2. */
function timesPrimitive(a: number): number {
  const carry = Math.floor(a / 9);
  const shifted = (a % 9) * 3;
  return addInField(shifted, ((carry % 3) * 3 + ((2 * carry) % 3)) % fieldSize);
}

/** Σ xⁱ·sᵢ over the symbols from the last (i = 0) to the first, by Horner's rule. */
function checkSum(values: readonly number[]): number {
  return values.reduce((sum, value) => addInField(timesPrimitive(sum), value), 0);
}

/** The value whose sum with `a` is zero. */
function negate(a: number): number {
  return addInField(a, a);
}

/**
 * A new code: 12 random symbols (57 bits) and a check symbol such that the weighted sum over GF(27) with
 * powers of a primitive element as weights is zero. The 13 weights differ, so any single wrong symbol and any
 * two swapped symbols change the sum. `randomBytes(size)` must be cryptographically random; bytes of 243 or
 * more are passed over, so that every symbol is equally likely.
 */
export function makeAccessCode(randomBytes: (size: number) => Uint8Array): string {
  const values: number[] = [];
  while (values.length < codeLength - 1) {
    for (const byte of randomBytes(16)) {
      if (byte < 243 && values.length < codeLength - 1) values.push(byte % fieldSize);
    }
  }
  values.push(negate(checkSum([...values, 0])));
  return values.map((value) => accessCodeSymbols.charAt(value)).join('');
}

/**
 * Reads what a person typed, pasted or scanned: spaces, dashes, dots, invisible characters, lower case and
 * letters of other scripts that look like these are forgiven; a character outside the alphabet, a wrong
 * length or a failed check is named, without any look-up.
 */
export function normaliseAccessCode(text: string): NormalisedAccessCode {
  const typed = readAsLatin(text);
  if (typed === '') return { ok: false, reason: 'empty' };
  const values = [...typed].map((symbol) => accessCodeSymbols.indexOf(symbol));
  if (values.includes(-1)) return { ok: false, reason: 'unknown-character' };
  if (values.length !== codeLength) return { ok: false, reason: 'wrong-length' };
  if (checkSum(values) !== 0) return { ok: false, reason: 'check-failed' };
  return { ok: true, code: typed };
}

/** The code as it is printed: `XXXX-XXXX-XXXX-X`. */
export function formatAccessCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}
