import type { Answers, AnswerValue, SurveyQuestion } from '#core/questionnaire/definition.ts';
import type { Arranged } from '#core/questionnaire/interview/arrange.ts';
import type { ShownElement, ShownQuestion } from '#core/questionnaire/interview/shown-page.ts';
import { controlOf } from './controls.tsx';
import type { PageDrawing } from './drawing.ts';
import type { CardMaker, DrawnChoice, DrawnQuestion } from './drawn-question.ts';
import { QuestionCard } from './question-card.tsx';
import { QuestionGroup } from './question-group.tsx';
import { takenBack } from './taken-back.ts';

/**
 * What `DrawnPage` draws, to the letter, without a model of SurveyJS: its page and rows as they are around
 * what is shown.
 */
export function PlainPage({ drawing, elements }: { drawing: PageDrawing; elements: ShownElement[] }) {
  const creator: CardMaker = {
    drawing,
    cleared: takenBack(drawing),
    createQuestionElement: (question) => controlOf(question, creator),
  };
  if (elements.length === 0) return null;
  return (
    <div className="">
      <Rows elements={elements} creator={creator} onPage />
    </div>
  );
}

interface RowsProps {
  elements: readonly ShownElement[];
  creator: CardMaker;
  onPage: boolean;
}

/** Each element in a row of its own. */
function Rows({ elements, creator, onPage }: RowsProps) {
  return elements.map((element) => {
    const { name } = element.kind === 'panel' ? element.panel : element.question;
    return (
      <div key={name} className="">
        <div data-key={`${name}0`}>
          {element.kind === 'panel' ? (
            <div className="question-group">
              <QuestionGroup
                name={name}
                title={element.panel.title ?? ''}
                description={element.panel.description ?? ''}
              >
                <Rows elements={element.elements} creator={creator} onPage={false} />
              </QuestionGroup>
            </div>
          ) : (
            <QuestionCard question={plainQuestion(element, creator.drawing, onPage)} creator={creator} />
          )}
        </div>
      </div>
    );
  });
}

function plainQuestion(
  { question, choices }: ShownQuestion,
  { answers }: PageDrawing,
  onPage: boolean,
): DrawnQuestion & { visibleChoices: readonly DrawnChoice[] } {
  const value = offeredOf(question, choices, answers);
  return {
    name: question.name,
    title: question.title,
    description: question.description ?? '',
    value,
    isRequired: question.isRequired ?? false,
    ...limitsOf(question),
    getType: () => question.type,
    isEmpty: () => isEmpty(value),
    parent: { isPage: onPage },
    visibleChoices: choices,
  };
}

/** The answer as SurveyJS holds it: nothing of what is not offered (any more). */
function offeredOf(
  question: Arranged<SurveyQuestion>,
  choices: ShownQuestion['choices'],
  answers: Answers,
): AnswerValue | undefined {
  const answer = Object.hasOwn(answers, question.name) ? answers[question.name] : undefined;
  if (answer === undefined || !('choices' in question)) return answer;
  const isOffered = (code: AnswerValue) => choices.some(({ value }) => value === code);
  if (!Array.isArray(answer)) return isOffered(answer) ? answer : undefined;
  return answer.filter(isOffered);
}

function limitsOf(question: Arranged<SurveyQuestion>): { maxLength?: number; maxSelectedChoices?: number } {
  if ('maxLength' in question) return { maxLength: question.maxLength };
  return { maxSelectedChoices: question.maxSelectedChoices };
}

function isEmpty(value: AnswerValue | undefined): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
