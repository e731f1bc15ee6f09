/** A number of a file, or why it is none. */
export type ReadAmount =
  | { ok: true; value: number }
  | { ok: false; code: 'not-a-number' | 'ambiguous-number' };

/**
 * Reads a number as Polish or English files write it: `1 030`, `1030,5`, `1.030,5`, `1,030.5`. What could be
 * a thousand in one language and a decimal in the other (`1,030`, `1.030`) is asked about, never guessed.
 */
export function readAmount(text: string): ReadAmount {
  const digits = text.replace(/[\s\u00a0\u202f']/gu, '').replace(/^\u2212/, '-');
  if (/^-?\d{1,3}[.,]\d{3}$/.test(digits) && !/^-?0/.test(digits))
    return { ok: false, code: 'ambiguous-number' };
  const plain = /^-?\d{1,3}(?:\.\d{3})*(?:,\d+)?$|^-?\d+(?:,\d+)?$/.test(digits)
    ? digits.replaceAll('.', '').replace(',', '.')
    : /^-?\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^-?\d+(?:\.\d+)?$/.test(digits)
      ? digits.replaceAll(',', '')
      : null;
  const value = plain === null ? Number.NaN : Number(plain);
  return Number.isFinite(value) ? { ok: true, value } : { ok: false, code: 'not-a-number' };
}
