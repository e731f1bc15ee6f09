import { describe, expect, it } from 'vitest';
import { demonstrationStrata } from '#app/demonstration/seed/population.ts';
import type { MicrodataMapping } from '#core/microdata/mapping.ts';
import { studyRows } from '#tests/support/a-study.ts';
import {
  type Cells,
  type People,
  populationOf,
  sumOf,
  throughTheImport,
} from '#tests/support/imported-study.ts';

const sexWithGaps: MicrodataMapping['sex'] = {
  column: 'PLEC',
  codes: { '1': 'M', '2': 'F', '3': 'other', '8': 'unknown' },
  blank: 'unknown',
};
const ageWithGaps: MicrodataMapping['age'] = { birthYear: 'ROK_UR', unknown: ['9999'], blank: 'unknown' };

describe('a study with gaps', { timeout: 120_000 }, () => {
  it('keeps everyone of unknown age or sex, or of another gender, weighted, counted and said', async () => {
    // 52 of 1,008: as in the real file that was refused.
    const rows = studyRows(4).map((row, i): Cells => {
      if (i % 63 === 5) return { ...row, ROK_UR: i % 2 === 0 ? '' : '9999' };
      if (i % 63 === 25) return { ...row, PLEC: '8' };
      if (i % 126 === 50) return { ...row, PLEC: '', ROK_UR: '' };
      return i % 84 === 60 ? { ...row, PLEC: '3' } : row;
    });
    const found = await throughTheImport(rows, { sex: sexWithGaps, age: ageWithGaps });
    const { imported, report, people, estimate } = found;
    if (!imported.ok || !people || !estimate || !report) throw new Error(JSON.stringify(imported));
    const counts = {
      age: rows.filter(({ ROK_UR }) => ROK_UR === '' || ROK_UR === '9999').length,
      sex: rows.filter(({ PLEC }) => PLEC === '' || PLEC === '8').length,
      other: rows.filter(({ PLEC }) => PLEC === '3').length,
    };
    expect(counts.age + counts.sex + counts.other).toBeGreaterThanOrEqual(52);
    expect(imported).toMatchObject({ respondents: 1008 });
    expect(imported.notes).toEqual(
      expect.arrayContaining([
        { code: 'age-unknown', respondents: counts.age },
        { code: 'sex-unknown', respondents: counts.sex },
        { code: 'another-gender', respondents: counts.other },
      ]),
    );
    expect(report.warnings).toEqual(
      expect.arrayContaining([
        { code: 'age-unknown', respondents: counts.age },
        { code: 'sex-unknown', respondents: counts.sex },
        { code: 'another-gender', respondents: counts.other },
      ]),
    );
    expect(found.document?.method.weighting.warnings).toEqual(
      expect.arrayContaining(['age-unknown', 'sex-unknown', 'another-gender']),
    );
    expect(report.converged).toBe(true);

    // Everyone is in city and district; women and men together are not, by exactly the others.
    const asked = (isCounted: (one: People[number]) => boolean) =>
      people.filter((one) => one.answers.q04_city_safe !== undefined && isCounted(one)).length;
    expect(estimate('city_safe_pos', 'city')?.n).toBe(asked(() => true));
    expect(estimate('city_safe_pos', 'sex:F')?.n).toBe(asked(({ sex }) => sex === 'F'));
    expect(estimate('city_safe_pos', 'sex:M')?.n).toBe(asked(({ sex }) => sex === 'M'));
    expect(estimate('city_safe_pos', 'age:65+')?.n).toBe(
      asked(({ bands }) => bands[0] === '65-74' || bands[0] === '75+'),
    );
    // Each district stands for its people; those of unknown age for the share that they are of it.
    for (const district of [1, 9, 18]) {
      const here = populationOf((key) => Number(key.slice(1, 3)) === district);
      expect(sumOf(people, (one) => one.district === district)).toBeCloseTo(here, 4);
      const own = people.filter((one) => one.district === district);
      const startOf = (part: People) => part.reduce((sum, { base }) => sum + base, 0);
      const share = startOf(own.filter(({ bands }) => bands.length === 0)) / startOf(own);
      expect(sumOf(own, ({ bands }) => bands.length === 0)).toBeCloseTo(share * here, 4);
      const men = populationOf((key) => Number(key.slice(1, 3)) === district && key.endsWith('|M'));
      const women = here - men;
      expect(sumOf(own, ({ sex }) => sex === 'M') / sumOf(own, ({ sex }) => sex === 'F')).toBeCloseTo(
        men / women,
        6,
      );
    }
  });

  it('takes nobody for unknown unless the mapping says so', async () => {
    const rows = studyRows(1).map((row, i): Cells => (i === 3 ? { ...row, PLEC: '', ROK_UR: '' } : row));
    const { imported } = await throughTheImport(rows, {});
    expect(imported).toMatchObject({
      ok: false,
      faults: [
        { code: 'missing-value', place: 5, column: 'ROK_UR' },
        { code: 'missing-value', place: 5, column: 'PLEC' },
      ],
    });
  });

  it('with ages of its own is weighted to the population of joined bands, and says nothing of groups that they cut through', async () => {
    const codes = { '1': '18-24', '2': '25-34', '3': '35-44', '4': '45-54', '5': '55+' };
    const codeOf = (year: string) => String(Math.min(5, Math.floor((2024 - Number(year) - 15) / 10) + 1));
    const rows = studyRows(3).map((row): Cells => ({ ...row, ROK_UR: codeOf(row.ROK_UR) }));
    const found = await throughTheImport(rows, { age: { column: 'ROK_UR', codes } });
    const { imported, people, estimate, contrasts } = found;
    if (!imported.ok || !people || !estimate || !contrasts) throw new Error(JSON.stringify(imported));
    expect(new Set(people.map(({ ages }) => ages))).toEqual(new Set(Object.values(codes)));
    const old = (key: string) => ['55-64', '65-74', '75+'].includes(key.slice(4, -2));
    for (const district of [2, 8]) {
      const here = (key: string) => Number(key.slice(1, 3)) === district;
      expect(sumOf(people, (one) => one.district === district && one.ages === '55+')).toBeCloseTo(
        populationOf((key) => here(key) && old(key)),
        4,
      );
    }
    expect(estimate('city_safe_pos', 'age:18-34')).toBeDefined();
    expect(estimate('city_safe_pos', 'age:35-64')).toBeUndefined();
    expect(estimate('city_safe_pos', 'age:65+')).toBeUndefined();
    expect(contrasts.some(({ against }) => against === 'age:18-34')).toBe(true);
    expect(contrasts.some(({ against }) => against === 'age:65+')).toBe(false);
  });

  it('may name the population of joined bands itself, and 65+ keeps its group', async () => {
    const codes = { '1': '18-34', '2': '35-64', '3': '65+' };
    const codeOf = (age: number) => (age < 35 ? '1' : age < 65 ? '2' : '3');
    const rows = studyRows(2).map((row): Cells => ({ ...row, ROK_UR: codeOf(2024 - Number(row.ROK_UR)) }));
    const joined: Record<string, number> = {};
    for (const { key, population } of demonstrationStrata()) {
      const age = Number(key.slice(4, 6));
      const name = `${key.slice(0, 3)}|${codes[codeOf(age) as '1']}|${key.slice(-1)}`;
      joined[name] = (joined[name] ?? 0) + population;
    }
    const [named, summed] = [joined, undefined].map((population) =>
      throughTheImport(rows, { age: { column: 'ROK_UR', codes }, ...(population && { population }) }),
    );
    const [one, other] = [await named, await summed];
    expect(one?.estimate?.('district_unsafe', 'D03|age:65+')).toBeDefined();
    const figures = (found: typeof one) => found?.estimate?.('district_unsafe', 'city')?.value;
    expect(figures(one)).toBeCloseTo(figures(other) ?? Number.NaN, 9);
  });
});
