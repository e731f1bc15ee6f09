import { expect, test } from 'vitest';
import { mapReport } from '#app/use-cases/results/map/map-page.server.ts';
import { firstShown } from '#app/use-cases/results/published/first-shown.ts';
import {
  districtProfile,
  domainProfile,
  flagsOf,
  indicatorAcrossDistricts,
  newestWave,
  publicationById,
  publicationOf,
  publishedEstimate,
  trend,
  waves,
} from '#app/use-cases/results/published/published-results.server.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { exactLevelFlag, exactPublication } from '#tests/support/exact-publication.ts';
import {
  eighteenDistricts,
  openTestResults,
  receiveTrusted,
  testPublication,
} from '#tests/support/results.ts';

const act = { actor: 'manager-1', now: Date.UTC(2026, 5, 30) };
const wave = exactPublication(eighteenDistricts).wave;

const flag: PublishedFlag = exactLevelFlag;

function withTwoWaves(): ResultsDatabase {
  const database = openTestResults();
  const autumn = testPublication({
    publicationId: '2025-2.1',
    wave: { ...wave, waveId: '2025-2', year: 2025, season: 'autumn' },
  });
  const spring = testPublication({
    flags: [
      flag,
      { ...flag, district: 9, severity: 'insufficient', estimate: null, size: null },
      { ...flag, district: 3, severity: 'alert', needsIntervention: true },
    ],
  });
  for (const document of [autumn, spring]) receiveTrusted(database, document, act);
  return database;
}

test('waves are listed newest first', () => {
  const database = withTwoWaves();
  expect(waves(database).map(({ wave: { waveId } }) => waveId)).toEqual(['2026-1', '2025-2']);
  expect(newestWave(database)?.wave.waveId).toBe('2026-1');
});

test('an empty database has no waves, no publication and no figures', () => {
  const database = openTestResults();
  expect(waves(database)).toEqual([]);
  expect(newestWave(database)).toBeNull();
  expect(publicationOf(database, '2026-1')).toBeNull();
  expect(publishedEstimate(database, '2026-1', 'unsafe', 'city')).toBeNull();
  expect(flagsOf(database, '2026-1')).toEqual([]);
  expect(trend(database, 'unsafe', 'city')).toEqual([]);
  const across = indicatorAcrossDistricts(database, '2026-1', 'unsafe');
  expect(across).toHaveLength(18);
  expect(across.every(({ estimate }) => estimate === null)).toBe(true);
});

test('an indicator is read across the 18 districts in their order', () => {
  const across = indicatorAcrossDistricts(withTwoWaves(), '2026-1', 'unsafe');
  expect(across.map(({ district }) => district)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
  expect(across[2]?.estimate).toMatchObject({ domain: 'D03', value: 0.383 });
});

test('a trend runs from the oldest wave to the newest', () => {
  const points = trend(withTwoWaves(), 'unsafe', 'D07');
  expect(points.map((point) => [point.wave.waveId, point.estimate.domain])).toEqual([
    ['2025-2', 'D07'],
    ['2026-1', 'D07'],
  ]);
});

test('a profile holds a district and its parts, and nothing of the district next to it', () => {
  const database = withTwoWaves();
  const profile = districtProfile(database, '2026-1', 1);
  expect([...profile.estimates.keys()]).toEqual(['unsafe']);
  expect(profile.parts.get('unsafe')?.map(({ domain }) => domain)).toEqual(['D01|sex:F', 'D01|sex:M']);
  const city = domainProfile(database, '2026-1', 'city');
  expect(city.estimates.get('unsafe')?.domain).toBe('city');
});

test('flags come with what needs intervention first and what cannot be judged last', () => {
  expect(flagsOf(withTwoWaves(), '2026-1').map(({ district }) => district)).toEqual([3, 7, 9]);
});

test('a document is parsed once and the few newest are kept', () => {
  const database = withTwoWaves();
  const document = publicationOf(database, '2026-1');
  expect(publicationById(database, '2026-1.1')).toBe(document);
  expect(publicationById(database, 'unknown')).toBeNull();
});

test('the map opens on the indicator with the most flags that need intervention', () => {
  const database = withTwoWaves();
  const [indicator] = testPublication().indicators;
  if (!indicator) throw new Error('the publication has an indicator');
  const calm = { ...indicator, id: 'calm', headline: true };
  const urgent = { ...flag, needsIntervention: true };
  const [estimate] = testPublication().estimates;
  if (!estimate) throw new Error('the publication has a figure');
  const figure = (domain: string, value: number | null) => ({
    ...estimate,
    indicator: 'calm',
    domain,
    value,
  });
  const shownOf = (flags: PublishedFlag[], district?: number, value: number | null = 0.5) => {
    const estimates = [
      ...['city', 'D07', 'D08'].map((domain) => figure(domain, value)),
      { ...estimate, indicator: indicator.id, domain: 'D08', value: 0.5 },
    ];
    const publication = { ...testPublication(), indicators: [calm, indicator], estimates, flags };
    return firstShown(publication, district)?.id;
  };
  expect(shownOf([urgent])).toBe('unsafe');
  expect(shownOf([flag])).toBe('calm');
  expect(shownOf([urgent], 8)).toBe('calm');
  expect(shownOf([urgent], 7)).toBe('unsafe');
  // A district opens on its most urgent flag: a watch where there is no other, an alert before it.
  expect(shownOf([flag], 7)).toBe('unsafe');
  expect(shownOf([flag, { ...urgent, severity: 'alert', indicator: 'calm' }], 7)).toBe('calm');
  expect(shownOf([{ ...urgent, leads: false }], 7)).toBe('calm');
  // Nothing needs intervention in the eighth: rather one with a figure there than one whose figure is hidden.
  expect(shownOf([urgent], 8, null)).toBe('unsafe');
  expect(shownOf([], 7, null)).toBe('calm');
  const report = mapReport(database, newestWave(database), { waves: waves(database), wanted: 'no-such' });
  expect(report).toMatchObject({ isUnknownIndicator: true, interventions: 1, waveIds: ['2026-1', '2025-2'] });
  expect(report?.reading.indicator.id).toBe('unsafe');
  expect(mapReport(database, null, { waves: [], wanted: null })).toBeNull();
});
