import type { IndicatorDefinition } from '../questionnaire/definition.ts';
import type { Variable, VariableCode } from '../questionnaire/variables.ts';
import { type MicrodataMapping, mappingFault } from './mapping.ts';
import type { MicrodataFault } from './table.ts';

/**
 * The code of a neutral middle that a study offered and our scale has not: above every scale, and none of the
 * missing codes.
 */
export const neutralAnswer = 96;

const neutralCode: VariableCode = {
  code: neutralAnswer,
  label: { pl: 'Odpowiedź pośrodku skali', en: 'Middle of the scale', uk: 'Відповідь посередині шкали' },
  missing: false,
};

/** The variables that a study asked with a neutral middle. */
export function neutralVariables({ variables }: Pick<MicrodataMapping, 'variables'>): string[] {
  return Object.entries(variables).flatMap(([name, how]) => ('column' in how && how.neutral ? [name] : []));
}

/** Indicators of these that one of the variables goes into: they are measured on another scale than ours. */
export function onOtherScale(
  indicators: readonly Pick<IndicatorDefinition, 'id' | 'variables'>[],
  neutral: readonly string[],
): string[] {
  return indicators.flatMap(({ id, variables }) =>
    variables.some((name) => neutral.includes(name)) ? [id] : [],
  );
}

/**
 * An index, or a share of several questions, has no place for an answer between those it counts: where a
 * mapping wants one of a question with a neutral middle, that is a fault.
 */
export function neutralFaults(
  mapping: Pick<MicrodataMapping, 'variables' | 'indicators'>,
  definitions: readonly IndicatorDefinition[],
): MicrodataFault[] {
  const wanted = definitions.filter(({ id }) => mapping.indicators.includes(id));
  const several = wanted.filter(({ derivedFrom }) => derivedFrom === null);
  return onOtherScale(several, neutralVariables(mapping)).map((id) =>
    mappingFault('neutral-in-index', 'indicators', id),
  );
}

/** Shares of one question with the neutral middle in their base, where it is counted as neither. */
export function withNeutral(
  definitions: readonly IndicatorDefinition[],
  neutral: readonly string[],
): readonly IndicatorDefinition[] {
  if (neutral.length === 0) return definitions;
  return definitions.map((definition) => {
    const { derivedFrom, base } = definition;
    if (!derivedFrom || !neutral.includes(derivedFrom.variable)) return definition;
    return {
      ...definition,
      derivedFrom: { ...derivedFrom, baseCodes: [...derivedFrom.baseCodes, neutralAnswer] },
      base: {
        pl: `${base.pl}; także odpowiedź pośrodku skali`,
        en: `${base.en}; the middle of the scale as well`,
        uk: `${base.uk}; також відповідь посередині шкали`,
      },
      valueOf: (answers) =>
        answers[derivedFrom.variable] === neutralAnswer ? 0 : definition.valueOf(answers),
    };
  });
}

/** The variables with the answer that a study added to some of them. */
export function variablesWithNeutral(variables: readonly Variable[], neutral: readonly string[]): Variable[] {
  return variables.map((variable) =>
    neutral.includes(variable.name) ? { ...variable, codes: [...variable.codes, neutralCode] } : variable,
  );
}
