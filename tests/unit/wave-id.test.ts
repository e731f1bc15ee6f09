import fc from 'fast-check';
import { expect, it } from 'vitest';
import { halfYearOf, seasonOfWave, type WaveSeason, waveIdOf } from '#core/fieldwork/wave-id.ts';

const halfYear: fc.Arbitrary<WaveSeason> = fc.record({
  year: fc.integer({ min: 1000, max: 9999 }),
  season: fc.constantFrom('spring', 'autumn'),
});

it('a wave is named after its half-year, and the half-year is read from its name', () => {
  expect([2026, 2027].map((year) => waveIdOf({ year, season: 'autumn' }))).toEqual(['2026-2', '2027-2']);
  fc.assert(
    fc.property(halfYear, (named) => {
      expect(seasonOfWave(waveIdOf(named))).toEqual({ ...named });
    }),
  );
});

it.each(['2026', '2026-3', '2026-0', '26-1', '2026-1.1', ' 2026-1', '2026-01', ''])(
  '%j names no wave',
  (text) => {
    expect(seasonOfWave(text)).toBeNull();
  },
);

it('half-years follow each other as the names of their waves do', () => {
  const ids = ['2024-2', '2025-1', '2025-2', '2026-1'];
  const places = ids.map((id) => halfYearOf(seasonOfWave(id) as WaveSeason));
  expect(places.map((place) => place - (places[0] as number))).toEqual([0, 1, 2, 3]);
});
