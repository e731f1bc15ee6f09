import type {
  Answers,
  Questionnaire,
  SurveyChoice,
  SurveyElement,
  SurveyPage,
  SurveyPanel,
  SurveyQuestion,
} from '../definition.ts';
import type { Arranged } from './arrange.ts';
import { compileQuestionnaire } from './compile.ts';
import { isOffered, routeOf } from './routing.ts';

/** What stands on a page for someone with these answers. */
export type ShownElement = ShownPanel | ShownQuestion;

/** A battery or a group with at least one question that is asked. */
export interface ShownPanel {
  kind: 'panel';
  panel: Arranged<SurveyPanel>;
  elements: ShownElement[];
}

/** A question that is asked. */
export interface ShownQuestion {
  kind: 'question';
  question: Arranged<SurveyQuestion>;
  /** The answers that are offered, in the order of the arranged page; none where words are asked for. */
  choices: Arranged<SurveyChoice>[];
}

/**
 * The elements of an arranged page that SurveyJS would show, with the choices that it would offer: what
 * depends on the answers, found without a model of SurveyJS.
 */
export function shownElements(
  questionnaire: Questionnaire,
  page: Arranged<SurveyPage>,
  given: Readonly<Answers>,
): ShownElement[] {
  const { byName } = compileQuestionnaire(questionnaire);
  const { asked, answers } = routeOf(questionnaire, given);
  const shown = (element: Arranged<SurveyElement>): ShownElement[] => {
    if (element.type === 'panel') {
      const panel = element as Arranged<SurveyPanel>;
      const elements = panel.elements.flatMap(shown);
      return elements.length > 0 ? [{ kind: 'panel', panel, elements }] : [];
    }
    const question = element as Arranged<SurveyQuestion>;
    const compiled = asked.has(question.name) ? byName.get(question.name) : undefined;
    if (!compiled) return [];
    if (compiled.kind === 'text' || !('choices' in question))
      return [{ kind: 'question', question, choices: [] }];
    const choices = question.choices.filter(({ value }) => isOffered(compiled, value, answers));
    return [{ kind: 'question', question, choices }];
  };
  return page.elements.flatMap(shown);
}

/**
 * The answers that a page is drawn from: its own as they stand, and of other pages those that count. An
 * answer behind a gate that was closed later opens nothing, also for SurveyJS, which knows one page alone and
 * could not tell.
 */
export function drawnAnswers(questionnaire: Questionnaire, page: string, given: Readonly<Answers>): Answers {
  const { byPage } = compileQuestionnaire(questionnaire);
  const own = byPage.get(page) ?? [];
  const { answers } = routeOf(questionnaire, given);
  const kept = own.flatMap(({ name }) => (Object.hasOwn(given, name) ? [[name, given[name]] as const] : []));
  const others = Object.entries(answers).filter(([name]) => !own.some((question) => question.name === name));
  return Object.fromEntries([...others, ...kept]) as Answers;
}
