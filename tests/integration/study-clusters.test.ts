import { describe, expect, it } from 'vitest';
import { studyRows } from '#tests/support/a-study.ts';
import { type Cells, throughTheImport } from '#tests/support/imported-study.ts';

describe('a study that was sampled in clusters', { timeout: 120_000 }, () => {
  /** Twelve people of a district live in one block, and a block feels alike. */
  const rows = studyRows(6)
    .sort((a, b) => Number(a.DZIELNICA) - Number(b.DZIELNICA))
    .map((row, i): Cells => {
      const block = Math.floor(i / 12);
      const alike = (block * 7) % 5 < 2 ? '1' : '4';
      return {
        ...row,
        P1: i % 4 === 0 ? row.P1 : alike,
        WARSTWA: row.DZIELNICA,
        BLOK: `B${block}`,
        ILE: '900',
      };
    });
  const columns = ['WARSTWA', 'BLOK', 'ILE'];
  const blocks = { strata: 'WARSTWA', primaryUnits: { column: 'BLOK' } };
  const weights = { column: 'WAGA', use: 'as-given' } as const;
  const ignoring = (...ignored: string[]) => ({ ignored });

  /** V = Σₕ m/(m − 1)·Σⱼ (zⱼ − z̄)² of the mean of "safe", read from the file itself. */
  const textbookError = (isIn: (row: Cells) => boolean, share = 0): number => {
    const answered = rows.filter((row) => row.P1 !== '9' && isIn(row));
    const mean = answered.filter(({ P1 }) => P1 === '1' || P1 === '2').length / answered.length;
    const z = (row: Cells) =>
      row.P1 !== '9' && isIn(row) ? (Number(row.P1 === '1' || row.P1 === '2') - mean) / answered.length : 0;
    const strata = [...new Set(rows.map(({ WARSTWA }) => WARSTWA))];
    const variance = strata.reduce((sum, stratum) => {
      const own = rows.filter(({ WARSTWA }) => WARSTWA === stratum);
      const names = [...new Set(own.map(({ BLOK }) => BLOK))];
      const totals = names.map((name) =>
        own.filter(({ BLOK }) => BLOK === name).reduce((all, row) => all + z(row), 0),
      );
      const centre = totals.reduce((all, total) => all + total, 0) / totals.length;
      const spread = totals.reduce((all, total) => all + (total - centre) ** 2, 0);
      return sum + (1 - share * totals.length) * (totals.length / (totals.length - 1)) * spread;
    }, 0);
    return Math.sqrt(variance);
  };

  it('has the standard errors of its blocks within its strata, in the city, in districts and between them', async () => {
    const found = await throughTheImport(rows, { ...ignoring('ILE'), weights, design: blocks }, columns);
    const { imported, estimate, contrasts } = found;
    if (!imported.ok || !estimate || !contrasts) throw new Error(JSON.stringify(imported));
    const city = estimate('city_safe_pos', 'city');
    expect(city?.standardError).toBeCloseTo(
      textbookError(() => true),
      10,
    );
    expect(city?.degreesOfFreedom).toBe(new Set(rows.map(({ BLOK }) => BLOK)).size - 18);
    const seventh = (row: Cells) => row.DZIELNICA === '7';
    const [own, rest] = [textbookError(seventh), textbookError((row) => !seventh(row))];
    expect(estimate('city_safe_pos', 'D07')?.standardError).toBeCloseTo(own, 10);
    // Districts are strata: no block lies in two, so their errors are independent.
    const contrast = contrasts.find(
      ({ kind, indicator, domain }) =>
        kind === 'vs-rest' && indicator === 'city_safe_pos' && domain === 'D07',
    );
    expect(contrast?.standardError).toBeCloseTo(Math.hypot(own, rest), 10);

    const ignored = await throughTheImport(rows, { ...ignoring(...columns), weights }, columns);
    const alone = ignored.estimate?.('city_safe_pos', 'city')?.standardError ?? Number.NaN;
    expect(city?.standardError).toBeGreaterThan(1.5 * alone);
    expect(ignored.imported.ok && ignored.imported.notes).toContainEqual({ code: 'design-not-described' });
  });

  it('may bring the number of blocks in each stratum, which makes them smaller', async () => {
    const design = { ...blocks, stratumSize: 'ILE' };
    const { estimate } = await throughTheImport(rows, { ignored: [], weights, design }, columns);
    expect(estimate?.('city_safe_pos', 'city')?.standardError).toBeCloseTo(
      textbookError(() => true, 1 / 900),
      10,
    );
  });

  it('and does not say in which is told that its standard errors are too small, up to the publication', async () => {
    const design = { primaryUnits: 'not-in-file' } as const;
    const found = await throughTheImport(rows, { ...ignoring(...columns, 'WAGA'), design }, columns);
    expect(found.imported.ok && found.imported.notes).toContainEqual({ code: 'clusters-unknown' });
    expect(found.report?.warnings).toContainEqual({ code: 'clusters-unknown' });
    expect(found.document?.method.weighting.warnings).toContain('clusters-unknown');
  });

  it('is refused with its line when a block lies in two strata, unless blocks are numbered in each', async () => {
    const shared = rows.map((row, i): Cells => (i === rows.length - 1 ? { ...row, BLOK: 'B0' } : row));
    const { imported } = await throughTheImport(
      shared,
      { ...ignoring('ILE', 'WAGA'), design: blocks },
      columns,
    );
    expect(imported).toMatchObject({
      ok: false,
      faults: [
        {
          code: 'unit-in-two-strata',
          place: rows.length + 1,
          column: 'BLOK',
          found: expect.stringContaining('B0'),
        },
      ],
    });
    const within = { ...blocks, numberedWithinStrata: true };
    const taken = await throughTheImport(shared, { ...ignoring('ILE', 'WAGA'), design: within }, columns);
    expect(taken.imported.ok).toBe(true);
  });
});
