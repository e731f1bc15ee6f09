import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withBridges } from '#app/components/charts/bridge-picture.ts';
import { trendPicture } from '#app/components/charts/trend-picture.ts';
import { seededRandom } from '#app/demonstration/seed/random.ts';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { stepFacts } from '#app/routes/fieldwork/step-facts.server.ts';
import { analyseWave } from '#app/use-cases/analysis/analyse-wave.server.ts';
import { handOverPublication } from '#app/use-cases/analysis/hand-over-publication.server.ts';
import { importMicrodata } from '#app/use-cases/analysis/import-microdata.server.ts';
import { importParallelSample } from '#app/use-cases/analysis/import-parallel-sample.server.ts';
import { publishWave } from '#app/use-cases/analysis/publish-wave.server.ts';
import { weightRun } from '#app/use-cases/analysis/weight-run.server.ts';
import { bringQuestionnaire } from '#app/use-cases/fieldwork/bring-questionnaire.server.ts';
import { waveStanding } from '#app/use-cases/fieldwork/wave-standing.server.ts';
import { cityReport } from '#app/use-cases/results/city-report.server.ts';
import { flagList } from '#app/use-cases/results/flag-list.server.ts';
import { defaultFlagRule } from '#city/flag-rule.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import type { MicrodataMapping } from '#core/microdata/mapping.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { readPublication } from '#core/publication/read.ts';
import { type FieldworkDatabase, openFieldwork } from '#db/fieldwork/database.ts';
import { openResults, type ResultsDatabase } from '#db/results/database.ts';
import { type StudyRow, studyFiles, studyMapping, studyRows } from '#tests/support/a-study.ts';
import { allWarnings } from '#tests/support/accepted-warnings.ts';
import { testFolder } from '#tests/support/database.ts';
import { dumpOf } from '#tests/support/dump.ts';
import { anAct } from '#tests/support/fieldwork.ts';
import { openTestResults } from '#tests/support/results.ts';

const waveId = '2025-2';
const autumn = { firstDay: '2025-10-01', lastDay: '2025-10-20' };
const parallelMapping = (changes: Partial<MicrodataMapping> = {}) =>
  studyMapping({ study: 'CATI 2025', fieldwork: autumn, ...changes });

/** On the phone every second person who feels unsafe after dark says one step less. */
function onThePhone(rows: readonly StudyRow[]): StudyRow[] {
  const random = seededRandom('on the phone');
  const said = (cell: string) => (cell === '3' && random.chance(0.5) ? '2' : cell);
  return rows.map((row) => ({ ...row, P3: said(row.P3) }));
}

let firm: FieldworkDatabase;
let city: ResultsDatabase;
const published: PublicationDocument[] = [];

function publish(wave: string, correctionNote: string | null = null): PublicationDocument {
  const outcome = publishWave(
    firm,
    { waveId: wave, correctionNote, accepted: allWarnings(firm, wave) },
    anAct(),
  );
  if (!outcome.ok) throw new Error(outcome.reason);
  expect(readPublication(outcome.text)).toMatchObject({ ok: true });
  expect(handOverPublication(firm, city, wave, anAct())).toMatchObject({ ok: true });
  return outcome.document;
}

async function aWave(wave: string, rows: readonly StudyRow[], mapping: MicrodataMapping): Promise<void> {
  const imported = await importMicrodata(firm, { waveId: wave, ...studyFiles(rows, mapping) }, anAct());
  if (!imported.ok) throw new Error(JSON.stringify(imported));
  weightRun(firm, wave, anAct());
  analyseWave(firm, wave, anAct());
}

const beside = (files: ReturnType<typeof studyFiles>, wave = waveId) =>
  importParallelSample(firm, { waveId: wave, ...files }, anAct());

const chosen = (indicator: string) => {
  const found = cityReport(city, { waveId, indicator })?.chosen;
  if (!found) throw new Error('the city has a trend');
  return found;
};

/** A phone wave a year before a web wave. */
beforeAll(async () => {
  firm = openFieldwork(join(testFolder(), 'fieldwork.sqlite'));
  city = openResults(join(testFolder(), 'results.sqlite'));
  bringQuestionnaire(firm, cityQuestionnaire, anAct());
  await aWave('2024-2', onThePhone(studyRows(4)), studyMapping());
  await aWave(waveId, studyRows(8, 2025), studyMapping({ mode: 'web', fieldwork: autumn }));
  published.push(publish('2024-2'), publish(waveId));
}, 240_000);

afterAll(() => {
  firm?.close();
  city?.close();
});

