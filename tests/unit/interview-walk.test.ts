import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionnaireView } from '#app/components/questionnaire/questionnaire-view.ts';
import { createInterview } from '#app/components/questionnaire/walk/interview.ts';
import { cityQuestionnaire as krakow } from '#city/questionnaire/city-questionnaire.ts';
import type { Answers } from '#core/questionnaire/definition.ts';
import { arrangePage } from '#core/questionnaire/interview/arrange.ts';
import { answersFromForm } from '#core/questionnaire/interview/form-answers.ts';
import { judgePage } from '#core/questionnaire/interview/judge.ts';
import { orderVersions, rowOrders } from '#core/questionnaire/interview/order.ts';
import { routeOf, screenedOut, visiblePages } from '#core/questionnaire/interview/routing.ts';
import { drawnAnswers } from '#core/questionnaire/interview/shown-page.ts';
import { pagesSeen, stepAfter } from '#core/questionnaire/interview/step-after.ts';
import { wordingOf } from '#core/questionnaire/interview/wording.ts';
import { reviewStep } from '#core/questionnaire/lint/platform-names.ts';
import { arbitraryAnswers } from '#tests/support/questionnaire-answers.ts';

const texts = { recall_date: '1 April 2026' };
const pages = krakow.definition.pages.map(({ name }) => name);
const district = { q02_district: 7 };

interface Walker {
  before: Answers;
  given: Answers;
  seen: string[];
  wasReviewed: boolean;
  orderVersion: number;
  page: string;
  go: 'next' | 'back';
}

const walker: fc.Arbitrary<Walker> = fc
  .record({
    answers: arbitraryAnswers(krakow),
    given: arbitraryAnswers(krakow),
    seen: fc.subarray(pages),
    wasReviewed: fc.boolean(),
    orderVersion: fc.nat(orderVersions - 1),
    page: fc.constantFrom(...pages),
    go: fc.constantFrom('next' as const, 'back' as const),
  })
  .map(({ answers, ...rest }) => ({ ...rest, before: routeOf(krakow, answers).answers }))
  .filter(({ before, page }) => visiblePages(krakow, before).includes(page));

function startOf({ before, seen, wasReviewed, orderVersion, page }: Walker): QuestionnaireView {
  const orders = rowOrders(krakow, orderVersion);
  return {
    drawing: {
      page: arrangePage(krakow, page, { language: 'en', orders, texts }),
      answers: before,
      problems: {},
      texts: {} as QuestionnaireView['drawing']['texts'],
      placeNames: [],
    },
    ...{
      html: '',
      number: 1,
      count: 10,
      isFirst: true,
      revision: 5,
      overwrites: null,
      writer: 'of-the-page',
    },
    ...{ sequence: 1, language: 'en', title: 'A page · Survey', until: null },
    interview: { answers: before, district, seen, wasReviewed, orderVersion, wording: '' },
  };
}

/** The wording as it arrives: through JSON. */
const wording = JSON.parse(JSON.stringify(wordingOf(krakow, { language: 'en', texts })));
const walkFrom = (start: QuestionnaireView) =>
  createInterview(start, wording, { room: 'Survey', random: () => 'a-new-writer' });

/** The form of a page, everything on it that is asked and answered. */
function formOf({ before, given, page }: Walker): [string, string][] {
  const here = { ...before, ...given };
  const names = [...routeOf(krakow, here).asked].filter(
    (name) => judgePage(krakow, page, { [name]: null }, before, 'draft').ok,
  );
  return names.flatMap((name) => [
    ['shown', name] as [string, string],
    ...[here[name] ?? []].flat().map((value) => [name, String(value)] as [string, string]),
  ]);
}

describe('an interview that the browser goes through by itself', () => {
  it('leads to the page that the server leads to, or leaves it to the server', () => {
    let walked = 0;
    fc.assert(
      fc.property(walker, (someone) => {
        const { before, seen, wasReviewed, page, go } = someone;
        const fields = formOf(someone);
        const typed = answersFromForm(
          krakow,
          page,
          fields.filter(([name]) => name !== 'shown'),
          before,
        );
        const judged = judgePage(krakow, page, typed, before, go === 'next' ? 'final' : 'draft');
        const step = walkFrom(startOf(someone)).leave(page, fields, go);
        if (!judged.ok || screenedOut(krakow, judged.answers)) {
          expect(step).toBeNull();
          return;
        }
        const seenNow = pagesSeen(krakow, { answers: before, seen }, judged.answers, page);
        const way = { answers: judged.answers, seen: seenNow, wasReviewed };
        const expected = stepAfter(krakow, way, { page, go });
        expect(step).toBe([reviewStep, page].includes(expected) ? null : expected);
        if (step !== null) walked += 1;
      }),
      { numRuns: 300 },
    );
    expect(walked).toBeGreaterThan(50);
  });

  it('draws the page that the server would draw, from the answers that were just given', () => {
    fc.assert(
      fc.property(walker, (someone) => {
        const fields = formOf(someone);
        const start = startOf(someone);
        const walk = walkFrom(start);
        const step = walk.leave(someone.page, fields, someone.go);
        if (step === null) return;
        const typed = answersFromForm(
          krakow,
          someone.page,
          fields.filter(([name]) => name !== 'shown'),
          someone.before,
        );
        const judged = judgePage(krakow, someone.page, typed, someone.before, 'draft');
        if (!judged.ok) throw new Error('the judge has taken it before');
        const given = { ...district, ...judged.answers };
        const view = walk.view(step);
        const orders = rowOrders(krakow, someone.orderVersion);
        expect(view?.drawing.page).toEqual(arrangePage(krakow, step, { language: 'en', orders, texts }));
        expect(view?.drawing.answers).toEqual(drawnAnswers(krakow, step, given));
        const visible = visiblePages(krakow, given);
        expect([view?.number, view?.count]).toEqual([visible.indexOf(step) + 1, visible.length]);
      }),
      { numRuns: 100 },
    );
  });

  it('goes on writing as the same window where it comes back to a page', () => {
    const start = startOf({
      ...{ before: district, given: {}, seen: [], wasReviewed: false, orderVersion: 0 },
      ...{ page: 'city', go: 'next' },
    });
    const walk = walkFrom(start);
    walk.counted('city', 4);
    walk.saved(9);
    walk.saved(8);
    expect(walk.view('feeling')).toMatchObject({ writer: 'a-new-writer', sequence: 1, revision: 9 });
    expect(walk.view('city')).toMatchObject({ writer: 'of-the-page', sequence: 4, revision: 9 });
  });

  it('draws no page that nobody would be shown', () => {
    const start = startOf({
      ...{ before: { q02_district: 90 }, given: {}, seen: [], wasReviewed: false, orderVersion: 0 },
      ...{ page: 'city', go: 'next' },
    });
    expect(walkFrom(start).view('feeling')).toBeNull();
  });
});
