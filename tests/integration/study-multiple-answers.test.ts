import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import { analyseWave } from '#app/use-cases/analysis/analyse-wave.server.ts';
import { importMicrodata } from '#app/use-cases/analysis/import-microdata.server.ts';
import { publishWave } from '#app/use-cases/analysis/publish-wave.server.ts';
import { weightRun } from '#app/use-cases/analysis/weight-run.server.ts';
import { bringQuestionnaire } from '#app/use-cases/fieldwork/bring-questionnaire.server.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import type { VariableMapping } from '#core/microdata/mapping.ts';
import { studyColumns, studyFiles, studyMapping, studyRows } from '#tests/support/a-study.ts';
import { allWarnings } from '#tests/support/accepted-warnings.ts';
import { anAct, openTestFieldwork } from '#tests/support/fieldwork.ts';

const waveId = '2022-1';
type Written = (Z1: string, Z2: string) => { Z1: string; Z2: string };

/**
 * 1,008 people of whom 303 have a home alarm and 101 extra locks, as `written` writes it, and the share that
 * is published.
 */
async function published(how: VariableMapping, written: Written) {
  const database = openTestFieldwork();
  expect(bringQuestionnaire(database, cityQuestionnaire, anAct()).ok).toBe(true);
  const rows = studyRows(4, 2022).map((row, index) => ({
    ...row,
    ...written(index % 10 < 3 ? '1' : '0', index % 10 === 0 ? '1' : '0'),
  }));
  const mapping = studyMapping({ fieldwork: { firstDay: '2022-04-01', lastDay: '2022-04-20' } });
  mapping.variables.q19_protect = how;
  mapping.indicators.push('protection_any');
  const text = stringify(rows, { header: true, columns: [...studyColumns, 'Z1', 'Z2'] });
  const imported = await importMicrodata(database, { waveId, ...studyFiles(text, mapping) }, anAct());
  if (!imported.ok) return imported;
  expect(weightRun(database, waveId, anAct()).ok).toBe(true);
  const analysed = analyseWave(database, waveId, anAct());
  if (!analysed.ok) throw new Error(analysed.reason);
  const exact = analysed.analysis.estimates.find(
    ({ indicator, domain }) => indicator === 'protection_any' && domain === 'city',
  );
  const document = publishWave(database, { waveId, accepted: allWarnings(database, waveId) }, anAct());
  if (!document.ok) throw new Error(document.reason);
  const shown = document.document.estimates.find(
    ({ indicator, domain }) => indicator === 'protection_any' && domain === 'city',
  );
  return { ok: true as const, respondents: imported.respondents, exact, shown };
}

const asWritten: Written = (Z1, Z2) => ({ Z1, Z2 });
const columns = { Z1: 1, Z2: 2 };

describe('a multiple answer of a study, up to the publication', { timeout: 120_000 }, () => {
  it('with "no" everywhere is asked and none: 0.30 of 1,008, not 1.00 of 303', async () => {
    const found = await published({ columns, chosen: ['1'], notChosen: ['0'] }, asWritten);
    if (!found.ok) throw new Error(found.reason);
    expect(found).toMatchObject({ respondents: 1008, exact: { n: 1008 } });
    expect(found.exact?.value).toBeCloseTo(0.3, 1);
    expect(found.shown?.value).toBeCloseTo(found.exact?.value ?? Number.NaN, 2);
    expect(found.shown?.n).toBeGreaterThanOrEqual(1000);
  });

  it('says the same where the file holds only what was chosen and the mapping says what a blank is', async () => {
    const zeros = await published({ columns, chosen: ['1'], notChosen: ['0'] }, asWritten);
    const blanks = await published(
      { columns, chosen: ['1'], notChosen: [], blank: 'not-chosen' },
      (Z1, Z2) => ({
        Z1: Z1.replace('0', ''),
        Z2: Z2.replace('0', ''),
      }),
    );
    if (!zeros.ok || !blanks.ok) throw new Error('refused');
    expect(blanks.exact).toEqual(zeros.exact);
  });

  it('that no value can deny is refused: everyone who answered would have said "yes"', async () => {
    const found = await published({ columns, chosen: ['1'], notChosen: [] }, (Z1, Z2) => ({
      Z1: Z1.replace('0', ''),
      Z2: Z2.replace('0', ''),
    }));
    expect(found).toMatchObject({
      ok: false,
      reason: 'mapping-refused',
      faults: [{ code: 'nothing-says-no', column: 'variables.q19_protect' }],
    });
  });
});
