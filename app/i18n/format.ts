import type { Language } from '#core/language.ts';

const localeOf: Record<Language, string> = { pl: 'pl-PL', en: 'en-GB', uk: 'uk-UA' };
const narrowNoBreakSpace = '\u202f';
const noBreakSpace = '\u00a0';

const superscripts: Record<string, string> = {
  ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((raised, digit) => [String(digit), raised])),
  '-': '⁻',
};

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** To make a format takes many times as long as to use it: each is made once. */
function madeOnce<Format>(made: Map<string, Format>, key: string, make: () => Format): Format {
  const known = made.get(key) ?? make();
  made.set(key, known);
  return known;
}

function numberFormat(language: Language, decimals: number): Intl.NumberFormat {
  return madeOnce(
    numberFormats,
    `${language} ${decimals}`,
    () =>
      new Intl.NumberFormat(localeOf[language], {
        useGrouping: true,
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }),
  );
}

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const { dateStyle, timeStyle, timeZone } = options;
  return madeOnce(
    dateFormats,
    [language, dateStyle, timeStyle, timeZone].join(' '),
    () => new Intl.DateTimeFormat(localeOf[language], options),
  );
}

/** A number by the language's rules; Polish and Ukrainian thousands are parted by a narrow no-break space. */
export function formatNumber(language: Language, value: number, decimals = 0): string {
  const text = numberFormat(language, decimals).format(value);
  return text.replaceAll(noBreakSpace, narrowNoBreakSpace).replace(/^-/, '−');
}

/** Decimals of a share in percent: one when a thousand people or more answered, none below. */
export function shareDecimals(n: number): number {
  return n >= 1000 ? 1 : 0;
}

/** `0.4312` → `43,1 %` (Polish), `43.1%` (English). */
export function formatShare(language: Language, share: number, decimals = 1): string {
  return inPercent(language, formatNumber(language, share * 100, decimals));
}

/** A number, or a range of numbers, with the sign of percent as the language writes it. */
export function inPercent(language: Language, numbers: string): string {
  return `${numbers}${language === 'en' ? '' : noBreakSpace}%`;
}

/**
 * A difference of shares in percentage points, always with its sign: `+5,2`. The unit is the caller's text.
 */
export function formatPoints(language: Language, difference: number, decimals = 1): string {
  const text = formatNumber(language, Math.abs(difference) * 100, decimals);
  return difference < 0 ? `−${text}` : `+${text}`;
}

/** A difference with its sign, `+5,2`; what rounds to zero has none. */
export function signedNumber(language: Language, amount: number, decimals: number): string {
  const text = formatNumber(language, Math.abs(amount), decimals);
  const isZero = Number(Math.abs(amount).toFixed(decimals)) === 0;
  if (isZero) return text;
  return amount < 0 ? `−${text}` : `+${text}`;
}

/** `q = 0,012`, and `q < 0,001` or `q > 0,999` instead of a false certainty. */
export function formatQ(language: Language, q: number): string {
  const [relation, shown] = q < 0.001 ? ['<', 0.001] : q > 0.999 ? ['>', 0.999] : ['=', q];
  return ['q', relation, formatNumber(language, shown, 3)].join(noBreakSpace);
}

/** A number next to nothing, of which only the size matters: `2,8 × 10⁻¹¹`. */
export function formatTiny(language: Language, value: number): string {
  if (value === 0) return '0';
  const [mantissa = '', exponent = ''] = value.toExponential(1).split('e');
  const raised = [...String(Number(exponent))].map((sign) => superscripts[sign] ?? sign).join('');
  return [formatNumber(language, Number(mantissa), 1), '×', `10${raised}`].join(noBreakSpace);
}

/** A day `YYYY-MM-DD` in words. */
export function formatDay(language: Language, day: string, style: 'long' | 'medium' = 'long'): string {
  return dateFormat(language, { dateStyle: style, timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

/** An instant in the wave's time zone, in words. */
export function formatInstant(language: Language, instant: number, timeZone: string): string {
  return dateFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(instant));
}
