import type { Completeness } from '#core/fieldwork/completeness.ts';
import type { Mode } from '#core/mode.ts';
import type { Answers } from '#core/questionnaire/definition.ts';
import { rowOrders } from '#core/questionnaire/interview/order.ts';
import type { Draft } from './draft.server.ts';
import type { questionnaireOf } from './questionnaire-of-wave.server.ts';
import { phaseAt, type WaveTimes } from './wave-moment.ts';

/** What is inside a seal: all that a response will ever say, and nothing that leads back to its case. */
export interface ResponseContent {
  stratum: string;
  /** District of analysis: the one that the resident confirmed, which may differ from the stratum's. */
  district: number;
  mode: Mode;
  phase: 'early' | 'late';
  /** Too few answers are kept until the freeze only, so that their receipt holds: they become no response. */
  completeness: Completeness;
  questionnaireVersion: string;
  answers: Answers;
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
