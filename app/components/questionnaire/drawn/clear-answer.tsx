import type { MouseEvent } from 'react';
import type { CardMaker, DrawnQuestion } from './drawn-question.ts';

interface ClearAnswerProps {
  question: DrawnQuestion;
  creator: CardMaker;
}

/**
 * Takes an answer back, which radio buttons cannot do themselves: a button of the page's form, which scripts
 * make instant.
 */
export function ClearAnswer({ question, creator }: ClearAnswerProps) {
  const { name } = question;
  const { texts } = creator.drawing;
  const cleared = question.isEmpty() && creator.cleared.has(name);

  function clear(event: MouseEvent<HTMLButtonElement>): void {
    event.preventDefault();
    const group = event.currentTarget.closest('fieldset');
    creator.cleared.add(name);
    question.value = undefined;
    // The button goes with the answer, and the focus with the button.
    group?.querySelector<HTMLInputElement>('input[type="radio"]')?.focus();
  }

  return (
    <div className="clear-answer">
      {question.isEmpty() ? null : (
        <button type="submit" name="clear" value={name} onClick={clear}>
          {texts.clear}
          <span className="visually-hidden">: {question.title}</span>
        </button>
      )}
      {cleared ? <input type="hidden" name={name} value="" /> : null}
      <p role="status">{cleared ? texts.cleared : null}</p>
    </div>
  );
}
