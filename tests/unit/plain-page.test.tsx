import fc from 'fast-check';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { drawPage } from '#app/components/questionnaire/drawn/draw-page.server.tsx';
import type { PageDrawing } from '#app/components/questionnaire/drawn/drawing.ts';
import { DrawnPage } from '#app/components/questionnaire/drawn/drawn-page.tsx';
import { makePageModel } from '#app/components/questionnaire/drawn/page-model.ts';
import { cityQuestionnaire as krakow } from '#city/questionnaire/city-questionnaire.ts';
import { type Language, languages } from '#core/language.ts';
import type { Answers } from '#core/questionnaire/definition.ts';
import { arrangePage } from '#core/questionnaire/interview/arrange.ts';
import { orderVersions, rowOrders } from '#core/questionnaire/interview/order.ts';
import { drawnAnswers } from '#core/questionnaire/interview/shown-page.ts';
import { variables } from '#core/questionnaire/variables.ts';
import { arbitraryAnswers } from '#tests/support/questionnaire-answers.ts';

const pages = krakow.definition.pages.map(({ name }) => name);
const texts = {
  problem: 'Error:',
  chooseOne: 'Choose from the list',
  chooseAny: 'You can choose several.',
  chooseUpTo: 'You can choose up to {{most}}.',
  limitReached: 'You have chosen {{most}}.',
  clear: 'Clear',
  cleared: 'Cleared.',
  placeCredit: 'Names: © OpenStreetMap',
};
const placeNames = [...krakow.roles.places.unsafe, ...krakow.roles.places.safe].map(({ name }) => name);

interface Seen {
  given: Answers;
  /** Typed and refused: too long, or with letters that are markup elsewhere. */
  typed: Answers;
  takenBack: string[];
  faulty: string[];
  language: Language;
  version: number;
}

const names = variables(krakow)
  .filter(({ kind }) => kind !== 'order')
  .map(({ name }) => name);
const someone: fc.Arbitrary<Seen> = fc.record({
  given: arbitraryAnswers(krakow),
  typed: fc.dictionary(fc.constantFrom('q01_top_problem_1', 'end_comment', 'q21_1_name'), fc.string()),
  takenBack: fc.subarray(names, { maxLength: 4 }),
  faulty: fc.subarray(names, { maxLength: 4 }),
  language: fc.constantFrom(...languages),
  version: fc.nat(orderVersions - 1),
});

function drawingOf(page: string, { given, typed, takenBack, faulty, language, version }: Seen): PageDrawing {
  const cleared = Object.fromEntries(takenBack.map((name) => [name, '']));
  return {
    page: arrangePage(krakow, page, {
      language,
      orders: rowOrders(krakow, version),
      texts: { recall_date: '1 April 2026' },
    }),
    answers: drawnAnswers(krakow, page, { ...given, ...typed, ...cleared }),
    problems: Object.fromEntries(faulty.map((name) => [name, `Wrong: ${name} <>&"'`])),
    texts,
    placeNames,
  };
}

/** Where two pages part: a page is too long to be read in a failure. */
function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return Math.max(0, at - 100);
}

const bySurveyJs = (drawing: PageDrawing) =>
  renderToString(<DrawnPage drawing={drawing} drawn={makePageModel(drawing)} />);

describe('a page that is drawn without a model of SurveyJS', () => {
  it.each(pages)(
    'is %s as SurveyJS draws it, to the letter, whatever was answered, typed, taken back or refused',
    (page) => {
      fc.assert(
        fc.property(someone, (seen) => {
          const drawing = drawingOf(page, seen);
          const [plain, whole] = [drawPage(krakow, drawing), bySurveyJs(drawing)];
          const at = firstDifference(plain, whole);
          expect(plain.slice(at, at + 200)).toBe(whole.slice(at, at + 200));
        }),
        { numRuns: 40 },
      );
    },
  );
});
