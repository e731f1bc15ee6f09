import type { Answers } from './definition.ts';
import type { IndicatorRule, RulePart } from './indicator-rule.ts';
import { meanOfParts, meanPomp } from './pomp.ts';

/** 0 or 1 for a share, 0–100 for a mean; null outside the base. */
export type ValueOf = (answers: Readonly<Answers>) => number | null;

/** A rule ready to be applied: read once, used for every respondent. */
export interface CompiledRule {
  kind: 'share' | 'mean';
  /** Variables that it reads, each once, in the order in which the rule names them. */
  variables: string[];
  value: ValueOf;
}

/**
 * Makes the function of a rule. `named` gives the rule of an indicator that this one is made of.
 */
export function compileRule(rule: IndicatorRule, named: (id: string) => CompiledRule): CompiledRule {
  const compiled = (part: RulePart) => (typeof part === 'string' ? named(part) : compileRule(part, named));
  switch (rule.rule) {
    case 'chosen':
      return share([rule.variable], chosen(rule));
    case 'mentioned':
      return share([rule.variable], mentioned(rule));
    case 'items':
      return share(rule.variables, items(rule));
    case 'score':
      return mean(rule.variables, (answers) => meanPomp(answers, rule.variables, rule, rule.answered));
    case 'among': {
      const base = compiled(rule.base);
      const of = compiled(rule.of);
      return {
        kind: of.kind,
        variables: once([...of.variables, ...base.variables]),
        value: (answers) => (base.value(answers) === 1 ? of.value(answers) : null),
      };
    }
    case 'reversed': {
      const { variables, value } = compiled(rule.of);
      return mean(variables, (answers) => {
        const straight = value(answers);
        return straight === null ? null : 100 - straight;
      });
    }
    case 'mean': {
      const parts = rule.of.map(compiled);
      return mean(
        parts.flatMap(({ variables }) => variables),
        (answers) =>
          meanOfParts(
            parts.map(({ value }) => value(answers)),
            rule.known,
          ),
      );
    }
  }
}

type RuleNamed<Name extends IndicatorRule['rule']> = Extract<IndicatorRule, { rule: Name }>;

function chosen({ variable, codes, outOf }: RuleNamed<'chosen'>): ValueOf {
  return (answers) => {
    const code = answers[variable];
    if (typeof code !== 'number' || !outOf.includes(code)) return null;
    return codes.includes(code) ? 1 : 0;
  };
}

function mentioned({ variable, codes, without = [] }: RuleNamed<'mentioned'>): ValueOf {
  return (answers) => {
    const ticked = answers[variable];
    if (!Array.isArray(ticked)) return null;
    if (ticked.some((code) => without.includes(code))) return null;
    return ticked.some((code) => codes.includes(code)) ? 1 : 0;
  };
}

function items({ variables, codes, outOf, atLeast, answered }: RuleNamed<'items'>): ValueOf {
  return (answers) => {
    let hits = 0;
    let known = 0;
    for (const variable of variables) {
      const code = answers[variable];
      if (typeof code !== 'number' || !outOf.includes(code)) continue;
      known += 1;
      if (codes.includes(code)) hits += 1;
    }
    if (hits >= atLeast) return 1;
    return known >= answered ? 0 : null;
  };
}

function share(variables: readonly string[], value: ValueOf): CompiledRule {
  return { kind: 'share', variables: once(variables), value };
}

function mean(variables: readonly string[], value: ValueOf): CompiledRule {
  return { kind: 'mean', variables: once(variables), value };
}

function once(variables: readonly string[]): string[] {
  return [...new Set(variables)];
}
