import { choiceHint, describedByOf, hintId, problemId } from './card-notes.ts';
import type { CardMaker, DrawnQuestion } from './drawn-question.ts';

interface QuestionCardProps {
  question: DrawnQuestion;
  creator: CardMaker;
}

/** A question: its title, its hint, what was wrong with the answer, and its control. */
export function QuestionCard({ question, creator }: QuestionCardProps) {
  const { name } = question;
  const { problems, texts } = creator.drawing;
  const hint = [question.description, choiceHint(question, creator)].filter(Boolean).join(' ');
  const problem = problems[name];
  const notes = (
    <>
      {hint ? (
        <p id={hintId(name)} className="question-hint">
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p id={problemId(name)} className="problem">
          <span className="visually-hidden">{texts.problem} </span>
          {problem}
        </p>
      ) : null}
    </>
  );
  const describedBy = describedByOf(question, creator);
  const className = problem ? 'question has-problem' : 'question';
  const body = (
    <>
      {notes}
      {creator.createQuestionElement(question)}
      <input type="hidden" name="shown" value={name} />
    </>
  );
  if (isChoiceList(question)) {
    return (
      <fieldset id={name} className={className} aria-describedby={describedBy} tabIndex={-1}>
        <legend>{titleOf(question)}</legend>
        {body}
      </fieldset>
    );
  }
  return (
    <div className={className}>
      {isRow(question) ? (
        <label className="question-title" htmlFor={name}>
          {question.title}
        </label>
      ) : (
        <h2 className="question-title">
          <label htmlFor={name}>{question.title}</label>
        </h2>
      )}
      {body}
    </div>
  );
}

/** Questions of their own are headings; rows of a battery stand under its heading. */
function titleOf(question: DrawnQuestion) {
  if (isRow(question)) return <span className="question-title">{question.title}</span>;
  return <h2 className="question-title">{question.title}</h2>;
}

function isRow(question: DrawnQuestion): boolean {
  return !question.parent.isPage;
}

function isChoiceList(question: DrawnQuestion): boolean {
  return question.getType() === 'radiogroup' || question.getType() === 'checkbox';
}
