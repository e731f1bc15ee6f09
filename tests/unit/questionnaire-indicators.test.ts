import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cityQuestionnaire as krakow } from '#city/questionnaire/city-questionnaire.ts';
import { responseColumns } from '#core/analysis/response-columns.ts';
import { languages } from '#core/language.ts';
import { tabulateAnswers } from '#core/questionnaire/answers/answer-table.ts';
import type { Answers } from '#core/questionnaire/definition.ts';
import { indicatorsOf } from '#core/questionnaire/indicators.ts';
import { routeOf } from '#core/questionnaire/interview/routing.ts';
import { meanOfParts, meanPomp, pomp } from '#core/questionnaire/pomp.ts';
import { variables } from '#core/questionnaire/variables.ts';
import { arbitraryAnswers } from '#tests/support/questionnaire-answers.ts';

const krakowIndicators = indicatorsOf(krakow);

function value(id: string, answers: Answers): number | null {
  const indicator = krakowIndicators.find((candidate) => candidate.id === id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  return indicator.valueOf(answers);
}

/** Every row of a battery with the same answer. */
function rows(prefix: string, code: number): Answers {
  const names = variables(krakow)
    .filter(({ name, kind }) => kind === 'single' && new RegExp(`^${prefix}[a-n]_[a-z]{2,}`).test(name))
    .map(({ name }) => name);
  return Object.fromEntries(names.map((name) => [name, code]));
}

describe('percent of maximum possible', () => {
  it('is 0 and 100 at the ends of the scale, and turns round when the ends are swapped', () => {
    expect([pomp(1, 1, 4), pomp(4, 1, 4), pomp(0, 0, 10), pomp(7, 0, 10)]).toEqual([0, 100, 0, 70]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), (code) => {
        expect(pomp(code, 1, 4) + pomp(code, 4, 1)).toBeCloseTo(100, 12);
      }),
    );
  });

  it('averages the answered questions only, and needs half of them', () => {
    const scale = { zero: 1, hundred: 4 };
    expect(meanPomp({ a: 1, b: 4, c: 98 }, ['a', 'b', 'c'], scale)).toBe(50);
    expect(meanPomp({ a: 4, b: 97, c: 98 }, ['a', 'b', 'c'], scale)).toBe(null);
    expect(meanPomp({}, [], scale)).toBe(null);
    expect(meanOfParts([10, null, 30], 2)).toBe(20);
    expect(meanOfParts([10, null, null], 2)).toBe(null);
  });
});