describe('invariant 12: a parallel sample with a fault is refused with the place, and nothing is stored', () => {
  const rows = studyRows(1, 2025);
  const twoDistricts = Object.fromEntries(
    Object.entries(studyMapping().population).filter(([key]) => /^D0[12]/.test(key)),
  );

  it.each<[string, Parameters<typeof studyFiles>, object]>([
    [
      'a code without a meaning',
      [rows.map((row, index) => (index === 2 ? { ...row, P1: '7' } : row)), parallelMapping()],
      { code: 'unmapped-code', place: 4, column: 'P1', found: '7' },
    ],
    [
      'another half-year',
      [rows, parallelMapping({ fieldwork: { firstDay: '2025-06-20', lastDay: '2025-07-10' } })],
      { code: 'other-half-year', column: 'fieldwork.firstDay', found: '2025-06-20' },
    ],
    [
      'a day that is in no calendar',
      [rows, parallelMapping({ fieldwork: { firstDay: '2025-09-31', lastDay: '2025-10-10' } })],
      { code: 'bad-mapping', column: 'fieldwork.firstDay' },
    ],
    [
      'another year',
      [rows, parallelMapping({ fieldwork: { firstDay: '2025-12-20', lastDay: '2026-10-10' } })],
      { code: 'other-half-year', column: 'fieldwork.lastDay', found: '2026-10-10' },
    ],
    [
      'another population',
      [rows, parallelMapping({ population: { ...studyMapping().population, 'D01|18-24|F': 7 } })],
      { code: 'other-population', column: 'population.D01|18-24|F', found: expect.stringMatching(/^7 ≠ /) },
    ],
    [
      'a part of the city',
      [rows.filter(({ DZIELNICA }) => Number(DZIELNICA) <= 2), parallelMapping({ population: twoDistricts })],
      { code: 'other-population', column: 'population.D03|18-24|F' },
    ],
    [
      'no margin of education where the wave has one',
      [rows, parallelMapping({ education: null })],
      { code: 'other-population', column: 'education', found: expect.stringMatching(/^null ≠ /) },
    ],
  ])('%s', async (_, files, fault) => {
    const before = dumpOf(firm);
    const imported = await beside(studyFiles(...files));
    expect(imported.ok ? [] : imported.faults).toContainEqual(expect.objectContaining(fault));
    expect(dumpOf(firm)).toEqual(before);
  });

  it.each<[string, Parameters<typeof studyFiles>, string, string]>([
    ['a wave that is none', [rows, parallelMapping()], '2031-2', 'unknown-wave'],
    ['the mode of its wave', [rows, parallelMapping({ mode: 'web' })], waveId, 'same-mode'],
    ['another questionnaire', [rows, parallelMapping({ askedWith: 'cati-9' })], waveId, 'not-only-mode'],
    [
      'no indicator of its wave',
      [rows, parallelMapping({ indicators: ['dark_never'] })],
      waveId,
      'no-shared-indicator',
    ],
    [
      'real people beside invented ones',
      [rows, parallelMapping({ synthetic: false })],
      waveId,
      'synthetic-mixed',
    ],
    [
      'nobody in a district',
      [rows.filter(({ DZIELNICA }) => DZIELNICA !== '3'), parallelMapping()],
      waveId,
      'district-without-respondents',
    ],
  ])('%s', async (_, files, wave, reason) => {
    const before = dumpOf(firm);
    expect(await beside(studyFiles(...files), wave)).toMatchObject({ ok: false, reason });
    expect(dumpOf(firm)).toEqual(before);
  });
});

