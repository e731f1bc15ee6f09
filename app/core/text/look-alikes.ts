/**
 * Letters that look like a Latin letter or a digit, above what they look like, in type or on the keys of a
 * Cyrillic or Greek keyboard.
 */
const alike = [
  ['АВСЕНІЈКМОРЅТХУԚԜԌӀѴԀҺҮ', 'ABCEHIJKMOPSTXYQWGIVDHY'],
  ['авсеніјкморѕтхуԛԝԍӏѵԁһү', 'ABCEHIJKMOPSTXYQWGIVDHY'],
  ['Зз', '33'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ', 'ABEZHIKMNOPTYXCJ'],
  ['ακνορτχϲϳ', 'AKVOPTXCJ'],
] as const;

const latinOf = new Map(
  alike.flatMap(([letters, latin]) =>
    Array.from(letters, (letter, at) => [letter, latin.charAt(at)] as const),
  ),
);

/**
 * What people put between the groups of a code, or bring along unseen: spaces, dashes, dots and invisible
 * characters.
 */
const between = /[\s\p{Pd}\p{Cf}\p{Cc}\p{Mn}\u2212._·•‧∙⋅]/gu;

/**
 * A code as it was meant: in Latin capitals and digits 0–9, without what stands between its groups. Letters
 * of other scripts that look like Latin ones (Н, К, Р of a Cyrillic keyboard, Η, Κ, Ρ of a Greek one),
 * full-width letters and the digits of other scripts are read as what they look like. Whatever is left over
 * stays, for the caller to refuse.
 */
export function readAsLatin(typed: string): string {
  const plain = latinLetters(latinLetters(typed).normalize('NFKC').replace(between, ''));
  return Array.from(plain, digitOf).join('').toUpperCase();
}

/** Asked before the compatibility forms too: they make a sigma of the lunate Ϲ. */
function latinLetters(text: string): string {
  return Array.from(text, (sign) => latinOf.get(sign) ?? sign).join('');
}

/** Digits of every script stand in runs of ten, from zero. */
function digitOf(sign: string): string {
  if (!/^\p{Nd}$/u.test(sign) || /^\d$/.test(sign)) return sign;
  const code = sign.codePointAt(0) as number;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
