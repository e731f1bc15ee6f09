import type { Language } from '../../language.ts';
import type { Questionnaire, Rotation, SurveyElement, SurveyPage } from '../definition.ts';
import { textIn } from '../questions.ts';
import type { SurveyText } from '../survey-text.ts';

/**
 * A part of a definition with one language's words in place of every localised text: what SurveyJS is given.
 */
export type Arranged<T> = T extends SurveyText
  ? string
  : T extends readonly (infer Item)[]
    ? Arranged<Item>[]
    : T extends object
      ? { [Key in keyof T]: Arranged<T[Key]> }
      : T;

/** What makes a page one resident's: language, order of rows, and texts that differ from wave to wave. */
export interface Arrangement {
  language: Language;
  /** From `rowOrders`; a rotation without an order keeps the order of the definition. */
  orders?: Record<string, number[]>;
  /**
   * Values of the questionnaire's text variables in that language, for example `{ recall_date: '1 kwietnia
   * 2026' }`.
   */
  texts: Record<string, string>;
}

/**
 * A page as one respondent sees it: their language, their order of rows, the wave's dates in the texts. One
 * language at a time because SurveyJS takes `default` for English as long as its own default language is
 * English, and because a page is a third of the size.
 *
 * @throws when the questionnaire has no such page, or a text variable of the page has no value
 */
export function arrangePage(
  questionnaire: Questionnaire,
  pageName: string,
  arrangement: Arrangement,
): Arranged<SurveyPage> {
  const page = questionnaire.definition.pages.find(({ name }) => name === pageName);
  if (!page) throw new Error(`\`arrangePage\` requires a page of ${questionnaire.version}, not ${pageName}`);
  const reordered = reorderedPage(questionnaire, page, arrangement.orders ?? {});
  return inOneLanguage(reordered, questionnaire, arrangement) as Arranged<SurveyPage>;
}

/**
 * A text in one language with the wave's values in place of its `{text_variable}`s.
 *
 * @throws when a text variable of the text has no value
 */
export function fillText(
  text: SurveyText,
  { textVariables }: Questionnaire,
  { language, texts }: Pick<Arrangement, 'language' | 'texts'>,
): string {
  return textVariables.reduce(
    (words, name) => {
      const value = texts[name];
      if (value === undefined) throw new Error(`\`fillText\` requires a value of the text variable ${name}`);
      return words.replaceAll(`{${name}}`, value);
    },
    textIn(text, language),
  );
}

function inOneLanguage(value: unknown, questionnaire: Questionnaire, arrangement: Arrangement): unknown {
  if (Array.isArray(value)) return value.map((item) => inOneLanguage(item, questionnaire, arrangement));
  if (typeof value !== 'object' || value === null) return value;
  if ('default' in value) return fillText(value as SurveyText, questionnaire, arrangement);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, inOneLanguage(item, questionnaire, arrangement)]),
  );
}

function reorderedPage(
  { rotations }: Questionnaire,
  page: SurveyPage,
  orders: Record<string, number[]>,
): SurveyPage {
  const reorder = (element: SurveyElement): SurveyElement => {
    const rotation = rotations.find(({ target }) => target === element.name);
    const order = rotation && orders[rotation.variable];
    return rotation && order ? reordered(element, rotation, order) : element;
  };
  return { ...page, elements: page.elements.map(reorder) };
}

function reordered(element: SurveyElement, rotation: Rotation, order: number[]): SurveyElement {
  if (rotation.of === 'rows' && element.type === 'panel') {
    return { ...element, elements: reorderedRows(element.elements, rotation.items, order) };
  }
  if (rotation.of === 'answers' && 'choices' in element) {
    const rank = (code: number) => (order.includes(code) ? order.indexOf(code) : order.length);
    return { ...element, choices: [...element.choices].sort((a, b) => rank(a.value) - rank(b.value)) };
  }
  return element;
}

/** Rows that are not items travel with the item before them. */
function reorderedRows(rows: SurveyElement[], items: string[], order: number[]): SurveyElement[] {
  const groups = new Map<string, SurveyElement[]>();
  let current: SurveyElement[] = [];
  const before = current;
  for (const row of rows) {
    if (items.includes(row.name)) {
      current = [];
      groups.set(row.name, current);
    }
    current.push(row);
  }
  return [...before, ...order.flatMap((number) => groups.get(items[number - 1] ?? '') ?? [])];
}
