import type { Language } from '#core/language.ts';

const localeOf: Record<Language, string> = { pl: 'pl-PL', en: 'en-GB', uk: 'uk-UA' };
const narrowNoBreakSpace = '\u202f';
const noBreakSpace = '\u00a0';

const formatters = new Map<string, Intl.NumberFormat>();

function numberFormatter(language: Language, decimals: number): Intl.NumberFormat {
  const key = `${language}${decimals}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(localeOf[language], {
    useGrouping: true,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formatters.set(key, made);
  return made;
}

/** A number by the language's rules; Polish and Ukrainian thousands are parted by a narrow no-break space. */
export function formatNumber(language: Language, value: number, decimals = 0): string {
  const text = numberFormatter(language, decimals).format(value);
  return text.replaceAll(noBreakSpace, narrowNoBreakSpace).replace(/^-/, '−');
}

/** Decimals of a share in percent: one when a thousand people or more answered, none below. */
export function shareDecimals(n: number): number {
  return n >= 1000 ? 1 : 0;
}

/** `0.4312` → `43,1 %` (Polish), `43.1%` (English). */
export function formatShare(language: Language, share: number, decimals = 1): string {
  const space = language === 'en' ? '' : noBreakSpace;
  return `${formatNumber(language, share * 100, decimals)}${space}%`;
}

/** A difference of shares in percentage points, always with its sign: `+5,2`. The unit is the caller's text. */
export function formatPoints(language: Language, difference: number, decimals = 1): string {
  const text = formatNumber(language, Math.abs(difference) * 100, decimals);
  return difference < 0 ? `−${text}` : `+${text}`;
}

/** p and q values: `< 0,001` instead of a false zero. */
export function formatProbability(language: Language, probability: number): string {
  if (probability < 0.001) return `<${noBreakSpace}${formatNumber(language, 0.001, 3)}`;
  return formatNumber(language, probability, 3);
}

/** A day `YYYY-MM-DD` in words. */
export function formatDay(language: Language, day: string, style: 'long' | 'medium' = 'long'): string {
  const format = new Intl.DateTimeFormat(localeOf[language], { dateStyle: style, timeZone: 'UTC' });
  return format.format(new Date(`${day}T12:00:00Z`));
}

/** An instant in the wave's time zone, in words. */
export function formatInstant(language: Language, instant: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat(localeOf[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  });
  return format.format(new Date(instant));
}
