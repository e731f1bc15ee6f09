import type { Answers, Questionnaire } from '../definition.ts';
import { compileQuestionnaire } from './compile.ts';
import { routeOf } from './routing.ts';

/**
 * Turns the fields of a page's plain HTML form (`new FormData(form)`, `new URLSearchParams(body)`) into
 * values for `judgePage`, which decides whether they are answers: codes become numbers, ticks become lists. A
 * checkbox group that was on the form and sent nothing was unticked, so it is cleared; only that needs
 * `answersSoFar`. A choice counts beside an empty value, which says that an earlier one was taken back.
 * Fields of the form that are not answers have to be taken out before.
 */
export function answersFromForm(
  questionnaire: Questionnaire,
  page: string,
  fields: Iterable<readonly [string, unknown]>,
  answersSoFar: Readonly<Answers>,
): Record<string, unknown> {
  const { byName, questions } = compileQuestionnaire(questionnaire);
  const sent = new Map<string, unknown[]>();
  for (const [name, value] of fields) sent.set(name, [...(sent.get(name) ?? []), value]);

  const submitted = new Map<string, unknown>();
  for (const [name, values] of sent) {
    const kind = byName.get(name)?.kind;
    const chosen = values.filter((value) => value !== '');
    if (kind === 'multiple') submitted.set(name, chosen.map(codeFrom));
    else if (kind === 'single' && chosen.length <= 1) submitted.set(name, codeFrom(chosen[0] ?? ''));
    else submitted.set(name, values.length > 1 ? values : values[0]);
  }
  const { asked } = routeOf(questionnaire, answersSoFar);
  for (const { name, kind, page: ownPage } of questions) {
    if (kind === 'multiple' && ownPage === page && asked.has(name) && !submitted.has(name)) {
      submitted.set(name, []);
    }
  }
  // fromEntries defines keys where assignment would follow them: a field called __proto__ stays a key.
  return Object.fromEntries(submitted);
}

function codeFrom(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value;
}
