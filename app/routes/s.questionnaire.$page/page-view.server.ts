import { randomBytes } from 'node:crypto';
import type { Language } from '#core/language.ts';
import type { Answers, Questionnaire } from '#core/questionnaire/definition.ts';
import type { AnswerProblem } from '#core/questionnaire/interview/judge.ts';
import { visiblePages } from '#core/questionnaire/interview/routing.ts';
import { drawnAnswers } from '#core/questionnaire/interview/shown-page.ts';
import { drawPage } from '../../components/questionnaire/drawn/draw-page.server.tsx';
import type { DrawingTexts, PageDrawing } from '../../components/questionnaire/drawn/drawing.ts';
import type { InterviewStart, QuestionnaireView } from '../../components/questionnaire/questionnaire-view.ts';
import { serverTranslator } from '../../i18n/resources.server.ts';
import type { Translator } from '../../i18n/translate.ts';
import { residentPaths } from '../../paths/s.ts';
import { arrangedPage } from '../../use-cases/resident/arranged-page.server.ts';
import { keptWording } from '../../use-cases/resident/kept-wording.server.ts';
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
  visit: ResidentVisit,
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
): Omit<QuestionnaireView, 'title' | 'until'> {
  const { wave } = visit;
  const translator = serverTranslator(language);
  const page = arrangedPage(questionnaire, pageName, draft.orderVersion, {
    language,
    texts: questionnaireTexts(wave, language),
  });
  const given: Answers = {
    ...registeredDistrict(visit, questionnaire),
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
    sequence: 1,
    language,
    interview: interviewStart(visit, questionnaire, draft, language),
  };
}

/** What the frame knows of where someone lives is proposed until they answer it. */
function registeredDistrict({ case: { district } }: ResidentVisit, { roles }: Questionnaire): Answers {
  return { [roles.district]: district };
}

/** What scripts go on from when they draw the following pages themselves. */
function interviewStart(
  visit: ResidentVisit,
  questionnaire: Questionnaire,
  { answers, seen, wasReviewed, orderVersion }: Draft,
  language: Language,
): InterviewStart {
  const { digest } = keptWording(questionnaire, visit.wave, language);
  const wording = residentPaths.wording(visit.wave.waveId, language, digest);
  const district = registeredDistrict(visit, questionnaire);
  return { answers, district, seen, wasReviewed, orderVersion, wording };
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
