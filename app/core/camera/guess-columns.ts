import { comparableName } from '../text/comparable-name.ts';
import { type ImportSettings, type RegisterColumn, registerColumns } from './import-settings.ts';

/** Headings as registers have them, by what they hold; compared without case, marks and punctuation. */
const headings: Readonly<Record<RegisterColumn, readonly string[]>> = {
  number: ['nr', 'numer', 'nr kamery', 'numer kamery', 'id', 'id kamery', 'lp', 'number', 'camera id', 'kod'],
  kind: ['rodzaj', 'typ', 'kategoria', 'status', 'stan', 'kind', 'type'],
  unit: [
    'jednostka',
    'wlasciciel',
    'jednostka miejska',
    'administrator',
    'zarzadca',
    'operator',
    'unit',
    'owner',
  ],
  district: ['dzielnica', 'nr dzielnicy', 'numer dzielnicy', 'district'],
  latitude: [
    'szerokosc',
    'szerokosc geograficzna',
    'szer',
    'szer geogr',
    'lat',
    'latitude',
    'y',
    'wgs84 lat',
    'n',
  ],
  longitude: [
    'dlugosc',
    'dlugosc geograficzna',
    'dl',
    'dl geogr',
    'lon',
    'lng',
    'long',
    'longitude',
    'x',
    'wgs84 lon',
    'e',
  ],
  count: ['liczba', 'liczba kamer', 'ilosc', 'ilosc kamer', 'kamery', 'count', 'cameras'],
  place: ['miejsce', 'lokalizacja', 'adres', 'opis', 'nazwa', 'nazwa punktu', 'place', 'location', 'address'],
};

/** Which column of a file holds what, told from its heading; one that nothing is known of is left out. */
export function guessColumns(heading: readonly string[]): ImportSettings['columns'] {
  const names = heading.map(comparableName);
  const columns: ImportSettings['columns'] = {};
  for (const column of registerColumns) {
    const position = headings[column]
      .map((name) => names.indexOf(name))
      .find((at) => at >= 0 && !Object.values(columns).includes(at));
    if (position !== undefined) columns[column] = position;
  }
  return columns;
}
