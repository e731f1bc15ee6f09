import { randomBytes } from 'node:crypto';
import type { Language } from '#core/language.ts';
import type { Answers, Questionnaire } from '#core/questionnaire/definition.ts';
import type { AnswerProblem } from '#core/questionnaire/interview/judge.ts';
import { visiblePages } from '#core/questionnaire/interview/routing.ts';
import { drawnAnswers } from '#core/questionnaire/interview/shown-page.ts';
import { drawPage } from '../../components/questionnaire/drawn/draw-page.server.tsx';
import type { DrawingTexts, PageDrawing } from '../../components/questionnaire/drawn/drawing.ts';
import { serverTranslator } from '../../i18n/resources.server.ts';
import type { Translator } from '../../i18n/translate.ts';
import { arrangedPage } from '../../use-cases/resident/arranged-page.server.ts';
import { questionnaireTexts } from '../../use-cases/resident/questionnaire-texts.server.ts';
import type { Draft } from '../../use-cases/wave/draft.server.ts';
import type { ResidentVisit } from '../../use-cases/wave/resident-visit.ts';

/** A save that was not taken: what was typed is shown again, with the reason. */
export interface Attempt {
  reason: 'not-accepted' | 'stale-revision';
  problems: AnswerProblem[];
  /** With what was typed in this window. */
  answers: Answers;
  /** What this window was drawn from. */
  revision: number;
}

/** All that the page of one questionnaire page shows. */
export function pageView(
  { wave, case: residentCase }: ResidentVisit,
  questionnaire: Questionnaire,
  {
    draft,
    pageName,
    language,
    attempt,
  }: {
    draft: Draft;
    pageName: string;
    language: Language;
    attempt: Attempt | null;
  },
) {
  const translator = serverTranslator(language);
  const page = arrangedPage(questionnaire, pageName, draft.orderVersion, {
    language,
    texts: questionnaireTexts(wave, language),
  });
  const given: Answers = {
    [questionnaire.roles.district]: residentCase.district,
    ...(attempt?.answers ?? draft.answers),
  };
  const problems = Object.fromEntries(
    (attempt?.problems ?? []).map(({ variable, code }) => [variable, problemText(translator, code)]),
  );
  const { unsafe, safe } = questionnaire.roles.places;
  const placeNames = [...unsafe, ...safe].map(({ name }) => name);
  const answers = drawnAnswers(questionnaire, pageName, given);
  const drawing: PageDrawing = { page, answers, problems, texts: drawingTexts(translator), placeNames };
  const pages = visiblePages(questionnaire, given);
  const isStale = attempt?.reason === 'stale-revision';
  return {
    drawing,
    html: drawPage(questionnaire, drawing),
    number: pages.indexOf(pageName) + 1,
    count: pages.length,
    isFirst: pages[0] === pageName,
    // Only Next overwrites what came from elsewhere; all else still says what it was drawn from.
    revision: isStale ? attempt.revision : draft.revision,
    overwrites: isStale ? draft.revision : null,
    writer: randomBytes(12).toString('base64url'),
    language,
  };
}

function problemText({ t, has }: Translator, code: AnswerProblem['code']): string {
  const key = `resident:problem.${code}`;
  return t(has(key) ? key : 'resident:problem.other');
}

/** The number of choices differs by question: the page that draws one fills it in. */
function drawingTexts({ t }: Translator): DrawingTexts {
  return {
    problem: t('resident:error.word'),
    chooseOne: t('resident:form.chooseOne'),
    chooseAny: t('resident:form.chooseAny'),
    chooseUpTo: t('resident:form.chooseUpTo', { most: '{{most}}' }),
    limitReached: t('resident:form.limitReached', { most: '{{most}}' }),
    clear: t('resident:form.clear'),
    cleared: t('resident:form.cleared'),
    placeCredit: t('resident:form.placeCredit'),
  };
}
