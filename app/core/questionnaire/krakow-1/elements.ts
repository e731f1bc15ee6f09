import type { ChoiceQuestion, SurveyChoice, SurveyPanel, SurveyText, TextQuestion } from '../definition.ts';

/** Polish, English, Ukrainian. */
export type Words = readonly [pl: string, en: string, uk: string];
export type Option = readonly [code: number, pl: string, en: string, uk: string];
export type Row = readonly [variable: string, pl: string, en: string, uk: string];

type Conditions = { visibleIf?: string; description?: Words; isRequired?: boolean };

export function text([pl, en, uk]: Words): SurveyText {
  return { default: pl, en, uk };
}

export function options(...list: readonly Option[]): SurveyChoice[] {
  return list.map(([value, pl, en, uk]) => ({ value, text: text([pl, en, uk]) }));
}

/** The answers that cannot stand beside another in a checkbox. */
export function exclusive(choices: SurveyChoice[]): SurveyChoice[] {
  return choices.map((choice) => ({ ...choice, isExclusive: true }));
}

export function single(
  name: string,
  title: Words,
  choices: SurveyChoice[],
  conditions: Conditions = {},
): ChoiceQuestion {
  return { type: 'radiogroup', name, title: text(title), ...written(conditions), choices };
}

export function dropdown(
  name: string,
  title: Words,
  choices: SurveyChoice[],
  conditions: Conditions = {},
): ChoiceQuestion {
  return { type: 'dropdown', name, title: text(title), ...written(conditions), choices };
}

export function multiple(
  name: string,
  title: Words,
  choices: SurveyChoice[],
  { maxSelectedChoices, ...conditions }: Conditions & { maxSelectedChoices?: number } = {},
): ChoiceQuestion {
  const limit = maxSelectedChoices === undefined ? {} : { maxSelectedChoices };
  return { type: 'checkbox', name, title: text(title), ...written(conditions), choices, ...limit };
}

export function shortText(
  name: string,
  title: Words,
  maxLength: number,
  conditions: Conditions = {},
): TextQuestion {
  return { type: 'text', name, title: text(title), ...written(conditions), maxLength };
}

export function longText(
  name: string,
  title: Words,
  maxLength: number,
  conditions: Conditions = {},
): TextQuestion {
  return { type: 'comment', name, title: text(title), ...written(conditions), maxLength };
}

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
