import type { Questionnaire } from '#core/questionnaire/definition.ts';
import { judgePage } from '#core/questionnaire/interview/judge.ts';
import type { Draft } from '../../use-cases/wave/draft.server.ts';
import type { Attempt } from './page-view.server.ts';

/** What a page lacks, for whom Send has brought back to it; null when it lacks nothing any more. */
export function missingAnswers(
  questionnaire: Questionnaire,
  page: string,
  { answers, revision }: Pick<Draft, 'answers' | 'revision'>,
): Attempt | null {
  const judged = judgePage(questionnaire, page, {}, answers);
  if (judged.ok) return null;
  // Drawn empty: the district that the frame knows is a proposal, and beside it the reason would make no
  // sense.
  const lacking = Object.fromEntries(judged.problems.map(({ variable }) => [variable, '']));
  return {
    reason: 'not-accepted',
    problems: judged.problems,
    answers: { ...answers, ...lacking },
    revision,
  };
}
