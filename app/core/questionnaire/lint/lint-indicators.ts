import type { Questionnaire } from '../definition.ts';
import type { DefinedIndicator } from '../indicator-form.ts';
import type { IndicatorRule, RulePart } from '../indicator-rule.ts';
import { indicatorsOf } from '../indicators.ts';
import type { LintProblem } from '../lint-problem.ts';
import { isMadeOf, kindOfRule } from '../rule-parts.ts';
import { choicesByVariable, type KnownVariables, unknownCodes, wrongVariable } from './asked-choices.ts';

/** Indicators that could not be computed, tested or put into words. */
export function indicatorProblems(questionnaire: Questionnaire): LintProblem[] {
  const known = choicesByVariable(questionnaire);
  const byId = new Map(questionnaire.indicators.map((indicator) => [indicator.id, indicator]));
  const problems = questionnaire.indicators.flatMap((indicator, index) => {
    const path = `indicators[${index}]`;
    return [
      ...referenceProblems(questionnaire, indicator, index, path),
      ...ruleProblems(indicator.value, `${path}.value`, { known, byId, owner: indicator.id }),
    ];
  });
  // What follows reads the indicators as an analysis does, which takes rules without a fault.
  return problems.length > 0 ? problems : meaningProblems(questionnaire);
}

function referenceProblems(
  { indicators, bases, topics, definition }: Questionnaire,
  { id, base, page }: DefinedIndicator,
  index: number,
  path: string,
): LintProblem[] {
  const problems: LintProblem[] = [];
  const say = (part: string, code: LintProblem['code'], detail: string) =>
    problems.push({ path: `${path}.${part}`, code, detail });
  if (indicators.findIndex((other) => other.id === id) < index) say('id', 'duplicate-name', id);
  if (!Object.hasOwn(bases, base)) say('base', 'unknown-base', base);
  if (!definition.pages.some(({ name }) => name === page)) say('page', 'unknown-page', page);
  else if (!Object.hasOwn(topics, page)) say('page', 'topic-missing', page);
  return problems;
}

interface RuleContext {
  known: KnownVariables;
  byId: ReadonlyMap<string, DefinedIndicator>;
  /** The indicator that is made of the rule. */
  owner: string;
}

function ruleProblems(rule: IndicatorRule, path: string, context: RuleContext): LintProblem[] {
  const { known } = context;
  switch (rule.rule) {
    case 'chosen':
      return [
        ...wrongVariable(known, rule.variable, ['single'], `${path}.variable`),
        ...unknownCodes(known, [rule.variable], rule.outOf, `${path}.outOf`),
        ...outsideBase(rule, path),
      ];
    case 'mentioned':
      return [
        ...wrongVariable(known, rule.variable, ['multiple'], `${path}.variable`),
        ...unknownCodes(known, [rule.variable], rule.codes, `${path}.codes`),
        ...unknownCodes(known, [rule.variable], rule.without ?? [], `${path}.without`),
      ];
    case 'items':
      return [
        ...eachSingle(rule.variables, path, known),
        ...unknownCodes(known, rule.variables, rule.outOf, `${path}.outOf`),
        ...outsideBase(rule, path),
        ...tooMany(rule.atLeast, rule.variables, `${path}.atLeast`),
        ...tooMany(rule.answered, rule.variables, `${path}.answered`),
      ];
    case 'score':
      return [
        ...eachSingle(rule.variables, path, known),
        ...(['zero', 'hundred'] as const).flatMap((end) =>
          unknownCodes(known, rule.variables, [rule[end]], path).map((problem) => ({
            ...problem,
            path: `${path}.${end}`,
          })),
        ),
        ...(rule.zero === rule.hundred ? problem(`${path}.hundred`, 'no-scale', rule.hundred) : []),
        ...tooMany(rule.answered, rule.variables, `${path}.answered`),
      ];
    case 'among':
      return [
        ...partProblems(rule.base, `${path}.base`, 'share', context),
        ...ruleProblems(rule.of, `${path}.of`, context),
      ];
    case 'reversed':
      return partProblems(rule.of, `${path}.of`, 'mean', context);
    case 'mean':
      return [
        ...rule.of.flatMap((part, index) => partProblems(part, `${path}.of[${index}]`, 'mean', context)),
        ...tooMany(rule.known, rule.of, `${path}.known`),
      ];
  }
}

function partProblems(
  part: RulePart,
  path: string,
  wanted: 'share' | 'mean',
  context: RuleContext,
): LintProblem[] {
  if (typeof part !== 'string') {
    const wrong = kindOfRule(part) === wanted ? [] : problem(path, 'part-kind', part.rule);
    return [...wrong, ...ruleProblems(part, path, context)];
  }
  const { owner, byId } = context;
  const indicator = byId.get(part);
  if (!indicator) return [{ path, code: 'unknown-indicator', detail: part }];
  if (part === owner || isMadeOf(part, owner, byId))
    return [{ path, code: 'indicator-circle', detail: part }];
  return kindOfRule(indicator.value) === wanted ? [] : [{ path, code: 'part-kind', detail: part }];
}

/** Codes that are counted and not in the base. */
function outsideBase({ codes, outOf }: { codes: number[]; outOf: number[] }, path: string): LintProblem[] {
  return codes.flatMap((code, index) =>
    outOf.includes(code)
      ? []
      : [{ path: `${path}.codes[${index}]`, code: 'code-outside-base', detail: String(code) }],
  );
}

function eachSingle(variables: readonly string[], path: string, known: KnownVariables): LintProblem[] {
  return variables.flatMap((variable, index) => {
    const here = `${path}.variables[${index}]`;
    if (variables.indexOf(variable) < index)
      return [{ path: here, code: 'duplicate-name', detail: variable }];
    return wrongVariable(known, variable, ['single'], here);
  });
}

function tooMany(count: number, among: readonly unknown[], path: string): LintProblem[] {
  return count <= among.length ? [] : [{ path, code: 'number', detail: `1–${among.length}: ${count}` }];
}

/**
 * Headline indicators that the district rule could not test, and questions that a publication could not
 * quote.
 */
function meaningProblems(questionnaire: Questionnaire): LintProblem[] {
  const indicators = indicatorsOf(questionnaire);
  const problems = indicators.flatMap(({ kind, direction, headline, question }, index) => {
    const path = `indicators[${index}]`;
    const found: LintProblem[] = [];
    if (headline && kind !== 'share')
      found.push({ path: `${path}.value`, code: 'headline-no-share', detail: kind });
    if (headline && direction !== 'high-is-bad')
      found.push({ path: `${path}.direction`, code: 'headline-not-bad', detail: direction });
    if (/[{}]/.test(Object.values(question).join('')))
      found.push({ path: `${path}.question`, code: 'question-missing', detail: question.en });
    return found;
  });
  if (!indicators.some(({ headline }) => headline))
    problems.push({ path: 'indicators', code: 'headline-missing', detail: '' });
  return problems;
}

function problem(path: string, code: LintProblem['code'], detail: string | number): LintProblem[] {
  return [{ path, code, detail: String(detail) }];
}
