import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cityQuestionnaire as krakow } from '#city/questionnaire/city-questionnaire.ts';
import type { Answers } from '#core/questionnaire/definition.ts';
import { judgeAll, judgePage } from '#core/questionnaire/interview/judge.ts';
import { questionsOf } from '#core/questionnaire/questions.ts';
import { arbitraryAnswers } from '#tests/support/questionnaire-answers.ts';

const resident: Answers = { q02_district: 6 };

function problemsOf(page: string, submitted: unknown, soFar: Answers = resident) {
  const judgement = judgePage(krakow, page, submitted, soFar);
  return judgement.ok ? [] : judgement.problems;
}

function answersAfter(page: string, submitted: unknown, soFar: Answers = resident) {
  const judgement = judgePage(krakow, page, submitted, soFar);
  return judgement.ok ? judgement.answers : judgement.problems;
}

describe('the judge of a page', () => {
  it('adds the answers of the page to those so far', () => {
    expect(answersAfter('feeling', { q04_city_safe: 2, q05_district_safe: 98 })).toEqual({
      q02_district: 6,
      q04_city_safe: 2,
      q05_district_safe: 98,
    });
  });

  it('leaves what was not sent, and clears what was sent empty', () => {
    const soFar = { ...resident, q19_protect: [1, 2], q18a_street: 3, q18b_stay: 2 };
    expect(answersAfter('behaviour', { q19_protect: [], q18a_street: null }, soFar)).toEqual({
      q02_district: 6,
      q18b_stay: 2,
    });
  });

  it.each([
    ['a key that is no variable', { q99: 1 }, 'q99', 'unknown-variable'],
    ['a variable of another page', { q10a_drinking: 1 }, 'q10a_drinking', 'unknown-variable'],
    ['an order variable, which is the server’s', { q08_order: [1, 2] }, 'q08_order', 'unknown-variable'],
    ['constructor', { constructor: 1 }, 'constructor', 'unknown-variable'],
    ['__proto__', JSON.parse('{"__proto__": {"q04_city_safe": 1}}'), '__proto__', 'unknown-variable'],
    ['a code that is not offered', { q04_city_safe: 5 }, 'q04_city_safe', 'not-a-choice'],
    ['a missing code where it is not offered', { q04_city_safe: 97 }, 'q04_city_safe', 'not-a-choice'],
    ['a code as words', { q04_city_safe: '1' }, 'q04_city_safe', 'wrong-type'],
    ['a list for a code', { q04_city_safe: [1] }, 'q04_city_safe', 'wrong-type'],
    ['an object for a code', { q04_city_safe: { valueOf: 1 } }, 'q04_city_safe', 'wrong-type'],
    ['a yes for a code', { q04_city_safe: true }, 'q04_city_safe', 'wrong-type'],
    ['not a number', { q04_city_safe: Number.NaN }, 'q04_city_safe', 'not-a-choice'],
    ['half a code', { q04_city_safe: 1.5 }, 'q04_city_safe', 'not-a-choice'],
  ])('refuses %s', (_, submitted, variable, code) => {
    expect(problemsOf('feeling', submitted)).toEqual([{ variable, code }]);
  });

  it.each([null, undefined, 'text', 3, [], [1]])('refuses %j in place of a page', (submitted) => {
    expect(problemsOf('feeling', submitted)).toEqual([{ variable: '', code: 'not-an-object' }]);
  });

  it.each([
    ['a code for a list', 1, 'wrong-type'],
    ['words in a list', ['1'], 'wrong-type'],
    ['a list in a list', [[1]], 'wrong-type'],
    ['a gap in a list', [1, undefined], 'wrong-type'],
    ['a choice twice', [1, 1], 'duplicate-choice'],
    ['an unknown choice', [1, 12], 'not-a-choice'],
    ['more than three', [1, 2, 3, 4], 'too-many-choices'],
    ['far more than there are', Array.from({ length: 10_000 }, () => 1), 'too-many-choices'],
    ['"nothing" beside another', [3, 11], 'exclusive-choice'],
  ])('refuses %s among the priorities', (_, submitted, code) => {
    expect(problemsOf('environment', { q29_priorities: submitted })).toEqual([
      { variable: 'q29_priorities', code },
    ]);
  });

  it('keeps a list of choices in the order of their codes', () => {
    expect(answersAfter('environment', { q29_priorities: [10, 2, 9] })).toMatchObject({
      q29_priorities: [2, 9, 10],
    });
  });

  it.each([
    ['101 letters', 'ż'.repeat(101), 'too-long'],
    ['a text of a megabyte', 'a'.repeat(1_000_000), 'too-long'],
    ['a null character', 'kra\u0000dzieże', 'control-character'],
    ['an escape sequence', '\u001b[2Jx', 'control-character'],
    ['a line break in one line', 'a\nb', 'control-character'],
    ['a turned direction', 'a\u202Eb', 'control-character'],
    ['half a character', 'a\ud83d', 'control-character'],
    ['a number', 7, 'wrong-type'],
    ['a list', ['smog'], 'wrong-type'],
  ])('refuses %s as the top problem', (_, submitted, code) => {
    expect(problemsOf('city', { q01_top_problem_1: submitted })).toEqual([
      { variable: 'q01_top_problem_1', code },
    ]);
  });

  it('takes words in any script, trims them and writes letters in one way (NFC)', () => {
    const submitted = {
      q01_top_problem_1: '  kradziez\u0307e ',
      q01_top_problem_2: 'смог 🚋',
      q01_top_problem_3: '   ',
    };
    expect(answersAfter('city', submitted)).toEqual({
      q02_district: 6,
      q01_top_problem_1: 'kradzieże',
      q01_top_problem_2: 'смог 🚋',
    });
  });

  it('keeps the lines of a comment', () => {
    expect(answersAfter('about', { end_comment: 'raz\r\ndwa' })).toMatchObject({ end_comment: 'raz\ndwa' });
  });

  it('lists a required question that is not answered, but not in a draft', () => {
    expect(problemsOf('city', { q03_tenure: 1 }, {})).toEqual([
      { variable: 'q02_district', code: 'required' },
    ]);
    expect(judgePage(krakow, 'city', { q03_tenure: 1 }, {}, 'draft').ok).toBe(true);
    expect(problemsOf('city', { q03_tenure: 1 }, resident)).toEqual([]);
  });

  it('reports every problem of the page at once', () => {
    expect(problemsOf('feeling', { q04_city_safe: 7, q05_district_safe: '2', x: 1 })).toHaveLength(3);
  });

  it('throws when there is no such page', () => {
    expect(() => judgePage(krakow, 'start', {}, {})).toThrow('requires a page');
  });
});

