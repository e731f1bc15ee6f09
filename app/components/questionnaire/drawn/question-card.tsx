import type { Question, QuestionCheckboxModel } from 'survey-core';
import { SurveyElementBase } from 'survey-react-ui';
import type { FormCreator } from './form-creator.tsx';

interface QuestionCardProps {
  element: Question;
  creator: FormCreator;
}

/** A question: its title, its hint, what was wrong with the answer, and its control. */
export class QuestionCard extends SurveyElementBase<QuestionCardProps, Record<string, never>> {
  protected override getStateElement() {
    return this.props.element;
  }

  protected override renderElement() {
    const { element: question, creator } = this.props;
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
}

/** Questions of their own are headings; rows of a battery stand under its heading. */
function titleOf(question: Question) {
  if (isRow(question)) return <span className="question-title">{question.title}</span>;
  return <h2 className="question-title">{question.title}</h2>;
}

function isRow(question: Question): boolean {
  return !question.parent.isPage;
}

function isChoiceList(question: Question): boolean {
  return question.getType() === 'radiogroup' || question.getType() === 'checkbox';
}

function choiceHint(question: Question, { drawing: { texts } }: FormCreator): string {
  if (question.getType() !== 'checkbox') return '';
  const most = (question as QuestionCheckboxModel).maxSelectedChoices;
  return most > 0 ? texts.chooseUpTo.replace('{{most}}', String(most)) : texts.chooseAny;
}

export function describedByOf(question: Question, creator: FormCreator): string | undefined {
  const { name } = question;
  const hint = question.description || choiceHint(question, creator) ? hintId(name) : '';
  const problem = creator.drawing.problems[name] ? problemId(name) : '';
  return `${hint} ${problem}`.trim() || undefined;
}

const hintId = (name: string) => `${name}-hint`;
const problemId = (name: string) => `${name}-problem`;
