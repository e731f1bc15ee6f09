import { describe, expect, it } from 'vitest';
import { studyRows } from '#tests/support/a-study.ts';
import { type Cells, populationOf, sumOf, throughTheImport } from '#tests/support/imported-study.ts';

describe('a study with weights of its own', { timeout: 120_000 }, () => {
  const rows = studyRows(4).map(
    (row, i): Cells => ({ ...row, WAGA: `${(0.5 + ((i * 37) % 100) / 50).toFixed(2)}`.replace('.', ',') }),
  );
  const weightOf = ({ WAGA }: Cells) => Number(WAGA?.replace(',', '.'));

  it('keeps them as they are, but for their sum, when they are final', async () => {
    const found = await throughTheImport(rows, { ignored: [], weights: { column: 'WAGA', use: 'as-given' } });
    const { imported, report, people, estimate, document } = found;
    if (!imported.ok || !people || !estimate || !report) throw new Error(JSON.stringify(imported));
    expect(imported.notes).toContainEqual({ code: 'weights-as-given' });
    expect(report).toMatchObject({
      margins: [],
      trimming: { method: 'not-asked', cycles: 0 },
      converged: true,
    });
    expect(report.warnings.map(({ code }) => code)).toContain('weights-as-given');
    expect(report.warnings.map(({ code }) => code)).not.toContain('nonresponse-not-adjusted');
    expect(document?.method.weighting.warnings).toContain('weights-as-given');
    const answered = rows.filter(({ P1 }) => P1 !== '9' && P1 !== '');
    const total = (part: readonly Cells[]) => part.reduce((sum, row) => sum + weightOf(row), 0);
    const share = total(answered.filter(({ P1 }) => P1 === '1' || P1 === '2')) / total(answered);
    expect(estimate('city_safe_pos', 'city')?.value).toBeCloseTo(share, 9);
    expect(sumOf(people, () => true)).toBeCloseTo(
      populationOf(() => true),
      3,
    );
  });

  it('fits them to the population when they are base weights', async () => {
    const found = await throughTheImport(rows, { ignored: [], weights: { column: 'WAGA', use: 'base' } });
    const { imported, people, report } = found;
    if (!imported.ok || !people || !report) throw new Error(JSON.stringify(imported));
    const scale = populationOf(() => true) / rows.reduce((sum, row) => sum + weightOf(row), 0);
    const bases = people.map(({ base }) => Math.round((base / scale) * 100)).sort((a, b) => a - b);
    expect(bases).toEqual(rows.map((row) => Math.round(weightOf(row) * 100)).sort((a, b) => a - b));
    expect(report.margins).toHaveLength(3);
    const here = populationOf((key) => key.startsWith('D05'));
    expect(sumOf(people, ({ district }) => district === 5)).toBeCloseTo(here, 3);
  });

  it.each([
    ['none', ''],
    ['zero', '0'],
    ['a negative one', '-1'],
    ['words', 'brak'],
  ])('is refused when someone has %s', async (_, WAGA) => {
    const changed = rows.map((row, i) => (i === 7 ? { ...row, WAGA } : row));
    const { imported } = await throughTheImport(changed, {
      ignored: [],
      weights: { column: 'WAGA', use: 'base' },
    });
    expect(imported).toMatchObject({
      ok: false,
      faults: [{ place: 9, column: 'WAGA', code: WAGA === '' ? 'missing-value' : 'bad-weight' }],
    });
  });
});
