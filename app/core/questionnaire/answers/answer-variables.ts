import type { Questionnaire } from '../definition.ts';
import { variables } from '../variables.ts';

const known = new WeakMap<Questionnaire, readonly string[]>();

/** The names of a questionnaire's variables in the order in which answers are stored. */
export function answerVariables(questionnaire: Questionnaire): readonly string[] {
  let names = known.get(questionnaire);
  if (!names) {
    names = variables(questionnaire).map(({ name }) => name);
    known.set(questionnaire, names);
  }
  return names;
}
