import { describe, expect, it } from 'vitest';
import { answersOf } from '#app/demonstration/seed/answer-model/answers-of.ts';
import {
  cityTruths,
  demonstrationWaves,
  headlineShare,
  plantedDistricts,
  plantedExcess,
  plantedGap,
  plantedPlaces,
  plantedRelief,
} from '#app/demonstration/seed/planted-truths.ts';
import { seededRandom } from '#app/demonstration/seed/random.ts';
import { districts } from '#city/city.ts';
import { defaultFlagRule } from '#city/flag-rule.ts';
import { gazetteer, locatePlace } from '#city/gazetteer.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { placeMentions } from '#core/questionnaire/mentions.ts';
import {
  demonstrationPeople,
  headlineShares,
  plantedIndicators,
} from '#tests/support/demonstration-people.ts';

const sexes = ['F', 'M'] as const;
const ordinary = 17;

describe('truths planted in the demonstration city', () => {
  it('leave every district that they do not name equal to the others in every wave', () => {
    for (const waveId of demonstrationWaves) {
      const named = new Set(plantedDistricts(waveId).map((flag) => `${flag.indicator} ${flag.district}`));
      for (const indicator of plantedIndicators) {
        for (const { number: district } of districts) {
          if (named.has(`${indicator} ${district}`)) continue;
          for (const sex of sexes) {
            const there = headlineShare(indicator, { district, sex, waveId });
            expect(there).toBe(headlineShare(indicator, { district: ordinary, sex, waveId }));
          }
        }
      }
    }
  });

  it('keep every share so far below the absolute threshold that no interval of 1,800 people covers it', () => {
    for (const waveId of demonstrationWaves) {
      for (const indicator of plantedIndicators) {
        for (const { number: district } of districts) {
          const [women = 1, men = 1] = sexes.map((sex) =>
            headlineShare(indicator, { district, sex, waveId }),
          );
          const threshold = defaultFlagRule.absoluteThreshold[indicator] ?? 1;
          expect(0.55 * women + 0.45 * men + 0.04).toBeLessThan(threshold);
        }
      }
    }
  });

  it('come out of the answers of 20,000 people as the derived indicators', () => {
    const everyone = demonstrationPeople(20_000, '2025-1', 'city').map((person) => ({
      ...person,
      confirmedDistrict: ordinary,
    }));
    const shares = headlineShares(everyone, 'city');
    for (const indicator of plantedIndicators) {
      expect(Math.abs(shares[indicator] - cityTruths[indicator].share)).toBeLessThan(0.012);
    }
  });

  it('make districts worse by as much as they say, on these indicators only', () => {
    const people = (district: number) => demonstrationPeople(6_000, '2026-1', `worse ${district}`, district);
    const elsewhere = headlineShares(people(ordinary), 'elsewhere');
    for (const district of [1, 11, 12, 16]) {
      const there = headlineShares(people(district), `there ${district}`);
      for (const indicator of plantedIndicators) {
        const excess = plantedExcess(indicator, district, '2026-1');
        expect(Math.abs(there[indicator] - elsewhere[indicator] - excess)).toBeLessThan(0.032);
      }
    }
  });

  it('let one district get worse between the spring of 2025 and the spring of 2026', () => {
    expect(plantedExcess('hood_dark_unsafe', 11, '2025-2')).toBe(0);
    expect(plantedExcess('hood_dark_unsafe', 11, '2026-1')).toBe(0.11);
    const kinds = (waveId: string) =>
      plantedDistricts(waveId).flatMap(({ kind, district }) => (district === 11 ? kind : []));
    expect(demonstrationWaves.map(kinds)).toEqual([
      [],
      [],
      [],
      ['level', 'deterioration'],
      ['level', 'deterioration'],
    ]);
  });

  it('let one district be worse until the spring of 2025 and like the others after', () => {
    const { district, indicator } = plantedRelief;
    const excesses = demonstrationWaves.map((waveId) => plantedExcess(indicator, district, waveId));
    expect(excesses).toEqual([0.12, 0.12, 0, 0, 0]);
    const kinds = demonstrationWaves.map((waveId) =>
      plantedDistricts(waveId).flatMap((flag) => (flag.district === district ? flag.kind : [])),
    );
    // The spring after the next is compared with one that was better already.
    expect(kinds).toEqual([['level'], ['level'], ['improvement'], ['improvement'], []]);
  });

  it('put women further from men in one district at the level of the others', () => {
    const inDistrict = (district: number) => {
      const people = demonstrationPeople(8_000, '2026-1', `gap ${district}`, district);
      const of = (sex: 'F' | 'M') =>
        headlineShares(
          people.filter((person) => person.sex === sex),
          `${sex} ${district}`,
        ).hood_dark_unsafe;
      return { gap: of('F') - of('M'), level: headlineShares(people, `${district}`).hood_dark_unsafe };
    };
    const [there, elsewhere] = [inDistrict(plantedGap.district), inDistrict(ordinary)];
    expect(Math.abs(there.gap - elsewhere.gap - plantedGap.excess)).toBeLessThan(0.04);
    expect(Math.abs(there.level - elsewhere.level)).toBeLessThan(0.022);
  });

  it('gather unsafe mentions at places that the gazetteer knows in their district', () => {
    const random = seededRandom('places');
    for (const { name, district } of plantedPlaces) {
      expect(gazetteer.find((place) => place.name === name)?.district).toBe(district);
      const mentions = demonstrationPeople(1_800, '2026-1', name, district).map((person) =>
        placeMentions(answersOf(person, random), cityQuestionnaire.roles.places, locatePlace),
      );
      const at = (kind: 'unsafe' | 'safe') =>
        mentions.flatMap((one) => one[kind]).filter(({ place }) => place.name === name).length;
      expect(at('unsafe')).toBeGreaterThan(80);
      expect(at('unsafe')).toBeGreaterThan(2 * at('safe'));
    }
  });
});
