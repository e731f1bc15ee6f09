import { describe, expect, it } from 'vitest';
import { trendPicture } from '#app/components/charts/trend-picture.ts';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { analyseWave } from '#app/use-cases/analysis/analyse-wave.server.ts';
import { handOverPublication } from '#app/use-cases/analysis/hand-over-publication.server.ts';
import { importMicrodata } from '#app/use-cases/analysis/import-microdata.server.ts';
import { publishWave } from '#app/use-cases/analysis/publish-wave.server.ts';
import { weightRun } from '#app/use-cases/analysis/weight-run.server.ts';
import { bringQuestionnaire } from '#app/use-cases/fieldwork/bring-questionnaire.server.ts';
import { cityReport } from '#app/use-cases/results/city-report.server.ts';
import { flagList } from '#app/use-cases/results/flag-list.server.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import type { MicrodataFault } from '#core/microdata/table.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { readPublication } from '#core/publication/read.ts';
import { parseStratumKey } from '#core/sampling/stratum.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { type StudyRow, studyFiles, studyMapping, studyRows } from '#tests/support/a-study.ts';
import { allWarnings } from '#tests/support/accepted-warnings.ts';
import { dumpOf } from '#tests/support/dump.ts';
import { anAct, openTestFieldwork } from '#tests/support/fieldwork.ts';
import { openTestResults } from '#tests/support/results.ts';
import { storedResponses } from '#tests/support/stored-responses.ts';

const waveId = '2024-2';

function aFirm(): FieldworkDatabase {
  const database = openTestFieldwork();
  const brought = bringQuestionnaire(database, cityQuestionnaire, anAct());
  if (!brought.ok) throw new Error(brought.reason);
  return database;
}

async function publish(
  firm: FieldworkDatabase,
  city: ResultsDatabase,
  wave: string,
  files: ReturnType<typeof studyFiles>,
): Promise<PublicationDocument> {
  const imported = await importMicrodata(firm, { waveId: wave, ...files }, anAct());
  if (!imported.ok) throw new Error(JSON.stringify(imported));
  weightRun(firm, wave, anAct());
  analyseWave(firm, wave, anAct());
  const accepted = allWarnings(firm, wave);
  const published = publishWave(firm, { waveId: wave, accepted }, anAct());
  if (!published.ok) throw new Error(published.reason);
  expect(handOverPublication(firm, city, wave, anAct())).toMatchObject({ ok: true });
  return published.document;
}

const importInto = (database: FieldworkDatabase, files: ReturnType<typeof studyFiles>) =>
  importMicrodata(database, { waveId, ...files }, anAct());

