import { rankRanges } from '#core/estimation/rank-range.ts';
import type { Block, FolderAnalysis, OutputCell, WaveAnalysis } from '../block.ts';
import { longRows, longTable } from '../long-table.ts';

const confidence = 0.9;

/**
 * Ranks of the districts, 1 for the lowest value, with ranges that hold together with 90 % confidence: for
 * the first item of the flags and for the indices. Districts without an estimate have no rank and are not
 * counted.
 */
export const rankBlock: Block = (analysis) => {
  const { flags } = analysis.settings;
  if (!flags) return [];
  const indices = analysis.comparedItems.filter((item) => analysis.means.includes(item));
  const items = [...flags.items.slice(0, 1), ...indices];
  const rows = analysis.waves.flatMap((wave) =>
    items.flatMap((item) => ranksOf(analysis, wave, flags.design, item)),
  );
  return longTable('rank', rows);
};

function ranksOf(
  analysis: FolderAnalysis,
  wave: WaveAnalysis,
  designName: string,
  item: string,
): OutputCell[][] {
  const figures = wave.figures(designName);
  if (!figures) return [];
  const ranked = analysis.districts.flatMap((district) => {
    const estimate = figures.estimate(district, item);
    if (!estimate) return [];
    return [{ domain: district.name, value: estimate.value, standardError: estimate.standardError }];
  });
  const ranges = new Map(rankRanges(ranked, confidence).map((range) => [range.domain, range]));
  return analysis.districts.flatMap((district): OutputCell[][] => {
    const own = ranked.find(({ domain }) => domain === district.name);
    const range = ranges.get(district.name);
    const where = { design: designName, wave: wave.wave, domain: district.name, item };
    if (!own || !range) analysis.note({ rule: 'nobody-answered', block: 'rank', ...where });
    const below = ranked.filter(({ value }) => own && value < own.value).length;
    const equal = ranked.filter(({ value }) => own && value === own.value).length;
    const fromLowest = (rank: number | undefined) => (rank === undefined ? null : ranked.length + 1 - rank);
    const values = {
      rank: own ? below + (equal + 1) / 2 : null,
      rank_lo: fromLowest(range?.to),
      rank_hi: fromLowest(range?.from),
    };
    return longRows({ ...where, method: 'kww90' }, Object.entries(values));
  });
}
