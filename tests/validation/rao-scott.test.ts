import { describe, expect, it } from 'vitest';
import { type SurveyDesign, surveyDesign } from '#core/estimation/variance/design.ts';
import { raoScott } from '#core/estimation/variance/rao-scott.ts';
import { caseADesign, caseARespondents } from '#tests/support/case-a.ts';
import { levelsOf } from '#tests/support/levels.ts';
import { type ReferenceRow, referenceRows } from '#tests/support/reference.ts';

/**
 * Both waves under one design whose strata are those of each wave: what R was given to test a change of
 * answers.
 */
function stackedWaves(): { design: SurveyDesign; rows: ReferenceRow[] } {
  const rows = [...caseARespondents(1), ...caseARespondents(2)];
  const weights = referenceRows('case-A/expected_weights.csv');
  const start = Float64Array.from(
    [1, 2].flatMap((wave) => weights.filter((row) => Number(row.wave) === wave)),
    (row) => Number(row.w_nr),
  );
  const strata = levelsOf(rows.map((row) => `${row.wave} ${row.stratum}`));
  const population = new Map(rows.map((row) => [`${row.wave} ${row.stratum}`, Number(row.N_h)]));
  const design = surveyDesign({
    stratum: strata.index,
    strata: strata.labels.map((name) => ({ name, population: population.get(name) ?? 0 })),
    base: start,
    final: start,
    margins: [],
    finitePopulation: true,
  });
  return { design, rows };
}

function testOf(row: ReferenceRow, { design, rows }: { design: SurveyDesign; rows: ReferenceRow[] }) {
  const levels = (row.item ?? '').split('*').map((variable) => {
    const inDomain = (respondent: ReferenceRow) =>
      row.domain === 'city' || respondent.district === row.domain;
    return levelsOf(rows.map((respondent) => (inDomain(respondent) ? (respondent[variable] ?? '') : '')))
      .index;
  });
  return raoScott(design, levels[0] ?? new Int32Array(), levels[1] ?? new Int32Array());
}

describe('the test of association of Rao and Scott', () => {
  it('has the statistics, degrees of freedom and p-values of R, of first and second order', () => {
    const rows = referenceRows('case-A/expected_raoscott.csv').filter(({ method }) =>
      ['F', 'Chisq'].includes(method ?? ''),
    );
    const stacked = stackedWaves();
    const waves = new Map(['1', '2'].map((wave) => [wave, caseADesign(Number(wave), 'strat_fpc')]));
    const done = new Map<string, ReturnType<typeof raoScott>>();
    for (const row of rows) {
      const key = [row.wave, row.domain, row.item].join(' ');
      const test = done.get(key) ?? testOf(row, waves.get(row.wave ?? '') ?? stacked);
      done.set(key, test);
      const actual: Record<string, number | undefined> = {
        'F stat': test?.f,
        'F ndf': test?.numeratorDegreesOfFreedom,
        'F ddf': test?.denominatorDegreesOfFreedom,
        'F p': test?.p,
        'Chisq stat': test?.chiSquare,
        'Chisq df': test?.degreesOfFreedom,
        'Chisq p': test?.firstOrderP,
      };
      const value = actual[`${row.method} ${row.stat}`] ?? Number.NaN;
      expect(
        Math.abs(value / Number(row.value) - 1),
        `${key} ${row.method} ${row.stat}: ${value}`,
      ).toBeLessThan(1e-9);
    }
    expect(done.size).toBe(29);
    expect(rows).toHaveLength(29 * 7);
  });
});