describe('microdata of an earlier study', () => {
  it('become a published wave of their mode, weighted to its populations, without nonresponse adjustment', {
    timeout: 120_000,
  }, async () => {
    const database = aFirm();
    const rows = studyRows();
    expect(await importInto(database, studyFiles(rows))).toEqual({
      ok: true,
      waveId,
      respondents: rows.length,
      notes: [{ code: 'design-not-described' }],
    });
    expect(database.waves.wave(waveId)).toMatchObject({ status: 'frozen', wrappedPrivateKey: null });
    // What the study was mapped to cannot change under its responses.
    const fewer = { ...cityQuestionnaire, keyVariables: cityQuestionnaire.keyVariables.slice(1) };
    expect(bringQuestionnaire(database, fewer, anAct())).toMatchObject({ reason: 'questionnaire-frozen' });

    const weighed = weightRun(database, waveId, anAct());
    if (!weighed.ok) throw new Error(weighed.reason);
    expect(weighed.report.warnings).toContainEqual({ code: 'nonresponse-not-adjusted' });
    const strata = new Map(database.waves.strata(waveId).map((stratum) => [stratum.stratum, stratum]));
    const weights = database.analysis.weights(weighed.runId);
    storedResponses(database, waveId).forEach(({ stratum }, index) => {
      const { population = 0, mainSize = 1 } = strata.get(stratum) ?? {};
      expect(weights[index]?.base).toBeCloseTo(population / mainSize, 9);
      expect(weights[index]?.nonresponse).toBe(weights[index]?.base);
    });
    expect(analyseWave(database, waveId, anAct()).ok).toBe(true);
    const accepted = allWarnings(database, waveId);
    expect(accepted).toContain('nonresponse-not-adjusted');
    const before = dumpOf(database);
    const some = accepted.filter((code) => code !== 'nonresponse-not-adjusted');
    expect(publishWave(database, { waveId, accepted: some }, anAct())).toEqual({
      ok: false,
      reason: 'warnings-not-accepted',
      detail: { codes: 'nonresponse-not-adjusted' },
      warnings: [{ study: null, warning: { code: 'nonresponse-not-adjusted' } }],
    });
    expect(dumpOf(database)).toEqual(before);
    const published = publishWave(database, { waveId, accepted: [...accepted, 'typing-error'] }, anAct());
    if (!published.ok) throw new Error(published.reason);
    const { document } = published;
    expect(document.wave).toMatchObject({ modes: [{ mode: 'phone', share: 1 }], synthetic: true });
    expect(document.method).toMatchObject({ seed: '', frameSha256: null, study: { name: 'CATI 2024' } });
    expect(document.method.weighting.warnings).toContain('nonresponse-not-adjusted');
    expect(document.method.weighting.accepted).toEqual({ warnings: accepted, by: anAct().actor });
    const [entry] = database.audit.ofSubject(waveId, 1);
    expect(entry).toMatchObject({
      act: 'wave-published',
      actor: anAct().actor,
      detail: { acceptedWarnings: accepted.join(', ') },
    });
    expect(document.outcomes).toEqual([]);
    expect(document.indicators.map(({ id }) => id).sort()).toEqual([...studyMapping().indicators].sort());
    expect(new Set(document.estimates.map(({ indicator }) => indicator))).toEqual(
      new Set(studyMapping().indicators),
    );
    expect(document.flags.every(({ indicator }) => studyMapping().indicators.includes(indicator))).toBe(true);
    expect(readPublication(published.text).ok).toBe(true);
    const city = openTestResults();
    expect(handOverPublication(database, city, waveId, anAct())).toMatchObject({ ok: true });
  });

  it('keep what was answered and nothing that leads to the person', async () => {
    const database = aFirm();
    const rows = studyRows(1);
    expect(await importInto(database, studyFiles(rows))).toMatchObject({ ok: true });
    const responses = storedResponses(database, waveId);
    const answered = (cell: string) => rows.filter(({ P1 }) => P1 === cell).length;
    const given = (code: number) =>
      responses.filter(({ answers }) => JSON.parse(answers).q04_city_safe === code).length;
    expect([given(1), given(98)]).toEqual([answered('1'), answered('5')]);
    expect(JSON.stringify(dumpOf(database))).not.toContain('r17"');
    expect(JSON.stringify(responses)).not.toContain('r17"');
  });

  it('take a mode from a column, answers from several columns, and ages in years or bands', async () => {
    const database = aFirm();
    const rows = studyRows(2).map((row, index) => ({ ...row, WAGA: index % 2 === 0 ? 'telefon' : 'www' }));
    const mapping = studyMapping({
      mode: { column: 'WAGA', codes: { telefon: 'phone', www: 'web' } },
      age: { years: 'ROK_UR' },
      ignored: [],
    });
    const inYears = rows.map((row) => ({ ...row, ROK_UR: String(2024 - Number(row.ROK_UR)) }));
    expect(await importInto(database, studyFiles(inYears, mapping))).toMatchObject({ ok: true });
    const responses = storedResponses(database, waveId);
    expect(responses.filter(({ mode }) => mode === 'web')).toHaveLength(rows.length / 2);
    expect(new Set(responses.map(({ stratum }) => parseStratumKey(stratum).ageBand)).size).toBe(7);
  });
});

describe('a phone wave before a web wave', () => {
  it('is drawn apart, says why no change was tested, and gives no change and no flag of deterioration', {
    timeout: 240_000,
  }, async () => {
    const [firm, city] = [aFirm(), openTestResults()];
    await publish(firm, city, '2024-2', studyFiles(studyRows()));
    const web = studyMapping({ mode: 'web', fieldwork: { firstDay: '2025-09-01', lastDay: '2025-10-31' } });
    const document = await publish(firm, city, '2025-2', studyFiles(studyRows(8, 2025), web));
    expect(document.estimates.filter(({ change }) => change !== null)).toEqual([]);
    expect(document.flags.filter(({ kind }) => kind === 'deterioration')).toEqual([]);

    expect(flagList(city, '2025-2')?.changes).toMatchObject({
      against: null,
      previous: { waveId: '2024-2' },
      breaks: [{ kind: 'mode', before: 0, after: 1 }],
    });
    const alone = { against: null, previous: null, breaks: [], leads: false, ofWave: false, year: null };
    expect(flagList(city, '2024-2')?.changes).toEqual(alone);

    const chosen = cityReport(city, { waveId: '2025-2', indicator: 'hood_dark_unsafe' })?.chosen;
    if (!chosen) throw new Error('the city has a trend');
    const { indicator, points: figures, notAsked } = chosen;
    const picture = trendPicture(serverTranslator('en'), {
      indicator,
      place: 'Kraków',
      figures,
      notAsked,
      rule: { maximumModeShift: 0.1, changeMargin: 0.03, falseDiscoveryRate: 0.05 },
    });
    expect(picture.runs.map(({ points }) => points.length)).toEqual([1, 1]);
    expect(picture.breaks).toEqual([
      { at: expect.any(Number), note: expect.stringContaining('no line joins') },
    ]);
  });
});

