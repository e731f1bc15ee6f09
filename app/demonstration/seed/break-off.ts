import type { Answers } from '#core/questionnaire/definition.ts';
import type { Random } from './random.ts';

/**
 * Numbers of the last question on the pages after which people give up: experience, behaviour, places,
 * services.
 */
const lastQuestions = [17, 19, 22, 25] as const;

/** What is left of an interview that was broken off late enough to count as partial. */
export function breakOff(answers: Readonly<Answers>, random: Random): Answers {
  const last = random.choice(lastQuestions);
  const isBefore = (variable: string) => Number(/^q(\d\d)/.exec(variable)?.[1] ?? 99) <= last;
  return Object.fromEntries(Object.entries(answers).filter(([variable]) => isBefore(variable)));
}