describe('the judge and routing', () => {
  it('refuses an answer to a question that is not asked', () => {
    expect(problemsOf('experience', { q17_why_not: [1] })).toEqual([
      { variable: 'q17_why_not', code: 'not-asked' },
    ]);
    expect(problemsOf('places', { q20_place_gate: 2, q21_1_name: 'park' })).toEqual([
      { variable: 'q21_1_name', code: 'not-asked' },
    ]);
    expect(problemsOf('feeling', { q09_change: 1 }, { ...resident, q03_tenure: 1 })).toEqual([
      { variable: 'q09_change', code: 'not-asked' },
    ]);
  });

  it('accepts a gate and what it opens in one go, as the form with scripts sends them', () => {
    const submitted = { q14a_theft: 1, q14a_n: 2, q15a_which: 1, q16_reported: [5], q17_why_not: [1, 8] };
    expect(problemsOf('experience', submitted)).toEqual([]);
  });

  it('says which questions the answers opened, as the form without scripts has to show them', () => {
    const judgement = judgePage(krakow, 'places', { q20_place_gate: 1 }, resident);
    expect(judgement.ok && judgement.revealed).toEqual([
      'q21_1_name',
      'q21_1_type',
      'q21_1_time',
      'q21_1_reason',
      'q21_1_freq',
      'q21_1_fix',
      'q21_1_more',
    ]);
  });

  it('lets an answer through that was on the form until another answer of the page closed it', () => {
    const soFar = { ...resident, q20_place_gate: 1 };
    const submitted = { q20_place_gate: 2, q21_1_name: 'park' };
    expect(answersAfter('places', submitted, soFar)).toEqual({ ...soFar, ...submitted });
    expect(judgeAll(krakow, { ...soFar, ...submitted })).toEqual({
      ok: true,
      answers: { q02_district: 6, q20_place_gate: 2 },
      dropped: ['q21_1_name'],
    });
  });

  it('offers as the worst problem only those that were called a problem, and "none"', () => {
    const problems = { q10a_drinking: 4, q10b_noise_night: 2, q10c_drugs: 98 };
    expect(problemsOf('problems', { ...problems, q11_worst: 1 })).toEqual([]);
    expect(problemsOf('problems', { ...problems, q11_worst: 15 })).toEqual([]);
    for (const code of [2, 3, 4]) {
      expect(problemsOf('problems', { ...problems, q11_worst: code })).toEqual([
        { variable: 'q11_worst', code: 'not-offered' },
      ]);
    }
  });

  it('forgets the worst problem when the same form says that it is none', () => {
    const soFar = { ...resident, q10a_drinking: 4, q10b_noise_night: 4, q11_worst: 1 };
    expect(answersAfter('problems', { q10a_drinking: 1, q11_worst: 1 }, soFar)).toEqual({
      ...resident,
      q10a_drinking: 1,
      q10b_noise_night: 4,
    });
  });

  it('offers as the main reason only those that were given', () => {
    const place = { q20_place_gate: 1, q21_1_reason: [3, 7] };
    expect(problemsOf('places', { ...place, q21_1_reason_main: 7 })).toEqual([]);
    expect(problemsOf('places', { ...place, q21_1_reason_main: 1 })).toEqual([
      { variable: 'q21_1_reason_main', code: 'not-offered' },
    ]);
  });
});

