import type { ChoiceQuestion, SurveyChoice, SurveyPanel, SurveyText, TextQuestion } from '../definition.ts';

/** Polish, English, Ukrainian. */
export type Words = readonly [pl: string, en: string, uk: string];
/** An answer with its words. */
export type Option = readonly [code: number, pl: string, en: string, uk: string];
/** A row of a battery with its words. */
export type Row = readonly [variable: string, pl: string, en: string, uk: string];

type Conditions = { visibleIf?: string; description?: Words; isRequired?: boolean };

/** Polish is SurveyJS's default language. */
export function text([pl, en, uk]: Words): SurveyText {
  return { default: pl, en, uk };
}

/** Answers in the order given. */
export function options(...list: readonly Option[]): SurveyChoice[] {
  return list.map(([value, pl, en, uk]) => ({ value, text: text([pl, en, uk]) }));
}

/** The answers that cannot stand beside another in a checkbox. */
export function exclusive(choices: SurveyChoice[]): SurveyChoice[] {
  return choices.map((choice) => ({ ...choice, isExclusive: true }));
}

/** A question with one answer, all of them in sight. */
export function single(
  name: string,
  title: Words,
  choices: SurveyChoice[],
  conditions: Conditions = {},
): ChoiceQuestion {
  return { type: 'radiogroup', name, title: text(title), ...written(conditions), choices };
}

/** A question with one answer out of a long list. */
export function dropdown(
  name: string,
  title: Words,
  choices: SurveyChoice[],
  conditions: Conditions = {},
): ChoiceQuestion {
  return { type: 'dropdown', name, title: text(title), ...written(conditions), choices };
}

/** A question with several answers, `maxSelectedChoices` at most. */
export function multiple(
  name: string,
  title: Words,
  choices: SurveyChoice[],
  { maxSelectedChoices, ...conditions }: Conditions & { maxSelectedChoices?: number } = {},
): ChoiceQuestion {
  const limit = maxSelectedChoices === undefined ? {} : { maxSelectedChoices };
  return { type: 'checkbox', name, title: text(title), ...written(conditions), choices, ...limit };
}

/** A question answered in one line; `maxLength` counts UTF-16 units. */
export function shortText(
  name: string,
  title: Words,
  maxLength: number,
  conditions: Conditions = {},
): TextQuestion {
  return { type: 'text', name, title: text(title), ...written(conditions), maxLength };
}

/** A question answered in several lines; `maxLength` counts UTF-16 units. */
export function longText(
  name: string,
  title: Words,
  maxLength: number,
  conditions: Conditions = {},
): TextQuestion {
  return { type: 'comment', name, title: text(title), ...written(conditions), maxLength };
}

/** Questions under one title, asked or left out together. */
export function panel(
  name: string,
  title: Words,
  elements: SurveyPanel['elements'],
  conditions: Omit<Conditions, 'isRequired'> = {},
): SurveyPanel {
  return { type: 'panel', name, title: text(title), ...written(conditions), elements };
}

/** A battery asked item by item: one radiogroup a row under the lead text. */
export function battery(
  name: string,
  lead: Words,
  rows: readonly Row[],
  choices: SurveyChoice[],
): SurveyPanel {
  return panel(
    name,
    lead,
    rows.map(([variable, pl, en, uk]) => single(variable, [pl, en, uk], choices)),
  );
}

function written({ visibleIf, description, isRequired }: Conditions) {
  return {
    ...(description === undefined ? {} : { description: text(description) }),
    ...(visibleIf === undefined ? {} : { visibleIf }),
    ...(isRequired === undefined ? {} : { isRequired }),
  };
}
