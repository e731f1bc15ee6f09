import { useState } from 'react';
import type { CheckboxItem, QuestionCheckboxModel } from 'survey-core';
import { isMissingCode } from '#core/questionnaire/missing-codes.ts';
import { ClearAnswer } from './clear-answer.tsx';
import type { CardMaker, DrawnChoice, DrawnChoiceQuestion, DrawnQuestion } from './drawn-question.ts';

interface ChoiceListProps {
  question: DrawnChoiceQuestion;
  creator: CardMaker;
}

/**
 * Native radio buttons or checkboxes, the same at every width: another kind of control would be another
 * measurement.
 */
export function ChoiceList({ question, creator }: ChoiceListProps) {
  const several = question.getType() === 'checkbox';
  const [limitReached, setLimitReached] = useState(false);
  const most = several ? (question.maxSelectedChoices ?? 0) : 0;

  function choose(item: DrawnChoice, checked: boolean): void {
    if (!several) {
      question.value = item.value;
      return;
    }
    const chosen = selectedCodes(question);
    const box = item as DrawnChoice & CheckboxItem;
    const exceeds = checked && !box.isExclusive && most > 0 && chosen.length >= most;
    setLimitReached(exceeds);
    // Only SurveyJS's own questions are ever answered: those of the server are drawn once.
    if (!exceeds) (question as DrawnQuestion as QuestionCheckboxModel).clickItemHandler(box, checked);
  }

  const list = (
    <div className="choices">
      {question.visibleChoices.map((item) => (
        <Choice
          key={item.value}
          question={question}
          item={item}
          type={several ? 'checkbox' : 'radio'}
          checked={several ? selectedCodes(question).includes(item.value) : question.value === item.value}
          onChoose={(checked) => choose(item, checked)}
        />
      ))}
      {several && most > 0 ? (
        <p className="question-hint" role="status">
          {limitReached ? creator.drawing.texts.limitReached.replace('{{most}}', String(most)) : null}
        </p>
      ) : null}
    </div>
  );
  if (several || question.isRequired) return list;
  return (
    <>
      {list}
      <ClearAnswer question={question} creator={creator} />
    </>
  );
}

interface ChoiceProps {
  question: DrawnQuestion;
  item: DrawnChoice;
  type: 'radio' | 'checkbox';
  checked: boolean;
  onChoose: (checked: boolean) => void;
}

function Choice({ question, item, type, checked, onChoose }: ChoiceProps) {
  const id = `${question.name}-${item.value}`;
  return (
    <div className={isMissingCode(item.value) ? 'choice missing' : 'choice'}>
      <input
        type={type}
        id={id}
        name={question.name}
        value={item.value}
        checked={checked}
        onChange={(event) => onChoose(event.target.checked)}
      />
      <label htmlFor={id}>{item.text}</label>
    </div>
  );
}

function selectedCodes({ value }: DrawnQuestion): number[] {
  return Array.isArray(value) ? value : [];
}
