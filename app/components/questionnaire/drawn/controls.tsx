import type { ComponentType, ReactElement } from 'react';
import { ChoiceList } from './choice-list.tsx';
import type { CardMaker, DrawnQuestion } from './drawn-question.ts';
import { Dropdown, TextField } from './fields.tsx';

/** Our controls by the type of question. */
const controls = {
  radiogroup: ChoiceList,
  checkbox: ChoiceList,
  dropdown: Dropdown,
  text: TextField,
  comment: TextField,
};

export const controlTypes = Object.keys(controls);

/** The control of a question; its type says which properties of a question it has. */
export function controlOf(question: DrawnQuestion, creator: CardMaker): ReactElement {
  const type = question.getType();
  const Control = controls[type as keyof typeof controls] as ComponentType<{
    question: DrawnQuestion;
    creator: CardMaker;
  }>;
  if (!Control) throw new Error(`controlOf requires a type of question that lint accepts, not ${type}`);
  return <Control question={question} creator={creator} />;
}
