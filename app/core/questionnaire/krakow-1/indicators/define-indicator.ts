import type { LocalisedText } from '../../../language.ts';
import type { Answers, IndicatorDefinition } from '../../definition.ts';
import { type Variable, variables } from '../../variables.ts';
import type { Words } from '../elements.ts';
import { krakowQuestionnaire } from '../questionnaire.ts';

const byName = new Map(variables(krakowQuestionnaire).map((variable) => [variable.name, variable]));

interface Common {
  id: string;
  direction: IndicatorDefinition['direction'];
  headline?: boolean;
  trend?: boolean;
  name: Words;
  /** For an index of many questions; otherwise the question as asked. */
  question?: Words;
  base: Words;
  result: Words;
}

/** Share of those who chose one of `counts`, of those whose answer is in `outOf`. */
export function share({
  variable,
  counts,
  outOf,
  ...common
}: Common & { variable: string; counts: readonly number[]; outOf: readonly number[] }): IndicatorDefinition {
  const derivedFrom = { variable, codes: [...counts], baseCodes: [...outOf] };
  return indicator('share', { ...common, variables: [variable], derivedFrom }, (answers) => {
    const code = answers[variable];
    if (typeof code !== 'number' || !outOf.includes(code)) return null;
    return counts.includes(code) ? 1 : 0;
  });
}

/**
 * Share of those who ticked one of `counts`, of those who were asked and answered; `without` are answers outside the base. An empty
 * list is an answer, "none of these", which studies have whose question offers no such choice.
 */
export function mentionShare({
  variable,
  counts,
  without = [],
  ...common
}: Common & {
  variable: string;
  counts: readonly number[];
  without?: readonly number[];
}): IndicatorDefinition {
  return indicator('share', { ...common, variables: [variable] }, (answers) => {
    const codes = answers[variable];
    if (!Array.isArray(codes) || codes.some((code) => without.includes(code))) return null;
    return codes.some((code) => counts.includes(code)) ? 1 : 0;
  });
}

/** An indicator whose rule is its own: `rule` gives a value 0–1 (share) or 0–100 (mean), null outside the base. */
export function derived(
  kind: IndicatorDefinition['kind'],
  common: Common & { variables: readonly string[] },
  rule: IndicatorDefinition['valueOf'],
): IndicatorDefinition {
  return indicator(kind, common, rule);
}

function indicator(
  kind: IndicatorDefinition['kind'],
  {
    id,
    direction,
    headline = false,
    trend = false,
    name,
    question,
    base,
    result,
    variables: used,
    derivedFrom = null,
  }: Common & {
    variables: readonly string[];
    derivedFrom?: IndicatorDefinition['derivedFrom'];
  },
  rule: (answers: Answers) => number | null,
): IndicatorDefinition {
  const first = variableNamed(used[0] ?? '');
  return {
    id,
    kind,
    direction,
    headline,
    trend,
    page: first.page,
    variables: used,
    derivedFrom,
    name: inThreeLanguages(name),
    question: question ? inThreeLanguages(question) : questionAsked(first, used.length === 1),
    base: inThreeLanguages(base),
    result: inThreeLanguages(result),
    valueOf: rule,
  };
}

/** @throws when the questionnaire has no such variable: an indicator was written for another one */
export function variableNamed(name: string): Variable {
  const variable = byName.get(name);
  if (!variable) throw new Error(`\`variableNamed\` requires a variable of krakow-1, not ${name}`);
  return variable;
}

/** The words of a row or an answer, for sentences that name it. */
export function wordsOf(text: LocalisedText): Words {
  return [text.pl, text.en, text.uk];
}

/** A sentence around the words of a row or an answer, by each language's own rule. */
export function worded(words: Words, ...around: readonly [pl: Wording, en: Wording, uk: Wording]): Words {
  return [around[0](words[0]), around[1](words[1]), around[2](words[2])];
}

type Wording = (word: string) => string;

/** `Picie alkoholu…` of `picie alkoholu…`. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The lead text, with the row when it is about one row; words stand for the date that every wave has its own of. */
function questionAsked({ lead, title }: Variable, withRow: boolean): LocalisedText {
  const join = (before: string | undefined, row: string) => {
    if (before === undefined) return row;
    if (!withRow) return before;
    return before.endsWith(':') ? `${before} ${row}` : `${before} – ${row}`;
  };
  return {
    pl: join(lead?.pl, title.pl).replace('{recall_date}', '[data sześć miesięcy wcześniej]'),
    en: join(lead?.en, title.en).replace('{recall_date}', '[date six months earlier]'),
    uk: join(lead?.uk, title.uk).replace('{recall_date}', '[дата шістьма місяцями раніше]'),
  };
}

function inThreeLanguages([pl, en, uk]: Words): LocalisedText {
  return { pl, en, uk };
}
