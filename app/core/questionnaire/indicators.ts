import type { LocalisedText } from '../language.ts';
import type { IndicatorDefinition, Questionnaire } from './definition.ts';
import type { DefinedIndicator } from './indicator-form.ts';
import { type CompiledRule, compileRule } from './indicator-value.ts';
import { localised } from './questions.ts';
import { type Variable, variables } from './variables.ts';

const compiled = new WeakMap<Questionnaire, readonly IndicatorDefinition[]>();

/**
 * Everything that is published of a questionnaire, in the order of its definition, each indicator with its
 * words and with the function of its rule. Made once; later calls with the same object are free.
 *
 * @throws on a questionnaire that `lintQuestionnaire` refuses
 */
export function indicatorsOf(questionnaire: Questionnaire): readonly IndicatorDefinition[] {
  const known = compiled.get(questionnaire);
  if (known) return known;
  const ruleOf = ruleReader(questionnaire);
  const byName = new Map(variables(questionnaire).map((variable) => [variable.name, variable]));
  const result = questionnaire.indicators.map((indicator): IndicatorDefinition => {
    const { id, direction, headline = false, trend = false, page, value: rule } = indicator;
    const { kind, variables: used, value } = ruleOf(id);
    const text = (words: Questionnaire['bases'][string] | undefined, what: string): LocalisedText => {
      if (!words) throw new Error(`\`indicatorsOf\` requires ${what} of ${id} in the questionnaire`);
      return localised(words);
    };
    return {
      id,
      kind,
      direction,
      headline,
      trend,
      page,
      topic: text(questionnaire.topics[page], 'the topic'),
      variables: used,
      derivedFrom:
        rule.rule === 'chosen' ? { variable: rule.variable, codes: rule.codes, baseCodes: rule.outOf } : null,
      name: localised(indicator.name),
      question: indicator.question
        ? localised(indicator.question)
        : questionAsked(byName.get(used[0] ?? ''), used.length === 1),
      base: text(questionnaire.bases[indicator.base], 'the base'),
      result: localised(indicator.result),
      valueOf: value,
    };
  });
  compiled.set(questionnaire, result);
  return result;
}

/**
 * The compiled rule of each indicator by its id, made when it is first asked for: an index may stand before
 * its parts.
 */
function ruleReader({ indicators, version }: Questionnaire): (id: string) => CompiledRule {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const rules = new Map<string, CompiledRule>();
  const underWay = new Set<string>();
  const ruleOf = (id: string): CompiledRule => {
    const done = rules.get(id);
    if (done) return done;
    const indicator: DefinedIndicator | undefined = byId.get(id);
    if (!indicator || underWay.has(id))
      throw new Error(`\`indicatorsOf\` requires indicators of ${version} that lint accepts, not ${id}`);
    underWay.add(id);
    const rule = compileRule(indicator.value, ruleOf);
    rules.set(id, rule);
    return rule;
  };
  return ruleOf;
}

/** The lead text, with the row when the indicator is about one row. */
export function questionAsked(variable: Variable | undefined, withRow: boolean): LocalisedText {
  if (!variable) throw new Error('`questionAsked` requires a variable of the questionnaire');
  const { lead, title } = variable;
  const join = (before: string | undefined, row: string) => {
    if (before === undefined) return row;
    if (!withRow) return before;
    return before.endsWith(':') ? `${before} ${row}` : `${before} – ${row}`;
  };
  return { pl: join(lead?.pl, title.pl), en: join(lead?.en, title.en), uk: join(lead?.uk, title.uk) };
}
