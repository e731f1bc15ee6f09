const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3] as const;
const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * Whether a text is a PESEL, the number of a person in Poland's register: eleven digits, of which the first
 * six are a day (the month says the century: 1–12 of the 1900s, 21–32 of the 2000s, 41–52, 61–72 and 81–92 of
 * the others) and the last is the check digit of the ten before it (the Act on the population register of 24
 * September 2010, art. 15).
 */
export function isPesel(text: string): boolean {
  if (!beginsWithDay(text)) return false;
  const digits = [...text].map(Number);
  const sum = weights.reduce((total, weight, at) => total + weight * (digits[at] as number), 0);
  return (10 - (sum % 10)) % 10 === digits[10];
}

/**
 * A text in which no PESEL can be read: eleven digits in a row that begin with a day are replaced, with a
 * wrong check digit too, because a mistyped number still names its person.
 */
export function withoutPesel(text: string): string {
  return text.replace(/(?<!\p{Nd})\p{Nd}{11}(?!\p{Nd})/gu, (digits) =>
    beginsWithDay(digits.normalize('NFKC')) ? '[PESEL]' : digits,
  );
}

function beginsWithDay(text: string): boolean {
  if (!/^\d{11}$/.test(text)) return false;
  const [month, day] = [Number(text.slice(2, 4)) % 20, Number(text.slice(4, 6))];
  return day >= 1 && day <= (daysOfMonth[month - 1] ?? 0);
}
