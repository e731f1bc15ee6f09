import type { InsufficientFlags } from '#app/use-cases/results/flag-evidence.server.ts';
import { districtByNumber, districts as everyDistrict } from '#city/city.ts';
import type { Translator } from '../../i18n/translate.ts';
import { gapWords } from './gap-words.ts';

type Line = Pick<InsufficientFlags, 'kind' | 'group' | 'districts'>;

/**
 * What could not be judged in the same districts, together: so that no district and no question is named more
 * often than it must.
 */
export interface InsufficientRow {
  districts: readonly number[];
  kinds: readonly Line[];
}

export function bySameDistricts(lines: readonly Line[]): InsufficientRow[] {
  const rows = new Map<string, Line[]>();
  for (const line of lines) {
    const key = line.districts.join(' ');
    rows.set(key, [...(rows.get(key) ?? []), line]);
  }
  return [...rows.values()].map((kinds) => ({ districts: kinds[0]?.districts ?? [], kinds }));
}

/** `Level against the rest of the city; Gap between groups (women and men; aged 65+ and the others)`. */
export function askedWords(translator: Translator, lines: readonly Pick<Line, 'kind' | 'group'>[]): string {
  return [...new Set(lines.map(({ kind }) => kind))]
    .map((kind) => {
      const asked = translator.t(`results:flag.kind.${kind}.asked`);
      const groups = lines.flatMap(({ kind: itsKind, group }) =>
        itsKind === kind && group !== null ? [gapWords(translator, group)] : [],
      );
      return groups.length === 0 ? asked : `${asked} (${groups.join('; ')})`;
    })
    .join('; ');
}

/** `I, IV`, or that it is all of them. */
export function numeralsOf({ t }: Translator, districts: readonly number[]): string {
  return districts.length === everyDistrict.length
    ? t('results:flags.insufficient.all')
    : districts.map((number) => districtByNumber(number).numeral).join(', ');
}
