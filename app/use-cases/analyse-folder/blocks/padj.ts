import { benjaminiYekutieli, bonferroni, holm } from '#core/statistics/adjusted-p-values.ts';
import { benjaminiHochberg } from '#core/statistics/false-discovery.ts';
import { type Comparison, districtContrasts, studentTest, waveChanges } from '../as-in-r/comparisons.ts';
import type { Block, FolderAnalysis, OutputCell } from '../block.ts';
import { longTable } from '../long-table.ts';

const adjustments = {
  BH: benjaminiHochberg,
  BY: benjaminiYekutieli,
  holm,
  bonferroni,
} as const;

/** The p-values of `contrast` and `change`, adjusted over the districts of one item, wave and comparison. */
export const padjBlock: Block = (analysis) => {
  const rows = analysis.comparedDesigns.flatMap((design) =>
    analysis.comparedItems.flatMap((item) => {
      const isOurs = (comparison: Comparison) => comparison.design === design && comparison.item === item;
      return [
        ...familiesOf(districtContrasts(analysis).filter(isOurs)),
        ...familiesOf(changesOfDistricts(analysis).filter(isOurs)),
      ].flatMap(adjustedRows);
    }),
  );
  return longTable('padj', rows);
};

function changesOfDistricts(analysis: FolderAnalysis): Comparison[] {
  return waveChanges(analysis)
    .filter(({ domain }) => domain !== analysis.city.name)
    .map((change) => ({ ...change, method: 'change' }));
}

/** Comparisons of the same wave and method, in the order of the first of each. */
function familiesOf(comparisons: readonly Comparison[]): Comparison[][] {
  const families = new Map<string, Comparison[]>();
  for (const comparison of comparisons) {
    const key = `${comparison.wave} ${comparison.method}`;
    families.set(key, [...(families.get(key) ?? []), comparison]);
  }
  return [...families.values()];
}

/** A comparison that could not be tested is not in the family. */
function adjustedRows(family: readonly Comparison[]): OutputCell[][] {
  const p = family.map(({ difference }) => (difference ? studentTest(difference).p : null));
  const tested = p.flatMap((value) => (value === null ? [] : [value]));
  return Object.entries(adjustments).flatMap(([name, adjust]) => {
    const adjusted = adjust(tested);
    let next = 0;
    return family.map(({ design, wave, domain, item, method }, index): OutputCell[] => {
      const value = p[index] === null ? null : (adjusted[next++] ?? null);
      return [design, wave, domain, item, method, name, value];
    });
  });
}