describe('the indicators of Kraków', () => {
  it('have the same value for a respondent alone and in the columns of a wave, whatever was answered', () => {
    const shown = variables(krakow).filter(({ kind }) => kind === 'single');
    const answered = fc.array(arbitraryAnswers(krakow), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(answered, (everyone) => {
        const { indicators } = responseColumns(tabulateAnswers(everyone, []), {
          indicators: krakowIndicators,
          variables: shown,
          places: null,
        });
        krakowIndicators.forEach((indicator, index) => {
          const alone = everyone.map((answers) => indicator.valueOf(answers) ?? Number.NaN);
          expect([...(indicators[index] ?? [])], indicator.id).toEqual(alone);
        });
      }),
    );
  });

  it('have exactly six headline indicators, all of which are bad when high', () => {
    const headline = krakowIndicators.filter((indicator) => indicator.headline);
    expect(headline.map(({ id }) => id).sort()).toEqual([
      'avoids_places',
      'district_unsafe',
      'hood_dark_unsafe',
      'problem_drinking',
      'transit_dark_unsafe',
      'vict_6m_any',
    ]);
    expect(headline.every(({ direction, kind }) => direction === 'high-is-bad' && kind === 'share')).toBe(
      true,
    );
  });

  it('have unique ids, known variables and pages, and words in three languages with the figure in each result', () => {
    const known = new Set(variables(krakow).map(({ name }) => name));
    const pages = new Set(krakow.definition.pages.map(({ name }) => name));
    expect(new Set(krakowIndicators.map(({ id }) => id)).size).toBe(krakowIndicators.length);
    for (const indicator of krakowIndicators) {
      expect(indicator.variables.every((name) => known.has(name))).toBe(true);
      expect(pages.has(indicator.page)).toBe(true);
      for (const language of languages) {
        for (const words of [indicator.name, indicator.question, indicator.base]) {
          expect(words[language].trim()).not.toBe('');
          expect(words[language]).not.toMatch(/[{}]/);
        }
        expect(indicator.result[language].match(/\{\{\w+\}\}/g)).toEqual(['{{value}}']);
      }
    }
  });

  it('name the battery’s question with its row', () => {
    const indicator = krakowIndicators.find(({ id }) => id === 'transit_dark_unsafe');
    expect(indicator?.question.en).toBe(
      'How safe do you feel in these situations? – at a stop, on a tram or bus after dark',
    );
  });

  it('are shares of 0 or 1 and means from 0 to 100, whatever was answered', () => {
    fc.assert(
      fc.property(arbitraryAnswers(krakow), (given) => {
        const { answers } = routeOf(krakow, { ...given, q02_district: 1 });
        for (const indicator of krakowIndicators) {
          const result = indicator.valueOf(answers);
          if (result === null) continue;
          if (indicator.kind === 'share') expect([0, 1]).toContain(result);
          else expect(result >= 0 && result <= 100).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('have nobody in the base who answered nothing, and depend on nothing but their variables', () => {
    expect(krakowIndicators.every((indicator) => indicator.valueOf({}) === null)).toBe(true);
    fc.assert(
      fc.property(arbitraryAnswers(krakow), (answers) => {
        for (const indicator of krakowIndicators) {
          const own = Object.entries(answers).filter(([name]) => indicator.variables.includes(name));
          expect(indicator.valueOf(Object.fromEntries(own))).toBe(indicator.valueOf(answers));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are made once for a definition, and are those of another definition for another', () => {
    expect(indicatorsOf(krakow)).toBe(krakowIndicators);
    const [index, ...others] = krakow.indicators;
    const other = { ...krakow, version: 'krakow-1.2', indicators: others };
    expect(indicatorsOf(other).map(({ id }) => id)).toEqual(others.map(({ id }) => id));
    const lost = others.filter(({ id }) => id !== 'avoid_score');
    expect(() => indicatorsOf({ ...other, indicators: [index, ...lost] as typeof others })).toThrow(
      '`indicatorsOf` requires indicators of krakow-1.2 that lint accepts, not avoid_score',
    );
  });
});

describe('the base of an indicator', () => {
  it.each([
    ['city_safe_pos', 'q04_city_safe', { 1: 1, 2: 1, 3: 0, 4: 0, 98: 0 }],
    ['district_safe_pos', 'q05_district_safe', { 1: 1, 2: 1, 3: 0, 4: 0, 98: 0 }],
    ['district_unsafe', 'q05_district_safe', { 1: 0, 2: 0, 3: 1, 4: 1, 98: 0 }],
    ['sdg1614', 'q07_hood_dark', { 1: 1, 2: 1, 3: 0, 4: 0, 97: null, 98: null }],
    ['hood_dark_unsafe', 'q07_hood_dark', { 1: 0, 2: 0, 3: 1, 4: 1, 97: null, 98: null }],
    ['dark_never', 'q07_hood_dark', { 1: 0, 2: 0, 3: 0, 4: 0, 97: 1, 98: 0 }],
    ['hood_day_unsafe', 'q06_hood_day', { 1: 0, 2: 0, 3: 1, 4: 1, 97: null, 98: null }],
    ['transit_dark_unsafe', 'q08f_transit_dark', { 1: 0, 2: 0, 3: 1, 4: 1, 97: null, 98: null }],
    ['less_safe_than_year_ago', 'q09_change', { 1: 0, 3: 0, 4: 1, 5: 1, 97: null, 98: null }],
    ['problem_drinking', 'q10a_drinking', { 1: 0, 2: 0, 3: 1, 4: 1, 98: null }],
    ['likely_theft', 'q12a_theft', { 1: 0, 2: 0, 3: 1, 4: 1, 98: null }],
    ['impact_high', 'q13_impact', { 0: 0, 6: 0, 7: 1, 10: 1 }],
    ['avoids_places', 'q18a_street', { 1: 0, 2: 0, 3: 1, 4: 1, 97: null }],
    ['keeps_child_in', 'q18f_child', { 1: 0, 4: 1, 97: null }],
    ['has_unsafe_place', 'q20_place_gate', { 1: 1, 2: 0, 98: 0 }],
    ['has_safe_place', 'q22_safe_place', { 1: 1, 2: 0, 98: 0 }],
    ['trust_police', 'q23a_police', { 1: 1, 2: 1, 3: 0, 4: 0, 98: null }],
    ['rate_municipal_guard', 'q24b_sm', { 1: 0, 2: 0, 3: 0, 4: 1, 5: 1, 98: null }],
    ['patrol_seen_weekly', 'q25_patrol', { 1: 1, 2: 1, 3: 0, 4: 0, 5: 0, 98: null }],
    ['cctv_feel_safer', 'q26_cctv_feel', { 1: 1, 2: 0, 3: 0, 98: null }],
    ['cctv_where_needed', 'q27_cctv_rule', { 1: 0, 2: 1, 3: 0, 98: null }],
    ['environment_upkeep_poor', 'q28c_upkeep', { 1: 1, 2: 1, 3: 0, 4: 0, 5: 0, 98: null }],
  ] as [string, string, Record<number, number | null>][])(
    '%s counts the codes of %s',
    (id, variable, expected) => {
      for (const [code, result] of Object.entries(expected)) {
        expect([code, value(id, { [variable]: Number(code) })]).toEqual([code, result]);
      }
    },
  );

  it('of a priority is everyone who chose one, or that nothing needs to change', () => {
    expect(value('priority_lighting', { q29_priorities: [1, 2] })).toBe(1);
    expect(value('priority_lighting', { q29_priorities: [11] })).toBe(0);
    expect(value('priority_nothing', { q29_priorities: [11] })).toBe(1);
    expect(value('protection_any', { q19_protect: [7] })).toBe(0);
    expect(value('protection_any', { q19_protect: [4] })).toBe(1);
  });
});

describe('victimisation', () => {
  it('counts a person against whom anything happened, by kind', () => {
    expect(value('vict_6m_any', { q14g_fraud: 1 })).toBe(1);
    expect(value('vict_6m_person', { ...rows('q14', 2), q14g_fraud: 1 })).toBe(0);
    expect(value('vict_6m_property', { ...rows('q14', 2), q14g_fraud: 1 })).toBe(0);
    expect(value('vict_6m_person', { ...rows('q14', 2), q14h_hate: 1 })).toBe(1);
    expect(value('vict_6m_property', { ...rows('q14', 2), q14d_damage: 1 })).toBe(1);
  });

  it('does not take a list that was left blank or refused for "nothing happened"', () => {
    expect(value('vict_6m_any', rows('q14', 2))).toBe(0);
    expect(value('vict_6m_any', rows('q14', 99))).toBe(null);
    expect(value('vict_6m_any', { q14a_theft: 2, q14b_bike_car: 2, q14c_burglary: 2 })).toBe(null);
    expect(value('vict_6m_any', { q14a_theft: 2, q14b_bike_car: 2, q14c_burglary: 2, q14d_damage: 2 })).toBe(
      0,
    );
    expect(value('vict_6m_any', { ...rows('q14', 99), q14e_threat: 1 })).toBe(1);
  });

  it('has a report rate among victims who said to whom', () => {
    const victim = { q14a_theft: 1 };
    expect(value('report_rate', { ...victim, q16_reported: [1, 4] })).toBe(1);
    expect(value('report_rate', { ...victim, q16_reported: [5] })).toBe(0);
    expect(value('report_rate', { ...victim, q16_reported: [99] })).toBe(null);
    expect(value('report_rate', victim)).toBe(null);
    expect(value('report_rate', { ...rows('q14', 2), q16_reported: [1] })).toBe(null);
  });
});

describe('scores and indices', () => {
  it('rate settings from 0 (very unsafe) to 100 (very safe), from four answers on', () => {
    expect(value('settings_score', rows('q08', 1))).toBe(100);
    expect(value('settings_score', rows('q08', 4))).toBe(0);
    const three = { q08a_home_dark: 1, q08b_stairwell: 1, q08c_park_day: 1, q08d_park_dark: 97 };
    expect(value('settings_score', three)).toBe(null);
    expect(value('settings_score', { ...three, q08e_transit_day: 4 })).toBe(75);
  });

  it('rate problems by group from 0 (none) to 100 (very big)', () => {
    expect(value('incivility_social', rows('q10', 4))).toBe(100);
    expect(value('incivility_crime', { q10g_theft: 2, q10h_burglary: 98 })).toBeCloseTo(100 / 3, 12);
    expect(value('incivility_physical', { q10i_vandalism: 4 })).toBe(null);
    expect(value('incivility_traffic', { ...rows('q10', 1), q10l_traffic: 4 })).toBeCloseTo(100 / 3, 12);
  });

  it('rate avoidance without the question for parents, from three answers on', () => {
    expect(value('avoid_score', { ...rows('q18', 1), q18f_child: 4 })).toBe(0);
    expect(value('avoid_score', { q18a_street: 4, q18b_stay: 4, q18c_park: 97, q18f_child: 4 })).toBe(null);
    expect(value('avoid_score', { q18a_street: 4, q18b_stay: 4, q18c_park: 1 })).toBeCloseTo(200 / 3, 12);
  });

  it('give the fear index as the mean of its three components, all of which it needs', () => {
    const calm = { q06_hood_day: 1, q07_hood_dark: 1, ...rows('q12', 1), ...rows('q18', 1) };
    expect(value('fear_index', calm)).toBe(0);
    expect(value('fear_index', { ...calm, q06_hood_day: 4, q07_hood_dark: 4 })).toBeCloseTo(100 / 3, 12);
    expect(value('fear_index', { ...calm, q07_hood_dark: 97, q06_hood_day: 4 })).toBeCloseTo(100 / 3, 12);
    expect(value('fear_index', { ...calm, q12f_traffic: 4 })).toBe(0);
    expect(value('fear_index', { ...calm, ...rows('q12', 98) })).toBe(null);
  });

  it('give the safety index as the plain mean of five parts, of which three are needed', () => {
    const feeling = { q04_city_safe: 1, q05_district_safe: 1, q06_hood_day: 1, q07_hood_dark: 1 };
    const safest = { ...feeling, ...rows('q08', 1), ...rows('q10', 1), ...rows('q12', 1), ...rows('q18', 1) };
    expect(value('safety_index', safest)).toBe(100);
    expect(value('safety_index', { ...safest, ...rows('q12', 4) })).toBe(80);
    expect(value('safety_index', { ...safest, ...rows('q14', 1), ...rows('q23', 4) })).toBe(100);
    expect(value('safety_index', { ...safest, q10l_traffic: 4, q10m_parking: 4, q10n_scooters: 4 })).toBe(
      100,
    );
    expect(value('safety_index', { ...feeling, ...rows('q08', 1), ...rows('q10', 4) })).toBeCloseTo(
      200 / 3,
      12,
    );
    expect(value('safety_index', { ...feeling, ...rows('q08', 1) })).toBe(null);
    const parts = ['safety_feeling', 'settings_score', 'safety_calm', 'safety_low_worry', 'safety_freedom'];
    expect(parts.map((id) => value(id, safest))).toEqual([100, 100, 100, 100, 100]);
  });

  it('rise with safety and fall with fear: a worse answer never makes the safety index higher', () => {
    const parts = [
      'q04_city_safe',
      'q06_hood_day',
      'q08f_transit_dark',
      'q10a_drinking',
      'q12a_theft',
      'q18b_stay',
    ];
    fc.assert(
      fc.property(arbitraryAnswers(krakow), fc.constantFrom(...parts), (answers, variable) => {
        const better = value('safety_index', { ...answers, [variable]: 1 });
        const worse = value('safety_index', { ...answers, [variable]: 4 });
        if (better !== null && worse !== null) expect(worse).toBeLessThanOrEqual(better);
      }),
      { numRuns: 50 },
    );
  });
});