describe('the judge of a whole response', () => {
  it('gives back a response that it has judged', () => {
    fc.assert(
      fc.property(arbitraryAnswers(krakow), (answers) => {
        const first = judgeAll(krakow, answers, 'draft');
        if (!first.ok) throw new Error(JSON.stringify(first.problems));
        expect(judgeAll(krakow, first.answers, 'draft')).toEqual({ ...first, dropped: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('drops exactly what routing does not ask', () => {
    const judged = judgeAll(krakow, {
      q02_district: 90,
      q03_tenure: 2,
      q04_city_safe: 1,
      end_comment: 'tak',
    });
    expect(judged).toEqual({
      ok: true,
      answers: { q02_district: 90 },
      dropped: ['q03_tenure', 'q04_city_safe', 'end_comment'],
    });
  });

  it('refuses a response without a district', () => {
    expect(judgeAll(krakow, { q04_city_safe: 1 })).toEqual({
      ok: false,
      problems: [{ variable: 'q02_district', code: 'required' }],
    });
  });

  it('answers any JSON without an exception, and never with a value that was not offered', () => {
    const key = fc.oneof(
      fc.constantFrom(...questionsOf(krakow).map(({ question }) => question.name), '__proto__', 'toString'),
      fc.string(),
    );
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 6 }),
      fc.constantFrom(Number.NaN, undefined, Infinity, -0, 1e308),
    );
    const body = fc
      .array(fc.tuple(key, value), { maxLength: 30 })
      .map((entries) => Object.fromEntries(entries) as unknown);
    const names = new Set(questionsOf(krakow).map(({ question }) => question.name));
    fc.assert(
      fc.property(
        fc.oneof(body, fc.jsonValue()),
        fc.constantFrom('places', 'city', 'experience'),
        (submitted, page) => {
          for (const judgement of [judgePage(krakow, page, submitted, {}), judgeAll(krakow, submitted)]) {
            if (!judgement.ok) {
              expect(judgement.problems.length).toBeGreaterThan(0);
              continue;
            }
            expect(Object.keys(judgement.answers).every((name) => names.has(name))).toBe(true);
            expect(judgeAll(krakow, judgement.answers, 'draft').ok).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is not troubled by nesting of ten thousand levels', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 10_000; level += 1) deep = [deep];
    expect(problemsOf('environment', { q29_priorities: deep, q26_cctv_feel: deep })).toEqual([
      { variable: 'q29_priorities', code: 'wrong-type' },
      { variable: 'q26_cctv_feel', code: 'wrong-type' },
    ]);
  });

  it('does not change the prototype of any object', () => {
    judgeAll(
      krakow,
      JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}'),
    );
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
