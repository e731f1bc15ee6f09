import { stringify } from 'csv-stringify/sync';
import { expect } from 'vitest';
import { demonstrationStrata } from '#app/demonstration/seed/population.ts';
import { analyseWave } from '#app/use-cases/analysis/analyse-wave.server.ts';
import { handOverPublication } from '#app/use-cases/analysis/hand-over-publication.server.ts';
import { importMicrodata } from '#app/use-cases/analysis/import-microdata.server.ts';
import { publishWave } from '#app/use-cases/analysis/publish-wave.server.ts';
import { weightRun } from '#app/use-cases/analysis/weight-run.server.ts';
import { bringQuestionnaire } from '#app/use-cases/fieldwork/bring-questionnaire.server.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import type { MicrodataMapping } from '#core/microdata/mapping.ts';
import { parseRespondentCell } from '#core/sampling/respondent-cell.ts';
import { studyColumns, studyFiles, studyMapping } from './a-study.ts';
import { allWarnings } from './accepted-warnings.ts';
import { anAct, openTestFieldwork } from './fieldwork.ts';
import { openTestResults } from './results.ts';
import { storedResponses } from './stored-responses.ts';

const waveId = '2024-2';
/** A row of a study's file by column. */
export type Cells = Record<string, string>;

/** A study from its file to city hall. */
export async function throughTheImport(
  rows: readonly Cells[],
  changes: Partial<MicrodataMapping>,
  columns: readonly string[] = [],
) {
  const database = openTestFieldwork();
  expect(bringQuestionnaire(database, cityQuestionnaire, anAct()).ok).toBe(true);
  const text = stringify([...rows], { header: true, columns: [...studyColumns, ...columns] });
  const files = studyFiles(text, studyMapping(changes));
  const imported = await importMicrodata(database, { waveId, ...files }, anAct());
  if (!imported.ok) return { imported };
  const weighed = weightRun(database, waveId, anAct());
  if (!weighed.ok) throw new Error(weighed.reason);
  const analysed = analyseWave(database, waveId, anAct());
  if (!analysed.ok) throw new Error(analysed.reason);
  const published = publishWave(database, { waveId, accepted: allWarnings(database, waveId) }, anAct());
  if (!published.ok) throw new Error(published.reason);
  expect(handOverPublication(database, openTestResults(), waveId, anAct())).toMatchObject({ ok: true });
  const weights = database.analysis.weights(weighed.runId);
  const people = storedResponses(database, waveId).map(({ stratum, answers }, index) => ({
    ...parseRespondentCell(stratum),
    answers: JSON.parse(answers) as Record<string, number>,
    ...(weights[index] ?? { base: Number.NaN, final: Number.NaN }),
  }));
  const { estimates, contrasts, distributions } = analysed.analysis;
  const estimate = (indicator: string, domain: string) =>
    estimates.find((one) => one.indicator === indicator && one.domain === domain);
  return {
    imported,
    report: weighed.report,
    people,
    estimate,
    contrasts,
    distributions,
    document: published.document,
  };
}

export type People = NonNullable<Awaited<ReturnType<typeof throughTheImport>>['people']>;
/** Σ of the final weights of those who are counted. */
export const sumOf = (people: People, isCounted: (one: People[number]) => boolean) =>
  people.reduce((sum, one) => sum + (isCounted(one) ? one.final : 0), 0);
/** Residents of the strata that are counted. */
export const populationOf = (isCounted: (key: string) => boolean) =>
  demonstrationStrata().reduce((sum, { key, population }) => sum + (isCounted(key) ? population : 0), 0);
