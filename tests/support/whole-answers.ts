import { answersOf } from '#app/demonstration/seed/answer-model/answers-of.ts';
import { seededRandom } from '#app/demonstration/seed/random.ts';
import { submitResponse } from '#app/use-cases/resident/submit-response.server.ts';
import { readDraft, writeDraft } from '#app/use-cases/wave/draft.server.ts';
import type { ResidentContext, ResidentVisit } from '#app/use-cases/wave/resident-visit.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import type { Answers } from '#core/questionnaire/definition.ts';
import { questionsOf } from '#core/questionnaire/questions.ts';
import { parseStratumKey } from '#core/sampling/stratum.ts';
import type { InvitedCase } from './open-wave.ts';
import { savePage, startVisit } from './resident.ts';

export const pageNames = cityQuestionnaire.definition.pages.map(({ name }) => name);

/** Everything that a resident of the case's stratum would answer. */
export function wholeAnswers(
  { stratum, caseId }: Pick<InvitedCase, 'stratum' | 'caseId'>,
  confirmedDistrict = 5,
): Answers {
  const person = { ...parseStratumKey(stratum), confirmedDistrict, waveId: '2026-2' };
  return answersOf(person, seededRandom(`whole answers ${caseId}`));
}

/** Answers the first pages (all of them unless told otherwise) one by one and stays inside. */
export async function answerPages(
  context: ResidentContext,
  invited: InvitedCase,
  pages = pageNames.length,
  answers = wholeAnswers(invited),
): Promise<ResidentVisit> {
  const visit = await startVisit(context, invited.code);
  for (const [index, page] of pageNames.slice(0, pages).entries()) {
    const here = new Set(
      questionsOf(cityQuestionnaire).flatMap((placed) =>
        placed.page.name === page ? [placed.question.name] : [],
      ),
    );
    const submitted = Object.fromEntries(Object.entries(answers).filter(([name]) => here.has(name)));
    const saved = await savePage(context, visit, page, submitted, { revision: index + 1 });
    if (!saved.ok) throw new Error(`answerPages could not save ${page}: ${saved.reason}`);
  }
  return visit;
}

/** A whole questionnaire, sent; the receipt. */
export async function answerAll(
  context: ResidentContext,
  invited: InvitedCase,
  answers?: Answers,
): Promise<string> {
  const visit = await answerPages(context, invited, pageNames.length, answers);
  const sent = await submitResponse(context, visit);
  if (!sent.ok) throw new Error(`answerAll could not send: ${sent.reason}`);
  return sent.receipt;
}

/** Gives a draft the answers of a whole questionnaire, but for those that are named. */
export async function fillDraft(
  context: ResidentContext,
  visit: ResidentVisit,
  answers: Answers,
): Promise<void> {
  const { database, secret } = context;
  const draft = readDraft(context, visit);
  if (!draft) throw new Error('fillDraft requires a visit with a draft');
  const { caseId } = visit.case;
  const owner = { caseId, waveId: visit.wave.waveId, codeHash: visit.codeHash };
  const filled = { ...draft, answers: { ...wholeAnswers(visit.case), ...answers } };
  await database.write(() => writeDraft(database, secret, owner, filled));
}

/** From the code to the receipt: a complete questionnaire with these answers in it. */
export async function answerAndSubmit(
  context: ResidentContext,
  code: string,
  answers: Answers = { q02_district: 5 },
): Promise<string> {
  const visit = await startVisit(context, code);
  const saved = await savePage(context, visit, 'city', answers, { revision: 1 });
  if (!saved.ok) throw new Error(`answerAndSubmit could not save: ${saved.reason}`);
  await fillDraft(context, visit, answers);
  const sent = await submitResponse(context, visit);
  if (!sent.ok) throw new Error(`answerAndSubmit could not submit: ${sent.reason}`);
  return sent.receipt;
}