describe('a parallel sample in the mode of the years before', { timeout: 240_000 }, () => {
  const rows = onThePhone(studyRows(8, 2025));

  it('measures the mode effect of every indicator that both asked, and keeps no respondent', async () => {
    const responses = firm.analysis.responseCount(waveId);
    const imported = await beside(studyFiles(rows, parallelMapping()));
    if (!imported.ok) throw new Error(JSON.stringify(imported));
    expect(imported.respondents).toBe(rows.length);
    expect(imported.effects.map(({ indicator }) => indicator).sort()).toEqual(
      [...studyMapping().indicators].sort(),
    );
    // The people are the same: nothing but the planted answers differs.
    for (const { indicator, difference } of imported.effects) {
      if (indicator === 'hood_dark_unsafe') expect(difference).toBeGreaterThan(0.02);
      else expect(difference).toBeCloseTo(0, 12);
    }
    expect(firm.analysis.responseCount(waveId)).toBe(responses);
    const [run] = firm.studies.parallelSamples(waveId);
    expect(run).toMatchObject({ mode: 'phone', study: 'CATI 2025', fileName: 'cati.csv' });
    expect(() => firm.sqlite.exec('UPDATE parallel_samples SET study = study')).toThrow('never changes');
    expect(() => firm.sqlite.exec('DELETE FROM parallel_samples')).toThrow('never deleted');
  });

  it('read again gives the same bytes, and of two the newer counts', async () => {
    const [first] = firm.studies.parallelSamples(waveId);
    await beside(studyFiles(rows, parallelMapping()));
    const runs = firm.studies.parallelSamples(waveId);
    expect(runs).toHaveLength(1);
    expect(runs[0]?.runId).not.toBe(first?.runId);
    for (const name of ['inputSha256', 'outputSha256', 'figures', 'report'] as const)
      expect(runs[0]?.[name], name).toBe(first?.[name]);
  });

  it('is told on the page of the wave, with the study and the mode', () => {
    const wave = firm.waves.wave(waveId);
    if (!wave) throw new Error('the wave is there');
    const translator = serverTranslator('en');
    const standing = waveStanding(firm, wave, anAct().now);
    const facts = stepFacts(translator, firm, wave, standing);
    const [run] = firm.studies.parallelSamples(waveId);
    expect(facts.publish[0]).toBe(
      `Parallel sample “CATI 2025”, 1 October 2025 – 20 October 2025, mostly by telephone (run ${run?.runId}): every publication composed since then carries the effect of the mode.`,
    );
    expect(facts.freeze[0]).toMatch(/^The answers come from the study “.+”, file .+\.csv, imported /);
  });

  it('reaches the city with a correction that changes no figure', () => {
    const before = published[1];
    const document = publish(waveId, 'a parallel sample');
    expect(document).toMatchObject({ publicationId: '2025-2.2', replaces: '2025-2.1' });
    expect(before?.parallelSamples).toBeUndefined();
    for (const part of ['estimates', 'flags', 'distributions', 'places'] as const)
      expect(document[part]).toEqual(before?.[part]);
    const [sample] = document.parallelSamples ?? [];
    const [run] = firm.studies.parallelSamples(waveId);
    expect(sample).toMatchObject({
      study: { name: 'CATI 2025', fileSha256: run?.fileSha256, mappingSha256: run?.mappingSha256 },
      modes: [{ mode: 'phone', share: 1 }],
      run: { run: run?.runId, inputSha256: run?.inputSha256, outputSha256: run?.outputSha256 },
      fieldworkFrom: autumn.firstDay,
    });
    expect(sample?.effects).toHaveLength(4);
  });

  it('bridges the wave before the break, beside the published figures and not in their place', () => {
    const { bridges, points } = chosen('hood_dark_unsafe');
    expect(points.map(({ wave }) => wave.waveId)).toEqual(['2024-2', waveId]);
    const [bridge] = bridges;
    expect(bridges).toHaveLength(1);
    expect(bridge?.levels.map(({ wave }) => wave.waveId)).toEqual(['2024-2']);
    const { value = 0, standardError = 0 } = points[0]?.estimate ?? {};
    const level = bridge?.levels[0];
    expect(level?.value).toBeCloseTo((value ?? 0) + (bridge?.effect.difference ?? 0), 12);
    expect(level?.standardError).toBeGreaterThan(standardError ?? 0);
    expect(points[0]?.estimate).toEqual(
      published[0]?.estimates.find(
        ({ indicator, domain }) => indicator === 'hood_dark_unsafe' && domain === 'city',
      ),
    );
  });

  it('lets no change be tested and raises no flag', () => {
    expect(points().every(({ estimate }) => estimate.change === null)).toBe(true);
    expect(flagList(city, waveId)?.changes).toMatchObject({ against: null, breaks: [{ kind: 'mode' }] });
  });

  const points = () => chosen('hood_dark_unsafe').points;

  it('is drawn as a run of its own that crosses the break, and says so', () => {
    const { indicator, points: figures, notAsked, bridges } = chosen('hood_dark_unsafe');
    const subject = { indicator, place: 'Kraków', figures, notAsked, rule: defaultFlagRule };
    const translator = serverTranslator('en');
    const plain = trendPicture(translator, subject);
    const picture = withBridges(translator, plain, subject, bridges);
    expect(picture.runs.slice(0, -1)).toEqual(plain.runs);
    const run = picture.runs.at(-1);
    expect(run).toMatchObject({ series: 'bridged', points: [{ shape: 'rectRot' }] });
    expect(run?.points[0]?.value).toBeCloseTo(100 * (bridges[0]?.levels[0]?.value ?? 0), 9);
    expect(run?.leadsTo?.value).toBe(plain.runs.at(-1)?.points[0]?.value);
    expect(picture.breaks.map(({ note }) => note)).toEqual([
      expect.stringContaining('only the estimate (dashed) crosses it'),
    ]);
    expect(picture.notes.join(' ')).toContain('not published');
    expect(withBridges(translator, plain, subject, [])).toEqual(plain);
  });

  it('has nothing to say of an indicator that it did not ask, or in a city that has not received it', () => {
    expect(chosen('city_safe_pos').bridges).toHaveLength(1);
    expect(city.modeEffects.ofIndicator('vict_6m_any')).toEqual([]);
    expect(openTestResults().modeEffects.ofIndicator('hood_dark_unsafe')).toEqual([]);
    const stored = () => city.sqlite.exec("UPDATE published_mode_effects SET effect = '{}'");
    expect(stored).toThrow('a published figure never changes');
  });
});
