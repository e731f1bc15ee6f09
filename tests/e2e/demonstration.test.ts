import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  demonstrationWaves,
  plantedDistricts,
  plantedPlaces,
  plantedRelief,
} from '#app/demonstration/seed/planted-truths.ts';
import { consultationList } from '#app/use-cases/results/interventions/consultation-list.server.ts';
import { register } from '#app/use-cases/results/interventions/register.server.ts';
import { publicationOf, waves } from '#app/use-cases/results/published/published-results.server.ts';
import { standingOf } from '#core/analysis/rest-comparison.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import { openResults, type ResultsDatabase } from '#db/results/database.ts';
import { testFolder } from '#tests/support/database.ts';
import { type DemonstrationCity, demonstrationCity } from '#tests/support/demonstration-city.ts';

const publishedWaves = demonstrationWaves.slice(0, -1);
let city: DemonstrationCity;
let results: ResultsDatabase;

beforeAll(async () => {
  city = await demonstrationCity();
  const copy = join(testFolder(), 'results.sqlite');
  copyFileSync(join(city.dataFolder, 'results.sqlite'), copy);
  results = openResults(copy);
});

afterAll(() => results?.close());

function published(waveId: string): PublicationDocument {
  const publication = publicationOf(results, waveId);
  if (!publication) throw new Error(`${waveId} is not published`);
  return publication;
}

describe('the demonstration city that the first start makes', () => {
  it('has four published waves of 1,800 responses in each of the 18 districts, and says that its people are synthetic', () => {
    expect(waves(results).map(({ wave }) => wave.waveId)).toEqual([...publishedWaves].reverse());
    for (const { wave } of waves(results)) {
      expect(wave).toMatchObject({ respondents: 32_400, sampleSizePerDistrict: 1_800, synthetic: true });
    }
  });

  it('has an account of each role and three residents who can still answer', () => {
    expect(city.signIns.map(({ role }) => role)).toHaveLength(7);
    expect(new Set(city.codes).size).toBe(3);
  });

  it.each(publishedWaves)('in %s, flags the planted districts as alerts and no other district', (waveId) => {
    const planted = plantedDistricts(waveId).map((flag) => inWords({ ...flag, severity: 'alert' }));
    expect(planted.length).toBeGreaterThanOrEqual(5);
    const flagged = published(waveId).flags.filter(({ severity }) => severity !== 'none');
    expect(flagged.map(inWords).sort()).toEqual(planted.sort());
  });

  it.each(publishedWaves)(
    'in %s, calls higher or lower only the districts whose level is flagged',
    (waveId) => {
      const { estimates, indicators, flags, method } = published(waveId);
      const different = indicators.flatMap((indicator) =>
        estimates
          .filter((estimate) => indicator.headline && estimate.indicator === indicator.id)
          .map((estimate) => ({ estimate, standing: standingOf(estimate, indicator, method.rule, flags) }))
          .filter(({ standing }) => standing === 'higher' || standing === 'lower')
          .map(({ estimate, standing }) => `${estimate.domain} ${standing} ${indicator.id}`),
      );
      const flagged = flags
        .filter(({ kind, severity }) => kind === 'level' && severity !== 'none')
        .map(({ district, indicator }) => `${districtKey(district)} higher ${indicator}`);
      expect(flagged.length).toBeGreaterThanOrEqual(3);
      expect(different.sort()).toEqual(flagged.sort());
    },
  );

  it.each(publishedWaves)('in %s, flags the planted places and no other place', (waveId) => {
    const flagged = published(waveId).places.map(({ name, district }) => `${name} in ${district}`);
    const planted = plantedPlaces.map(({ name, district }) => `${name} in ${district}`);
    expect(flagged.sort()).toEqual(planted.sort());
  });
});

describe("the demonstration's interventions", () => {
  it('end as what is planted has them end: helped, cannot tell, too early, dropped, and two proposals', () => {
    const { lines } = register(results, new URLSearchParams());
    const ends = lines.map(({ row, effect }) => [row.district, row.status, effect?.effect.verdict ?? null]);
    expect(ends.sort()).toEqual(
      [
        [plantedRelief.district, 'done', 'helped'],
        [12, 'under-way', 'cannot-tell'],
        [16, 'under-way', 'too-early'],
        [1, 'dropped', null],
        [13, 'proposed', null],
        [11, 'proposed', null],
      ].sort(),
    );
    const [helped] = lines.filter(({ row }) => row.district === plantedRelief.district);
    const estimate = helped?.effect?.effect.estimate;
    expect(estimate?.lower).toBeLessThan(-plantedRelief.excess);
    expect(estimate?.upper).toBeGreaterThan(-plantedRelief.excess);
    expect(lines.every(({ row }) => row.synthetic)).toBe(true);
    expect(consultationList(results, { today: new Date().toISOString().slice(0, 10) })).toMatchObject({
      overdue: [{ district: 13 }],
      awaited: [{ district: 11 }],
    });
  });
});

describe("the demonstration's audit", () => {
  const upToTheField = ['wave-created', 'sample-drawn', 'codes-issued', 'wave-opened'];
  const afterTheField = [
    'wave-closed',
    'wave-frozen',
    'wave-weighted',
    'wave-analysed',
    'wave-published',
    'publication-handed-over',
    'identities-destroyed',
  ];

  it.each(publishedWaves)('of %s has every act from the plan to the end, in the order of time', (waveId) => {
    const entries = auditOf(waveId);
    expect(entries.map(({ act }) => act)).toEqual([...upToTheField, ...afterTheField]);
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).sort((a, b) => a - b));
  });

  it('of the open wave has its frame as well', () => {
    const [created, ...later] = upToTheField;
    const acts = auditOf(demonstrationWaves[4]).map(({ act }) => act);
    const inField = [...later, 'fieldwork-report-made'];
    expect(acts).toEqual([created, 'frame-uploaded', 'frame-processed', ...inField]);
  });
});

function auditOf(waveId: string): { at: number; act: string }[] {
  const fieldwork = new Database(join(city.dataFolder, 'fieldwork.sqlite'), { readonly: true });
  try {
    const acts = fieldwork.prepare('SELECT at, act FROM audit WHERE subject = ? ORDER BY audit_id');
    return acts.all(waveId) as { at: number; act: string }[];
  } finally {
    fieldwork.close();
  }
}

interface Flagged {
  severity: string;
  kind: string;
  indicator: string;
  district: number;
  group: string | null;
}

function inWords({ severity, kind, indicator, district, group }: Flagged): string {
  return `${severity}: ${kind} of ${indicator} in ${district}${group ? ` (${group})` : ''}`;
}
