import { noOutcomes, type OutcomeCounts, outcomeRates } from '#core/fieldwork/outcome-rates.ts';
import type { Block } from '../block.ts';
import type { DispositionTable } from '../folder.ts';
import { longRows, longTable } from '../long-table.ts';

/**
 * AAPOR outcome counts and rates of the issued cases, unweighted, in the city and in each district (method
 * 3.2).
 */
export const aaporBlock: Block = ({ folder, settings, note }) => {
  const { dispositions } = folder;
  const district = dispositions?.variables.get(settings.district);
  if (!dispositions || !district) return [];
  const rows = settings.waves.flatMap((wave) => {
    const { city, parts } = countOutcomes(dispositions, wave, district);
    const domains = [['city', city] as const, ...parts];
    return domains.flatMap(([domain, counts]) => {
      const rates = outcomeRates(counts);
      if (Object.values(rates).includes(null)) note({ rule: 'no-cases', block: 'aapor', wave, domain });
      return longRows({ wave, domain }, Object.entries({ ...counts, ...rates }));
    });
  });
  return longTable('aapor', rows);
};

function countOutcomes(
  { rows, wave: waves, outcome }: DispositionTable,
  wave: number,
  { levels, codes }: { levels: readonly string[]; codes: Int32Array },
): { city: OutcomeCounts; parts: (readonly [string, OutcomeCounts])[] } {
  const city = noOutcomes();
  const parts = levels.map((level) => [level, noOutcomes()] as const);
  for (let row = 0; row < rows; row += 1) {
    const group = outcome[row];
    if (waves[row] !== wave || !group) continue;
    city[group] += 1;
    const part = parts[codes[row] ?? -1];
    if (part) part[1][group] += 1;
  }
  return { city, parts };
}
