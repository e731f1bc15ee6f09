import type { Language } from '#core/language.ts';
import type {
  AnswerValue,
  Questionnaire,
  SurveyChoice,
  SurveyQuestion,
} from '#core/questionnaire/definition.ts';
import { fillText } from '#core/questionnaire/interview/arrange.ts';
import { routeOf } from '#core/questionnaire/interview/routing.ts';
import { questionsOf, textIn } from '#core/questionnaire/questions.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import type { Draft } from '../wave/draft.server.ts';
import { questionnaireTexts } from './questionnaire-texts.server.ts';

export interface ReviewedPage {
  name: string;
  title: string;
  parts: ReviewedPart[];
}

/** Questions under one lead text, or under none. */
export interface ReviewedPart {
  lead: string | null;
  answers: { variable: string; question: string; answer: string | null }[];
}

/** What would be sent, page by page, in words: every question that is asked, with its answer or none. */
export function reviewOf(
  questionnaire: Questionnaire,
  draft: Draft,
  wave: WaveRow,
  language: Language,
): ReviewedPage[] {
  const { asked, answers } = routeOf(questionnaire, draft.answers);
  const arrangement = { language, texts: questionnaireTexts(wave, language) };
  const pages = new Map<string, ReviewedPage>();
  for (const { question, page, panels } of questionsOf(questionnaire)) {
    if (!asked.has(question.name)) continue;
    const reviewed = pages.get(page.name) ?? {
      name: page.name,
      title: textIn(page.title, language),
      parts: [],
    };
    pages.set(page.name, reviewed);
    const title = panels.at(-1)?.title;
    const lead = title ? fillText(title, questionnaire, arrangement) : null;
    let part = reviewed.parts.at(-1);
    if (!part || part.lead !== lead) {
      part = { lead, answers: [] };
      reviewed.parts.push(part);
    }
    part.answers.push({
      variable: question.name,
      question: fillText(question.title, questionnaire, arrangement),
      answer: answerText(question, answers[question.name], language),
    });
  }
  return [...pages.values()];
}

function answerText(
  question: SurveyQuestion,
  value: AnswerValue | undefined,
  language: Language,
): string | null {
  if (value === undefined) return null;
  if (!('choices' in question)) return String(value);
  const codes = Array.isArray(value) ? value : [value];
  return question.choices
    .filter((choice) => codes.includes(choice.value))
    .map((choice) => withEnds(question.choices, textIn(choice.text, language), language))
    .join('; ');
}

/**
 * A step of a scale that is a bare number says nothing alone: the named ends of its scale stand beside it.
 */
function withEnds(choices: readonly SurveyChoice[], words: string, language: Language): string {
  if (!/^\d+$/.test(words)) return words;
  const ends = choices.map(({ text }) => textIn(text, language)).filter((text) => /^\d+ – /.test(text));
  return ends.length < 2 ? words : `${words} (${ends.join('; ')})`;
}
