import type { LocalisedText } from '../language.ts';
import type { Questionnaire } from './definition.ts';
import { isMissingCode } from './missing-codes.ts';
import { variables } from './variables.ts';

/** An answer by its code and in words. */
type Choice = { code: number; label: LocalisedText };

/** What may be said of an unsafe place; lint sees to it that all turns ask alike. */
export function placeAnswers(questionnaire: Questionnaire): {
  reasons: Choice[];
  times: Choice[];
  /** What would help there most; empty where a version does not ask it. */
  fixes: Choice[];
} {
  const [first] = questionnaire.roles.places.unsafe;
  const answersOf = (name: string | undefined): Choice[] => {
    const variable = variables(questionnaire).find((other) => other.name === name);
    return (variable?.codes ?? []).map(({ code, label }) => ({ code, label }));
  };
  return {
    reasons: answersOf(first?.reasons),
    times: answersOf(first?.times),
    fixes: answersOf(first?.remedy).filter(({ code }) => !isMissingCode(code)),
  };
}