describe('invariant 12: microdata with a fault are refused with the place, and nothing is stored', () => {
  const changed = (at: number, change: Partial<StudyRow>): StudyRow[] =>
    studyRows(1).map((row, index) => (index === at ? { ...row, ...change } : row));
  const columnsOf = (columns: readonly string[]) =>
    `${columns.join(';')}\n${columns.map(() => '1').join(';')}\n`;
  const all = ['ID', 'DZIELNICA', 'PLEC', 'ROK_UR', 'P1', 'P2', 'P3', 'WYKSZT', 'WAGA'];

  it.each<[string, Parameters<typeof studyFiles>, Partial<MicrodataFault>]>([
    ['a column too few', [columnsOf(all.slice(0, -1))], { code: 'missing-column', column: 'WAGA' }],
    ['a column too many', [columnsOf([...all, 'P99'])], { code: 'extra-column', column: 'P99' }],
    ['a column twice', [columnsOf([...all, 'P1'])], { code: 'repeated-column', column: 'P1' }],
    [
      'a code without a meaning',
      [changed(2, { P1: '7' })],
      { code: 'unmapped-code', place: 4, column: 'P1', found: '7' },
    ],
    [
      'a code that only an object has',
      [changed(2, { P1: 'constructor' })],
      { code: 'unmapped-code', place: 4 },
    ],
    [
      'a respondent twice',
      [changed(4, { ID: 'r1' })],
      { code: 'duplicate-respondent', place: 6, column: 'ID', found: '2' },
    ],
    [
      'a district that is none',
      [changed(0, { DZIELNICA: '19' })],
      { code: 'unknown-district', place: 2, found: '19' },
    ],
    ['no sex', [changed(0, { PLEC: '' })], { code: 'missing-value', place: 2, column: 'PLEC' }],
    ['a child', [changed(0, { ROK_UR: '2010' })], { code: 'under-age', place: 2, column: 'ROK_UR' }],
    ['an age that is none', [changed(0, { ROK_UR: 'dawno' })], { code: 'unknown-age', found: 'dawno' }],
    ['rows that end early', ['ID;DZIELNICA\n1\n'], { code: 'ragged-row', place: 2 }],
    ['no rows', [`${all.join(',')}\n`], { code: 'no-rows' }],
    ['bytes that are no text', [Buffer.from([0, 1, 2])], { code: 'not-a-text-file' }],
    ['a system file that is none', ['not SPSS', studyMapping(), 'cati.sav'], { code: 'not-sav' }],
    [
      'a negative population',
      [studyRows(1), studyMapping({ population: { ...studyMapping().population, 'D01|18-24|F': -1 } })],
      { code: 'negative-population', column: 'population.D01|18-24|F', found: '-1' },
    ],
    [
      'a stratum without a population',
      [studyRows(1), studyMapping({ population: { ...studyMapping().population, 'D01|18-24|F': 0 } })],
      { code: 'stratum-without-population', place: 2, found: 'D01|18-24|F' },
    ],
    [
      'a stratum left out',
      [studyRows(1), studyMapping({ population: { 'D01|18-24|F': 100 } })],
      { code: 'missing-stratum', column: 'population.D01|18-24|M' },
    ],
    [
      'a population of no district',
      [studyRows(1), studyMapping({ population: { ...studyMapping().population, 'D40|18-24|F': 5 } })],
      { code: 'unknown-district', column: 'population.D40|18-24|F' },
    ],
    [
      'a code that our question does not have',
      [
        studyRows(1),
        studyMapping({ variables: { q04_city_safe: { column: 'P1', codes: { '1': 77 } } }, education: null }),
      ],
      { code: 'unknown-code', column: 'variables.q04_city_safe.1', found: '77' },
    ],
    [
      'a variable that is none of ours',
      [studyRows(1), studyMapping({ variables: { q99: { column: 'P1', codes: {} } } })],
      { code: 'unknown-variable', column: 'variables.q99' },
    ],
    [
      'an indicator that was not asked',
      [studyRows(1), studyMapping({ indicators: ['vict_6m_any'] })],
      { code: 'indicator-without-variable', column: 'indicators' },
    ],
    [
      'an indicator that is none',
      [studyRows(1), studyMapping({ indicators: ['joy'] })],
      { code: 'unknown-indicator', found: 'joy' },
    ],
    [
      'a mapping with another field',
      [studyRows(1), { ...studyMapping(), extra: 1 }],
      { code: 'bad-mapping' },
    ],
    ['a mapping that is no JSON', [studyRows(1), '{'], { code: 'mapping-not-json' }],
  ])('%s', async (_, files, fault) => {
    const database = aFirm();
    const before = dumpOf(database);
    const imported = await importInto(database, studyFiles(...files));
    expect(imported).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^(?:microdata|mapping)-refused$/),
    });
    expect(imported.ok ? [] : imported.faults).toContainEqual(expect.objectContaining(fault));
    expect(dumpOf(database)).toEqual(before);
  });

  it('all faults at once, and a wave that exists already is left alone', async () => {
    const database = aFirm();
    const rows = studyRows(1).map((row) => ({ ...row, P1: '7', P2: '8' }));
    const imported = await importInto(database, studyFiles(rows));
    expect(imported.ok ? [] : imported.faults).toHaveLength(rows.length * 2);
    expect(await importInto(database, studyFiles(studyRows(1)))).toMatchObject({ ok: true });
    const stored = dumpOf(database);
    expect(await importInto(database, studyFiles(studyRows(1)))).toEqual({
      ok: false,
      reason: 'wave-exists',
    });
    expect(dumpOf(database)).toEqual(stored);
  });
});
