import fc from 'fast-check';
import type { Answers, Questionnaire } from '#core/questionnaire/definition.ts';
import { type Variable, variables } from '#core/questionnaire/variables.ts';

/** Answers as a browser could hold them: every value fits its question, routing is ignored. */
export function arbitraryAnswers(questionnaire: Questionnaire): fc.Arbitrary<Answers> {
  const asked = variables(questionnaire).filter(({ kind }) => kind !== 'order');
  const values = Object.fromEntries(asked.map((variable) => [variable.name, arbitraryValue(variable)]));
  return fc.record(values, { requiredKeys: [] }) as fc.Arbitrary<Answers>;
}

function arbitraryValue({ kind, codes }: Variable): fc.Arbitrary<Answers[string]> {
  const list = codes.map(({ code }) => code);
  if (kind === 'text') return fc.constantFrom('przystanek', 'парк', 'underpass');
  if (kind === 'single') return fc.constantFrom(...list);
  const alone = list.filter((code) => code >= 97 || code === list.at(-1)).map((code) => [code]);
  const first = list.slice(0, 4);
  const together = fc.subarray(first, { minLength: 1, maxLength: Math.min(3, first.length) });
  return fc.oneof(fc.constantFrom(...alone), together);
}
