import { formatDay, formatInstant, formatNumber, formatShare } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';

const shares = new Set(['expectedResponseRate', 'partialThreshold', 'completeThreshold']);
const days = new Set(['firstDay', 'lastDay']);
const instants = new Set(['plannedEnd']);

/**
 * What an act was about, a line each: its name in the firm's words and its value as the language writes it.
 */
export function detailLines(
  translator: Translator,
  detail: Readonly<Record<string, unknown>>,
  timeZone: string,
): string[] {
  const { t, has } = translator;
  return Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => {
      const key = `fieldwork:audit.about.${name}`;
      return `${has(key) ? t(key) : name}: ${valueText(translator, name, value, timeZone)}`;
    });
}

function valueText({ t, language }: Translator, name: string, value: unknown, timeZone: string): string {
  if (typeof value === 'boolean') return t(value ? 'fieldwork:audit.yes' : 'fieldwork:audit.no');
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value !== 'number') return days.has(name) ? formatDay(language, String(value)) : String(value);
  if (instants.has(name)) return formatInstant(language, value, timeZone);
  if (shares.has(name)) return formatShare(language, value, 0);
  return formatNumber(language, value, Number.isInteger(value) ? 0 : 2);
}
