import { createHash } from 'node:crypto';
import { sha256Of } from '#core/digest.ts';
import type { SampleDesign, WaveSample } from '#core/estimation/wave-sample.ts';
import { type AnswerTable, answerTexts } from '#core/questionnaire/answers/answer-table.ts';
import type { Roles } from '#core/questionnaire/roles.ts';
import { varianceMargins, type WeightingInput, type WeightingResult } from '#core/weighting/weight-wave.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { RespondentRow } from '#db/fieldwork/queries/analysis.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { frozenAnswers, frozenAnswersTo } from '../wave/frozen-answers.server.ts';
import { questionnaireOf } from '../wave/questionnaire-of-wave.server.ts';
import { waveOutcomes } from '../wave/wave-outcomes.ts';
import { mappingOf } from './imported-study.server.ts';
import { givenWeights, sampleDesign } from './study-design.ts';

/** Everything that the weights of a wave are made of. */
export interface WeightingMaterial {
  respondents: RespondentRow[];
  /** How an imported study drew them; undefined where nothing is known of it, or they were drawn here. */
  design?: SampleDesign | undefined;
  input: WeightingInput;
  /** SHA-256 over the input, so that a run can be repeated and compared. */
  inputSha256: string;
}

/** The part of it that estimation needs. */
interface SampleMaterial {
  respondents: readonly Pick<RespondentRow, 'stratum' | 'district'>[];
  input: Pick<WeightingInput, 'strata'>;
  design?: SampleDesign | undefined;
}

export function weightingMaterial(database: FieldworkDatabase, wave: WaveRow): WeightingMaterial {
  const { waveId } = wave;
  const { education } = questionnaireOf(database, wave).roles.weighting;
  const respondents = database.analysis.respondents(waveId);
  const educationAnswer = frozenAnswersTo(database, waveId, education.variable);
  // Of an imported study only the respondents are known: they stand for everyone who was asked.
  const study = database.studies.ofWave(waveId);
  const mapping = study && mappingOf(study);
  const drawn = mapping?.weights || mapping?.design ? database.studies.designs(waveId) : [];
  const outcomes = study ? null : waveOutcomes(database, wave);
  const released = new Map<string, number>();
  for (const { stratum, count } of outcomes ?? respondents.map(({ stratum }) => ({ stratum, count: 1 }))) {
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
    respondents: respondents.map(({ stratum }, respondent) => ({
      stratum,
      education: educationOf(education, educationAnswer(respondent)),
    })),
    educationMargin: margins.length > 0 ? margins : null,
    ...(mapping && givenWeights(mapping, drawn)),
  };
  const design = mapping && sampleDesign(mapping, drawn);
  return { respondents, input, design, inputSha256: sha256Of(JSON.stringify(input)) };
}

/** Characters: a call costs more than hashing a line. */
const hashedAtOnce = 65_536;

/**
 * What a publication says about the responses behind it: how many, and a digest by which they can be
 * recognised.
 */
export function responsesDigest(
  database: FieldworkDatabase,
  waveId: string,
  answers: AnswerTable = frozenAnswers(database, waveId),
): { count: number; sha256: string } {
  const digest = createHash('sha256');
  const texts = answerTexts(answers);
  let count = 0;
  let waiting = '';
  for (const line of database.analysis.responseLines(waveId)) {
    waiting += `${count === 0 ? '' : '\n'}${line} ${texts.next().value}`;
    count += 1;
    if (waiting.length < hashedAtOnce) continue;
    digest.update(waiting, 'utf8');
    waiting = '';
  }
  digest.update(waiting, 'utf8');
  return { count, sha256: digest.digest('hex') };
}

/** SHA-256 over the three columns of weights, in the order of the responses. */
export function weightsDigest({ base, nonresponse, final }: WeightingResult): string {
  return sha256Of([base, nonresponse, final].map((column) => column.join(' ')).join('\n'));
}

/** The group of the education margin, from 1, that an answer to the question about education belongs to. */
export function educationOf({ codes }: Roles['weighting']['education'], answer: unknown): number | null {
  const group = typeof answer === 'number' ? codes.indexOf(answer) : -1;
  return group < 0 ? null : group + 1;
}

/** Respondents with weights for estimation. */
export function waveSample(
  { respondents, input, design }: SampleMaterial,
  weighted: WeightingResult,
): WaveSample {
  return {
    strata: input.strata,
    stratum: respondents.map(({ stratum }) => stratum),
    district: Int32Array.from(respondents, ({ district }) => district),
    nonresponse: weighted.nonresponse,
    final: weighted.final,
    margins: varianceMargins(weighted),
    ...(design && { design }),
  };
}
