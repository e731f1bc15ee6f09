import fc from 'fast-check';
import type { Question } from 'survey-core';
import { describe, expect, it } from 'vitest';
import { cityQuestionnaire as krakow } from '#city/questionnaire/city-questionnaire.ts';
import type { Answers } from '#core/questionnaire/definition.ts';
import {
  completeness,
  firstUnansweredPage,
  routeOf,
  screenedOut,
  visiblePages,
} from '#core/questionnaire/interview/routing.ts';
import { variables } from '#core/questionnaire/variables.ts';
import { arbitraryAnswers } from '#tests/support/questionnaire-answers.ts';
import { surveyModel } from '#tests/support/survey-model.ts';

const model = surveyModel(krakow, { language: 'pl', texts: { recall_date: '1 kwietnia' } });

function isShown(question: Question): boolean {
  return question.isVisible && question.isParentVisible && (question.page?.isVisible ?? false);
}

function offeredBySurveyJs(name: string): number[] {
  return (model.getQuestionByName(name)?.visibleChoices ?? []).map(({ value }: { value: number }) => value);
}

describe('routing', () => {
  it('asks what SurveyJS shows in the browser, whatever was answered', () => {
    fc.assert(
      fc.property(arbitraryAnswers(krakow), (answers) => {
        model.data = structuredClone(answers);
        const shown = model
          .getAllQuestions()
          .filter(isShown)
          .map(({ name }) => name);
        expect([...routeOf(krakow, answers).asked]).toEqual(shown);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('offers as the worst problem and as the last incident the choices that SurveyJS offers', () => {
    const offered = variables(krakow).filter(({ name }) => name === 'q11_worst' || name === 'q15a_which');
    fc.assert(
      fc.property(arbitraryAnswers(krakow), (random) => {
        const answers = { ...random, q02_district: 1 };
        model.data = structuredClone(answers);
        for (const { name, codes } of offered) {
          if (!routeOf(krakow, answers).asked.has(name)) continue;
          const kept = codes.filter(
            ({ code }) => routeOf(krakow, { ...answers, [name]: code }).answers[name] === code,
          );
          expect(kept.map(({ code }) => code)).toEqual(offeredBySurveyJs(name));
        }
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['q03 = 1 skips the comparison with a year ago', { q03_tenure: 1 }, 'q09_change', false],
    ['q03 = 2 asks it', { q03_tenure: 2 }, 'q09_change', true],
    [
      'q10 below 3 or hard to say skips the worst problem',
      { q10a_drinking: 2, q10b_noise_night: 98 },
      'q11_worst',
      false,
    ],
    ['one q10 of 3 asks it', { q10n_scooters: 3 }, 'q11_worst', true],
    ['q14 all no or 99 skips the last incident', { q14a_theft: 2, q14b_bike_car: 99 }, 'q15a_which', false],
    ['one q14 of 1 asks it', { q14h_hate: 1 }, 'q16_reported', true],
    ['the number of times is asked for what happened', { q14c_burglary: 1 }, 'q14c_n', true],
    [
      'another district is asked after "another district"',
      { q14a_theft: 1, q15b_where: 4 },
      'q15c_district',
      true,
    ],
    ['q16 = 5 asks why not', { q14a_theft: 1, q16_reported: [5] }, 'q17_why_not', true],
    ['q16 = 1 does not', { q14a_theft: 1, q16_reported: [1] }, 'q17_why_not', false],
    [
      'a stale q16 = 5 without an incident does not',
      { q14a_theft: 2, q16_reported: [5] },
      'q17_why_not',
      false,
    ],
    ['q20 = 98 skips the places', { q20_place_gate: 98 }, 'q21_1_name', false],
    ['the second place waits for "another"', { q20_place_gate: 1 }, 'q21_2_name', false],
    ['"another" asks the second place', { q20_place_gate: 1, q21_1_more: 1 }, 'q21_2_name', true],
    [
      'a stale "another" opens nothing',
      { q20_place_gate: 1, q21_1_more: 2, q21_2_more: 1 },
      'q21_3_name',
      false,
    ],
    ['one reason needs no main reason', { q20_place_gate: 1, q21_1_reason: [1] }, 'q21_1_reason_main', false],
    ['two reasons do', { q20_place_gate: 1, q21_1_reason: [1, 2] }, 'q21_1_reason_main', true],
    ['the third safe place', { q22_safe_place: 1, q22_1_more: 1, q22_2_more: 1 }, 'q22_3_time', true],
    ['someone outside Kraków is asked nothing more', { q02_district: 90 }, 'q03_tenure', false],
  ] as [string, Answers, string, boolean][])('%s', (_, answers, variable, expected) => {
    expect(routeOf(krakow, { q02_district: 1, ...answers }).asked.has(variable)).toBe(expected);
  });

  it('shows ten pages, and only the first to someone outside Kraków', () => {
    expect(visiblePages(krakow, {})).toHaveLength(10);
    expect(visiblePages(krakow, { q02_district: 90 })).toEqual(['city']);
    expect(screenedOut(krakow, { q02_district: 90 })).toBe(true);
    expect(screenedOut(krakow, { q02_district: 18 })).toBe(false);
    expect(screenedOut(krakow, {})).toBe(false);
  });

  it('finds the first page that is blank or lacks its required answer', () => {
    expect(firstUnansweredPage(krakow, {})).toBe('city');
    expect(firstUnansweredPage(krakow, { q03_tenure: 2 })).toBe('city');
    expect(firstUnansweredPage(krakow, { q02_district: 2 })).toBe('feeling');
    expect(firstUnansweredPage(krakow, { q02_district: 2, q06_hood_day: 1, q13_impact: 0 })).toBe('problems');
    expect(firstUnansweredPage(krakow, { q02_district: 90 })).toBe(null);
  });
});

describe('completeness', () => {
  const whole = Object.fromEntries(
    variables(krakow)
      .filter(({ kind }) => kind === 'single')
      .map(({ name, codes }) => [name, codes.at(-1)?.code ?? 0]),
  );
  const lists = { q19_protect: [7], q29_priorities: [11] };

  it('is 0 without answers and 1 when every key question is answered, be it with "hard to say"', () => {
    expect(completeness(krakow, { q02_district: 3 })).toBe(0);
    expect(completeness(krakow, { ...whole, ...lists, q02_district: 3 })).toBe(1);
  });

  it('is the share of the key questions, and no other answer moves it', () => {
    const answers = { q02_district: 3, q04_city_safe: 1, q05_district_safe: 98 };
    expect(completeness(krakow, answers)).toBeCloseTo(2 / krakow.keyVariables.length, 12);
    expect(completeness(krakow, { ...answers, q30_sex: 1, end_comment: 'x' })).toBe(
      completeness(krakow, answers),
    );
  });

  it('is 0 when no key question applies', () => {
    expect(completeness(krakow, { q02_district: 90, q04_city_safe: 1 })).toBe(0);
  });
});
