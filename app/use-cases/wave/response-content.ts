import { z } from 'zod';
import { modes } from '#core/mode.ts';
import { answerVariables } from '#core/questionnaire/answers/answer-variables.ts';
import { packAnswers, unpackAnswers } from '#core/questionnaire/answers/packed-answers.ts';
import { answersForm } from '#core/questionnaire/answers-form.ts';
import type { Questionnaire } from '#core/questionnaire/definition.ts';
import { rowOrders } from '#core/questionnaire/interview/order.ts';
import { checkStored, readStored } from '#core/text/stored-json.ts';
import type { Draft } from './draft.server.ts';
import type { questionnaireOf } from './questionnaire-of-wave.server.ts';
import { phaseAt, type WaveTimes } from './wave-moment.ts';

const responseContentForm = z.strictObject({
  stratum: z.string(),
  /** District of analysis: the one that the resident confirmed, which may differ from the stratum's. */
  district: z.number(),
  mode: z.enum(modes),
  phase: z.enum(['early', 'late']),
  /** Too few answers are kept until the freeze only, so that their receipt holds: they become no response. */
  completeness: z.enum(['complete', 'partial', 'broke-off']),
  questionnaireVersion: z.string(),
  answers: answersForm,
});

/** What is inside a seal: all that a response will ever say, and nothing that leads back to its case. */
export type ResponseContent = z.infer<typeof responseContentForm>;

/** Says how the bytes that follow are read. */
const packing = 1;
const headForm = z.tuple([
  z.literal(packing),
  responseContentForm.shape.stratum,
  responseContentForm.shape.district,
  responseContentForm.shape.mode,
  responseContentForm.shape.phase,
  responseContentForm.shape.completeness,
  responseContentForm.shape.questionnaireVersion,
]);

/**
 * A response as the bytes that are sealed: a head of what is not an answer, and the answers by the places of
 * their variables in the questionnaire.
 */
export function packedContent(questionnaire: Questionnaire, content: ResponseContent): Buffer {
  const { stratum, district, mode, phase, completeness, questionnaireVersion, answers } = content;
  const head: z.input<typeof headForm> = [
    packing,
    stratum,
    district,
    mode,
    phase,
    completeness,
    questionnaireVersion,
  ];
  const text = Buffer.from(JSON.stringify(head));
  return Buffer.concat([Buffer.of(text.length), text, packAnswers(answerVariables(questionnaire), answers)]);
}

/** A response out of its seal. */
export function openedContent(questionnaire: Questionnaire, opened: Buffer): ResponseContent {
  const row = 'a response under its seal';
  const end = 1 + (opened[0] ?? 0);
  const [, stratum, district, mode, phase, completeness, questionnaireVersion] = readStored(
    headForm,
    opened.toString('utf8', 1, end),
    row,
  );
  const answers = unpackAnswers(answerVariables(questionnaire), opened.subarray(end), row);
  const content = { stratum, district, mode, phase, completeness, questionnaireVersion, answers };
  return checkStored(responseContentForm, content, row);
}

/** What a questionnaire that was answered here says, with its judged answers. */
export function webResponse(
  questionnaire: ReturnType<typeof questionnaireOf>,
  wave: WaveTimes,
  { stratum, district }: { stratum: string; district: number },
  {
    answers,
    orderVersion,
    completeness,
    now,
  }: Pick<Draft, 'orderVersion'> & Pick<ResponseContent, 'answers' | 'completeness'> & { now: number },
): ResponseContent {
  // The question by which a resident confirms or corrects the district that the frame gave.
  const confirmed = answers[questionnaire.roles.district];
  return {
    stratum,
    district: typeof confirmed === 'number' ? confirmed : district,
    mode: 'web',
    phase: phaseAt(wave, now),
    completeness,
    questionnaireVersion: questionnaire.version,
    answers: { ...answers, ...rowOrders(questionnaire, orderVersion) },
  };
}
