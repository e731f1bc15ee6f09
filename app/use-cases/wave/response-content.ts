import { z } from 'zod';
import { modes } from '#core/mode.ts';
import { answersForm } from '#core/questionnaire/answers-form.ts';
import { rowOrders } from '#core/questionnaire/interview/order.ts';
import { checkStored } from '#core/text/stored-json.ts';
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

/** A response out of its seal. */
export function openedContent(opened: unknown): ResponseContent {
  return checkStored(responseContentForm, opened, 'a response under its seal');
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
