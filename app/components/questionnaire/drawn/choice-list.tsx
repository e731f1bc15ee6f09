import { useState } from 'react';
import type {
  CheckboxItem,
  ItemValue,
  Question,
  QuestionCheckboxModel,
  QuestionSelectBase,
} from 'survey-core';
import { isMissingCode } from '#core/questionnaire/missing-codes.ts';
import { ClearAnswer } from './clear-answer.tsx';
import type { FormCreator } from './form-creator.tsx';

interface ChoiceListProps {
  question: QuestionSelectBase;
  creator: FormCreator;
}

/**
 * Native radio buttons or checkboxes, the same at every width: another kind of control would be another
 * measurement.
 */
export function ChoiceList({ question, creator }: ChoiceListProps) {
  const several = question.getType() === 'checkbox';
  const [limitReached, setLimitReached] = useState(false);
  const most = several ? (question as QuestionCheckboxModel).maxSelectedChoices : 0;

  function choose(item: ItemValue, checked: boolean): void {
    if (!several) {
      question.value = item.value;
      return;
    }
    const chosen = selectedCodes(question);
    const replaces = (item as CheckboxItem).isExclusive;
    const exceeds = checked && !replaces && most > 0 && chosen.length >= most;
    setLimitReached(exceeds);
    if (!exceeds) (question as QuestionCheckboxModel).clickItemHandler(item, checked);
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
  question: Question;
  item: ItemValue;
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

function selectedCodes(question: Question): number[] {
  return Array.isArray(question.value) ? question.value : [];
}
