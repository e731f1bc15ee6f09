import { describe, expect, it } from 'vitest';
import { cityQuestionnaire as krakow } from '#city/questionnaire/city-questionnaire.ts';
import type { Answers } from '#core/questionnaire/definition.ts';
import { answersFromForm } from '#core/questionnaire/interview/form-answers.ts';
import { judgePage } from '#core/questionnaire/interview/judge.ts';

const resident: Answers = { q02_district: 6 };

function problemsOf(page: string, submitted: unknown) {
  const judgement = judgePage(krakow, page, submitted, resident);
  return judgement.ok ? [] : judgement.problems;
}

describe('answers from a plain form', () => {
  const read = (page: string, body: string, soFar: Answers = resident) =>
    answersFromForm(krakow, page, new URLSearchParams(body), soFar);

  it('turns codes into numbers and ticks into lists', () => {
    expect(read('behaviour', 'q18a_street=3&q19_protect=2&q19_protect=5')).toEqual({
      q18a_street: 3,
      q19_protect: [2, 5],
    });
  });

  it('clears a group of checkboxes that was shown and sent nothing', () => {
    expect(read('behaviour', 'q18a_street=3')).toEqual({ q18a_street: 3, q19_protect: [] });
    expect(read('experience', 'q14a_theft=2')).toEqual({ q14a_theft: 2 });
  });

  it('clears a single choice that was taken back, unless another was made since', () => {
    expect(read('city', 'q03_tenure=')).toEqual({ q03_tenure: '' });
    expect(read('city', 'q03_tenure=2&q03_tenure=')).toEqual({ q03_tenure: 2 });
  });

  it('leaves what is no answer for the judge to refuse', () => {
    const submitted = read('city', 'q02_district=6&q02_district=7&__proto__=1&q03_tenure=tak');
    expect(Object.keys(submitted)).toEqual(['q02_district', '__proto__', 'q03_tenure']);
    expect(problemsOf('city', submitted)).toEqual([
      { variable: 'q02_district', code: 'wrong-type' },
      { variable: '__proto__', code: 'unknown-variable' },
      { variable: 'q03_tenure', code: 'wrong-type' },
    ]);
  });
});
