import type { Language, LocalisedText } from '../language.ts';
import type { Questionnaire, SurveyElement, SurveyPage, SurveyPanel, SurveyQuestion } from './definition.ts';
import type { SurveyText } from './survey-text.ts';

/** A question with where it stands: it is asked when every one of `conditions` holds. */
export interface PlacedQuestion {
  question: SurveyQuestion;
  page: SurveyPage;
  /** The battery or group, outermost first. */
  panels: SurveyPanel[];
  conditions: string[];
}

/** Every question in the order of the definition. */
export function questionsOf(questionnaire: Questionnaire): PlacedQuestion[] {
  return questionnaire.definition.pages.flatMap((page) =>
    placed(page.elements, { page, panels: [], conditions: conditionsOf(page) }),
  );
}

function placed(elements: SurveyElement[], around: Omit<PlacedQuestion, 'question'>): PlacedQuestion[] {
  return elements.flatMap((element) => {
    const conditions = [...around.conditions, ...conditionsOf(element)];
    if (element.type !== 'panel') return [{ ...around, question: element, conditions }];
    return placed(element.elements, { ...around, panels: [...around.panels, element], conditions });
  });
}

function conditionsOf({ visibleIf }: { visibleIf?: string }): string[] {
  return visibleIf === undefined ? [] : [visibleIf];
}

/** A text in one language; Polish is SurveyJS's `default`. */
export function textIn(text: SurveyText, language: Language): string {
  return language === 'pl' ? text.default : text[language];
}

/** A text of the questionnaire under our own names of the languages. */
export function localised(text: SurveyText): LocalisedText {
  return { pl: text.default, en: text.en, uk: text.uk };
}
