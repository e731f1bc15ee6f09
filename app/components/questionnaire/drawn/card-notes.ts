import type { CardMaker, DrawnQuestion } from './drawn-question.ts';

/** How many answers may be chosen, in words; empty where it is one. */
export function choiceHint(question: DrawnQuestion, { drawing: { texts } }: CardMaker): string {
  if (question.getType() !== 'checkbox') return '';
  const most = question.maxSelectedChoices ?? 0;
  return most > 0 ? texts.chooseUpTo.replace('{{most}}', String(most)) : texts.chooseAny;
}

export function describedByOf(question: DrawnQuestion, creator: CardMaker): string | undefined {
  const { name } = question;
  const hint = question.description || choiceHint(question, creator) ? hintId(name) : '';
  const problem = creator.drawing.problems[name] ? problemId(name) : '';
  return `${hint} ${problem}`.trim() || undefined;
}

export const hintId = (name: string) => `${name}-hint`;
export const problemId = (name: string) => `${name}-problem`;
