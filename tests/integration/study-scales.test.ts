import { stringify } from 'csv-stringify/sync';
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
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import type { MicrodataMapping } from '#core/microdata/mapping.ts';
import { studyColumns, studyFiles, studyMapping, studyRows } from '#tests/support/a-study.ts';
import { allWarnings } from '#tests/support/accepted-warnings.ts';
import { anAct, openTestFieldwork } from '#tests/support/fieldwork.ts';
import { type Cells, throughTheImport } from '#tests/support/imported-study.ts';
import { openTestResults } from '#tests/support/results.ts';

/** P2 on five points, 3 is "neither": every sixth person is in the middle. */
const fivePoints = (row: Cells, i: number): Cells => {
  const answer = { '1': '1', '2': '2', '3': '4', '4': '5' }[row.P2 ?? ''];
  return answer ? { ...row, P2: i % 6 === 0 ? '3' : answer } : { ...row, P2: '9' };
};
const withMiddle = (): Pick<MicrodataMapping, 'variables'> => ({
  variables: {
    ...studyMapping().variables,
    q05_district_safe: {
      column: 'P2',
      codes: { '1': 1, '2': 2, '4': 3, '5': 4 },
      neutral: ['3'],
      noAnswer: ['9'],
    },
  },
});
/** Final weights that are all alike leave shares as they are counted. */
const asCounted: Partial<MicrodataMapping> = { weights: { column: 'WAGA', use: 'as-given' }, ignored: [] };

describe('a scale with a neutral middle', { timeout: 240_000 }, () => {
  it('has the middle in the base and counts it as neither, in words, shares and the distribution', async () => {
    const rows = studyRows(4).map(fivePoints);
    const found = await throughTheImport(rows, { ...withMiddle(), ...asCounted });
    const { imported, estimate, distributions, document } = found;
    if (!imported.ok || !estimate || !document) throw new Error(JSON.stringify(imported));
    const given = (...codes: string[]) => rows.filter(({ P2 }) => codes.includes(P2 ?? '')).length;
    expect(imported.notes).toContainEqual({
      code: 'neutral-answers',
      variable: 'q05_district_safe',
      respondents: given('3'),
    });
    const all = given('1', '2', '3', '4', '5');
    expect(estimate('district_unsafe', 'city')).toMatchObject({ n: all });
    expect(estimate('district_unsafe', 'city')?.value).toBeCloseTo(given('4', '5') / all, 9);
    expect(estimate('district_safe_pos', 'city')?.value).toBeCloseTo(given('1', '2') / all, 9);
    const words = document.indicators.find(({ id }) => id === 'district_unsafe');
    expect(words?.derivedFrom?.baseCodes).toContain(96);
    expect(words?.base.en).toContain('the middle of the scale');
    const answers = document.distributions.find(
      ({ variable, domain }) => variable === 'q05_district_safe' && domain === 'city',
    )?.answers;
    const middle = answers?.find(({ code }) => code === 96);
    expect(middle?.label.pl).toBe('Odpowiedź pośrodku skali');
    const exact = distributions?.find(
      ({ variable, domain }) => variable === 'q05_district_safe' && domain === 'city',
    );
    expect(exact?.n).toBe(all);
    expect(exact?.shares.find(({ code }) => code === 96)?.share).toBeCloseTo(given('3') / all, 9);
    expect(document.wave.otherScales?.toSorted()).toEqual(['district_safe_pos', 'district_unsafe']);
  });

  it('breaks the series of its own indicators, and of no other', async () => {
    const [firm, city] = [openTestFieldwork(), openTestResults()];
    expect(bringQuestionnaire(firm, cityQuestionnaire, anAct()).ok).toBe(true);
    const publish = async (wave: string, rows: readonly Cells[], changes: Partial<MicrodataMapping>) => {
      const text = stringify([...rows], { header: true, columns: [...studyColumns] });
      const files = studyFiles(text, studyMapping(changes));
      const imported = await importMicrodata(firm, { waveId: wave, ...files }, anAct());
      if (!imported.ok) throw new Error(JSON.stringify(imported));
      weightRun(firm, wave, anAct());
      const analysed = analyseWave(firm, wave, anAct());
      const published = publishWave(firm, { waveId: wave, accepted: allWarnings(firm, wave) }, anAct());
      if (!analysed.ok || !published.ok) throw new Error('not published');
      expect(handOverPublication(firm, city, wave, anAct())).toMatchObject({ ok: true });
      return { analysis: analysed.analysis, document: published.document };
    };
    await publish('2024-2', studyRows(8).map(fivePoints), withMiddle());
    const { analysis, document } = await publish('2025-2', studyRows(8, 2025), {
      fieldwork: { firstDay: '2025-10-01', lastDay: '2025-10-20' },
    });
    const changed = new Set(
      document.estimates.filter(({ change }) => change !== null).map(({ indicator }) => indicator),
    );
    expect([...changed].sort()).toEqual(['city_safe_pos', 'hood_dark_unsafe']);
    const compared = [...analysis.flags, ...analysis.unflagged].filter(
      ({ kind }) => kind === 'deterioration',
    );
    expect(compared.map(({ indicator }) => indicator)).not.toContain('district_unsafe');
    expect(compared.map(({ indicator }) => indicator)).toContain('hood_dark_unsafe');

    const pictureOf = (indicator: string) => {
      const chosen = cityReport(city, { waveId: '2025-2', indicator })?.chosen;
      if (!chosen) throw new Error('the city has a trend');
      const { indicator: subject, points: figures, notAsked } = chosen;
      return trendPicture(serverTranslator('pl'), {
        indicator: subject,
        place: 'Kraków',
        figures,
        notAsked,
        rule: { maximumModeShift: 0.1, changeMargin: 0.03, falseDiscoveryRate: 0.05 },
      });
    };
    expect(pictureOf('district_unsafe').breaks).toEqual([
      { at: expect.any(Number), note: expect.stringContaining('Skala tego pytania zmieniła się') },
    ]);
    expect(pictureOf('hood_dark_unsafe').breaks).toEqual([]);
  });

  it('is refused where an index would need it, or where the middle has a code as well', async () => {
    const rows = studyRows(1).map(fivePoints);
    const coded = withMiddle();
    Object.assign(coded.variables.q05_district_safe ?? {}, {
      codes: { '1': 1, '2': 2, '3': 98, '4': 3, '5': 4 },
    });
    const twice = await throughTheImport(rows, coded);
    expect(twice.imported).toMatchObject({
      ok: false,
      reason: 'mapping-refused',
      faults: [{ code: 'neutral-is-coded', column: 'variables.q05_district_safe.neutral', found: '3' }],
    });
    const avoidance: MicrodataMapping['variables'] = Object.fromEntries(
      ['q18a_street', 'q18b_stay', 'q18c_park', 'q18d_transit', 'q18e_escort', 'q18f_child'].map((name) => [
        name,
        { column: 'P1', codes: { '1': 1, '2': 2, '4': 4 }, neutral: ['3'], noAnswer: ['5', '9'] },
      ]),
    );
    const index = await throughTheImport(rows, {
      variables: { ...studyMapping().variables, ...avoidance },
      indicators: ['avoid_score', 'avoids_places'],
    });
    expect(index.imported).toMatchObject({
      ok: false,
      faults: [{ code: 'neutral-in-index', column: 'indicators', found: 'avoid_score' }],
    });
  });
});
