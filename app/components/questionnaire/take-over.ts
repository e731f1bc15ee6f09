import type { Question, SurveyModel } from 'survey-core';

/** Brings the model to what the form already says: someone may have begun before the scripts arrived. */
export function takeOver(model: SurveyModel, answered: FormData): void {
  for (const question of model.getAllQuestions() as Question[]) {
    const sent = answered.getAll(question.name).map(String);
    if (!answered.getAll('shown').includes(question.name)) continue;
    const value = valueSent(question, sent);
    if (JSON.stringify(value) !== JSON.stringify(question.value)) question.value = value;
  }
}

function valueSent(question: Question, sent: string[]): unknown {
  const type = question.getType();
  if (type === 'checkbox') return sent.length > 0 ? sent.map(Number) : undefined;
  const only = sent.find((value) => value !== '');
  if (only === undefined) return undefined;
  return type === 'radiogroup' || type === 'dropdown' ? Number(only) : only;
}
