import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchingNames } from '#core/places/matching-names.ts';
import { entriesWithin } from '#core/places/nearest-entry.ts';

const names = ['Dworzec Główny Zachód', 'Łagiewniki', 'Rondo Mogilskie', 'Miśnieńska'];
const matching = (wanted: string) => matchingNames(wanted, names, (name) => [name]);

it('a name is found by the beginnings of its words, without accents and in any order', () => {
  expect(matching('lagiew')).toEqual(['Łagiewniki']);
  expect(matching('GŁÓWNY dworz')).toEqual(['Dworzec Główny Zachód']);
  expect(matching('misnienska')).toEqual(['Miśnieńska']);
  expect(matching('rondo dworzec')).toEqual([]);
  expect(matching('ondo')).toEqual([]);
});

it('everything is found when no word was asked for', () => {
  for (const nothing of ['', '  ', '„—”']) expect(matching(nothing)).toEqual(names);
});

it('more words never find more', () => {
  const word = fc.constantFrom('dw', 'rondo', 'g', 'zach', 'x');
  fc.assert(
    fc.property(fc.array(word), word, (some, more) => {
      const fewer = matching([...some, more].join(' '));
      expect(matching(some.join(' '))).toEqual(expect.arrayContaining(fewer));
    }),
  );
});

it('names within a distance come nearest first, of equally near ones by name', () => {
  const at = (name: string, latitude: number) => ({ name, latitude, longitude: 19.9, district: 1 });
  const near = entriesWithin(
    { latitude: 50, longitude: 19.9 },
    [at('far', 50.1), at('b', 50.001), at('a', 50.001), at('here', 50)],
    500,
  );
  expect(near.map(({ name }) => name)).toEqual(['here', 'a', 'b']);
});
