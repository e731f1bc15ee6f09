import type { WaveSample } from '#core/estimation/wave-sample.ts';
import { sha256Of } from '#core/publication/serialise.ts';
import type { Answers } from '#core/questionnaire/definition.ts';
import type { WeightingInput, WeightingResult } from '#core/weighting/weight-wave.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { ResponseRow } from '#db/fieldwork/queries/analysis.ts';
import { waveOutcomes } from './wave-outcomes.ts';

/** The question about education, which the city-wide margin is raked to (codes 1 to 4). */
export const educationVariable = 'q32_edu';
const educationGroups = 4;

export type OpenedResponse = Omit<ResponseRow, 'answers'> & { answers: Answers };

/** Everything that the weights of a wave are made of. */
export interface WeightingMaterial {
  responses: OpenedResponse[];
  input: WeightingInput;
  /** SHA-256 over the input, so that a run can be repeated and compared. */
  inputSha256: string;
}

/** The part of it that estimation needs. */
interface SampleMaterial {
  responses: readonly Pick<OpenedResponse, 'stratum' | 'district'>[];
  input: Pick<WeightingInput, 'strata'>;
}

export function weightingMaterial(database: FieldworkDatabase, waveId: string): WeightingMaterial {
  const rows = database.analysis.responses(waveId);
  const responses = rows.map((row) => ({ ...row, answers: JSON.parse(row.answers) as Answers }));
  // Of an imported study only the respondents are known: they stand for everyone who was asked.
  const outcomes = database.studies.ofWave(waveId) ? null : waveOutcomes(database, waveId);
  const released = new Map<string, number>();
  for (const { stratum, count } of outcomes ?? responses.map(({ stratum }) => ({ stratum, count: 1 }))) {
    released.set(stratum, (released.get(stratum) ?? 0) + count);
  }
  const margins = database.waves.educationMargins(waveId);
  const input: WeightingInput = {
    strata: database.waves.strata(waveId).map(({ stratum, population }) => ({
      key: stratum,
      population,
      released: released.get(stratum) ?? 0,
    })),
    outcomes,
    respondents: responses.map(({ stratum, answers }) => ({ stratum, education: educationOf(answers) })),
    educationMargin: margins.length > 0 ? margins : null,
  };
  return { responses, input, inputSha256: sha256Of(JSON.stringify(input)) };
}

/** What a publication says about the responses behind it: how many, and a digest by which they can be recognised. */
export function responsesDigest(
  database: FieldworkDatabase,
  waveId: string,
): { count: number; sha256: string } {
  const rows = database.analysis.responses(waveId);
  const lines = rows.map(
    (row) => `${row.stratum} ${row.district} ${row.mode} ${row.completeness} ${row.answers}`,
  );
  return { count: rows.length, sha256: sha256Of(lines.join('\n')) };
}

/** SHA-256 over the three columns of weights, in the order of the responses. */
export function weightsDigest({ base, nonresponse, final }: WeightingResult): string {
  return sha256Of([base, nonresponse, final].map((column) => column.join(' ')).join('\n'));
}

export function educationOf(answers: Answers): number | null {
  const code = answers[educationVariable];
  return typeof code === 'number' && code >= 1 && code <= educationGroups ? code : null;
}

/** Respondents with weights for estimation. Trimmed weights keep the margins only by cycles, so they count as fixed. */
export function waveSample({ responses, input }: SampleMaterial, weighted: WeightingResult): WaveSample {
  return {
    strata: input.strata,
    stratum: responses.map(({ stratum }) => stratum),
    district: Int32Array.from(responses, ({ district }) => district),
    nonresponse: weighted.nonresponse,
    final: weighted.final,
    margins: weighted.report.trimCycles === 0 ? weighted.margins : [],
  };
}
