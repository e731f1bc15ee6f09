import { city, districtByNumber } from '#city/city.ts';
import { type LocalisedText, languages } from '#core/language.ts';
import type { Published, TableColumn } from './export-table.ts';

/**
 * What every row of a publication's tables says of itself, so that one torn out of its file still names its
 * source and its day.
 */
export const publicationColumns: readonly TableColumn<Published<unknown>>[] = [
  { name: 'publication', type: 'string', of: ({ publication }) => publication.publicationId },
  { name: 'wave', type: 'string', of: ({ publication }) => publication.wave.waveId },
  { name: 'published_on', type: 'date', of: ({ publication }) => publication.wave.publishedOn },
  { name: 'source', type: 'string', of: () => `Poczucie ${city.name.pl}` },
  { name: 'synthetic', type: 'string', of: ({ publication }) => (publication.wave.synthetic ? 'yes' : 'no') },
];

/** A column for each language of the platform: `name_pl`, `name_en`, `name_uk`. */
export function inLanguages<Subject>(
  name: string,
  of: (subject: Subject) => LocalisedText | undefined,
): TableColumn<Subject>[] {
  return languages.map((language) => ({
    name: `${name}_${language}`,
    type: 'string',
    of: (subject) => of(subject)?.[language] ?? null,
  }));
}

/** `III Prądnik Czerwony`; null outside of every district. */
export function districtName(number: number | null): string | null {
  if (number === null) return null;
  const { numeral, name } = districtByNumber(number);
  return `${numeral} ${name}`;
}
