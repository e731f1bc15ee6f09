import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { answersOf } from '#app/demonstration/seed/answer-model/answers-of.ts';
import { breakOff } from '#app/demonstration/seed/break-off.ts';
import type { CaseOutcome } from '#app/demonstration/seed/case-endings.ts';
import { demonstrationEducation } from '#app/demonstration/seed/education.ts';
import { drawOutcomes } from '#app/demonstration/seed/fieldwork-outcomes.ts';
import { demonstrationStrata } from '#app/demonstration/seed/population.ts';
import { seededRandom } from '#app/demonstration/seed/random.ts';
import { registerPerson } from '#app/demonstration/seed/register-names.ts';
import { districts } from '#city/city.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { rowChecker } from '#core/frame/check-row.ts';
import { judgeAll } from '#core/questionnaire/interview/judge.ts';
import { completeness } from '#core/questionnaire/interview/routing.ts';
import { demonstrationPeople } from '#tests/support/demonstration-people.ts';

const strata = demonstrationStrata();

describe('people of the demonstration city', () => {
  it('are the same for the same seed and others for another', () => {
    const digest = (seed: string) => {
      const random = seededRandom(seed);
      const everyone = demonstrationPeople(400, '2026-1', seed).map((person) => answersOf(person, random));
      return createHash('sha256').update(JSON.stringify(everyone)).digest('hex');
    };
    expect(digest('one')).toBe(digest('one'));
    expect(digest('one')).not.toBe(digest('two'));
  });

  it('answer only what the questionnaire asks, and all that it requires', () => {
    const random = seededRandom('judged');
    const people = demonstrationPeople(300, '2026-1', 'judged');
    const outside = people.slice(0, 3).map((person) => ({ ...person, confirmedDistrict: 90 }));
    for (const person of [...people, ...outside]) {
      const answers = answersOf(person, random);
      const judged = judgeAll(cityQuestionnaire, answers);
      expect(judged).toEqual({ ok: true, dropped: [], answers });
    }
  });

  it('leave a partial interview when they give up', () => {
    const random = seededRandom('partial');
    for (const person of demonstrationPeople(100, '2026-1', 'partial')) {
      const left = breakOff(answersOf(person, random), random);
      expect(judgeAll(cityQuestionnaire, left).ok).toBe(true);
      expect(completeness(cityQuestionnaire, left)).toBeGreaterThan(0.55);
      expect(completeness(cityQuestionnaire, left)).toBeLessThan(0.9);
    }
  });

  it('are as many as the register says', () => {
    expect(strata).toHaveLength(18 * 14);
    expect(strata.reduce((sum, { population }) => sum + population, 0)).toBe(587_433);
    const byEducation = demonstrationEducation().reduce((sum, { population }) => sum + population, 0);
    expect(Math.abs(byEducation - 587_433)).toBeLessThan(4);
  });
});

describe('fieldwork of the demonstration', () => {
  const released = strata.map(({ key, population }) => ({ key, released: Math.ceil(population / 10) }));
  const outcomes = drawOutcomes(released, 300, seededRandom('fieldwork'));

  it('ends with exactly the target in every district, mostly on the web', () => {
    const responses = [...outcomes.values()].flatMap((list) =>
      list.flatMap(({ response }) => response ?? []),
    );
    expect(responses).toHaveLength(18 * 300);
    for (const { key, released: size } of released) expect(outcomes.get(key)).toHaveLength(size);
    const part = (isSo: (response: (typeof responses)[number]) => boolean) =>
      responses.filter(isSo).length / responses.length;
    expect(Math.abs(part(({ mode }) => mode === 'web') - 0.72)).toBeLessThan(0.03);
    expect(Math.abs(part(({ phase }) => phase === 'early') - 0.62)).toBeLessThan(0.03);
    expect(Math.abs(part(({ completeness: how }) => how === 'complete') - 0.97)).toBeLessThan(0.01);
  });

  it('tells of every case in order of time, within the time that the wave is open', () => {
    const isTold = ({ events, response }: CaseOutcome) => {
      const times = [0, ...events.map(({ at }) => at), 1];
      const isInOrder = times.every((at, index) => index === 0 || at >= (times[index - 1] ?? 0));
      const phase = (events.at(-1)?.at ?? 1) < 0.5 ? 'early' : 'late';
      return isInOrder && (!response || response.phase === phase);
    };
    expect([...outcomes.values()].flat().filter((outcome) => !isTold(outcome))).toEqual([]);
  });

  it('starts from register rows that the import accepts', () => {
    const random = seededRandom('register');
    const check = rowChecker({ width: columns.length, positions }, { year: 2026, districts });
    const problems: unknown[] = [];
    for (const [line, { key }] of strata.entries()) {
      for (const index of [0, 1]) {
        const person = registerPerson(key, index, random);
        const cells = columns.map((column) => String(person[column]));
        expect(check(cells, line, (problem) => problems.push(problem))).toEqual(person);
      }
    }
    expect(problems).toEqual([]);
  });
});

const columns = [
  'unitId',
  'givenName',
  'familyName',
  'street',
  'houseNumber',
  'flatNumber',
  'postcode',
  'locality',
  'phone',
  'language',
  'district',
  'sex',
  'birthYear',
] as const;
const positions = Object.fromEntries(columns.map((column, position) => [column, position]));
