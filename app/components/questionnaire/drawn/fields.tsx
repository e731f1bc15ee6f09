import { describedByOf } from './card-notes.ts';
import { placeListId } from './drawing.ts';
import type { CardMaker, DrawnChoiceQuestion, DrawnTextQuestion } from './drawn-question.ts';

interface FieldProps<Kind> {
  question: Kind;
  creator: CardMaker;
}

export function Dropdown({ question, creator }: FieldProps<DrawnChoiceQuestion>) {
  return (
    <select
      id={question.name}
      name={question.name}
      value={String(question.value ?? '')}
      aria-describedby={describedByOf(question, creator)}
      aria-invalid={question.name in creator.drawing.problems || undefined}
      onChange={(event) => {
        question.value = event.target.value === '' ? undefined : Number(event.target.value);
      }}
    >
      <option value="">{creator.drawing.texts.chooseOne}</option>
      {question.visibleChoices.map((item) => (
        <option key={item.value} value={item.value}>
          {item.text}
        </option>
      ))}
    </select>
  );
}

/** Not controlled by React: what was typed before the scripts came stays as it is. */
export function TextField({ question, creator }: FieldProps<DrawnTextQuestion>) {
  const { name } = question;
  const field = {
    id: name,
    name,
    defaultValue: String(question.value ?? ''),
    maxLength: question.maxLength,
    'aria-describedby': describedByOf(question, creator),
    'aria-invalid': name in creator.drawing.problems || undefined,
    onInput: (event: { currentTarget: { value: string } }) => {
      question.value = event.currentTarget.value || undefined;
    },
  };
  if (question.getType() === 'comment') return <textarea {...field} rows={4} />;
  if (!creator.drawing.placeNames.includes(name)) return <input {...field} type="text" autoComplete="off" />;
  return (
    <>
      <input {...field} type="text" autoComplete="off" list={placeListId} />
      <p className="question-hint credit">{creator.drawing.texts.placeCredit}</p>
    </>
  );
}
