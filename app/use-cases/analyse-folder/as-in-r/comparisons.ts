import { changeSince, type Difference } from '#core/estimation/difference.ts';
import { domainContrast } from '#core/estimation/domain-contrast.ts';
import { itemSums } from '#core/estimation/variance/item-sums.ts';
import { studentUpper } from '#core/statistics/distributions.ts';
import type { FolderAnalysis, OutputCell, WaveAnalysis } from '../block.ts';
import { longRows } from '../long-table.ts';

/** A district's difference from something, or a domain's from itself a wave before. */
export interface Comparison {
  design: string;
  /** The wave, or both with a `-` between them. */
  wave: number | string;
  domain: string;
  item: string;
  method: string;
  /** Null when nobody of one side answered. */
  difference: Difference | null;
}

/**
 * Every district in every wave: against the rest of the city, against the whole, and the gap between two
 * groups by itself and against the rest's gap. By wave, design, item, district and then in this order. The
 * differences are those that `estimateWave` publishes; only R compares a district with a city that contains
 * it.
 */
export function districtContrasts(analysis: FolderAnalysis): Comparison[] {
  return kept(analysis, contrastsByAnalysis, () =>
    analysis.waves.flatMap((wave) =>
      analysis.comparedDesigns.flatMap((design) =>
        analysis.comparedItems.flatMap((item) => contrastsOf(analysis, wave, design, item)),
      ),
    ),
  );
}

/**
 * The city and every district from wave to wave, as independent samples. By pair of waves, design, item and
 * domain.
 */
export function waveChanges(analysis: FolderAnalysis): Comparison[] {
  return kept(analysis, changesByAnalysis, () =>
    pairsOfWaves(analysis).flatMap(([earlier, later]) =>
      analysis.comparedDesigns.flatMap((design) => {
        const [then, now] = [earlier.figures(design), later.figures(design)];
        if (!then || !now) return [];
        const wave = `${later.wave}-${earlier.wave}`;
        return analysis.comparedItems.flatMap((item) =>
          [analysis.city, ...analysis.districts].map((domain): Comparison => {
            const [before, after] = [then.estimate(domain, item), now.estimate(domain, item)];
            const difference = before && after && changeSince(after, before);
            return { design, wave, domain: domain.name, item, method: 'indep', difference };
          }),
        );
      }),
    ),
  );
}

/** Each wave with the one after it. */
export function pairsOfWaves({
  waves,
}: Pick<FolderAnalysis, 'waves'>): (readonly [WaveAnalysis, WaveAnalysis])[] {
  return waves.slice(1).map((later, index) => [waves[index] as WaveAnalysis, later] as const);
}

/**
 * A difference over its standard error, and the two-sided p-value by Student's t; null where there is no
 * variance.
 */
export function studentTest({ difference, standardError, degreesOfFreedom }: Difference): {
  t: number | null;
  p: number | null;
} {
  // Rounding leaves that much of an error of equal answers; no real sample is so sure.
  if (standardError <= 1e-7 * Math.abs(difference)) return { t: null, p: null };
  const t = difference / standardError;
  return { t, p: degreesOfFreedom > 0 ? 2 * studentUpper(Math.abs(t), degreesOfFreedom) : null };
}

/** One row per statistic. Where a comparison cannot be made, its cells are empty and the rule is noted. */
export function comparisonRows(
  analysis: FolderAnalysis,
  block: string,
  comparison: Comparison,
  statistics: readonly ('diff' | 'se' | 't' | 'df' | 'p')[],
): OutputCell[][] {
  const { design, wave, domain, item, method, difference } = comparison;
  const where = { block, design, wave, domain, item, detail: { method } };
  const values: Record<string, number | null> = { diff: null, se: null, t: null, df: null, p: null };
  if (difference) {
    Object.assign(values, studentTest(difference));
    values.diff = difference.difference;
    values.se = difference.standardError;
    values.df = difference.degreesOfFreedom;
    if (values.t === null) analysis.note({ rule: 'zero-variance', ...where });
    else if (values.p === null) analysis.note({ rule: 'no-degrees-of-freedom', ...where });
  } else {
    analysis.note({ rule: 'nobody-answered', ...where });
  }
  return longRows(
    comparison,
    statistics.map((stat) => [stat, values[stat]]),
  );
}

const contrastsByAnalysis = new WeakMap<FolderAnalysis, Comparison[]>();
const changesByAnalysis = new WeakMap<FolderAnalysis, Comparison[]>();

/** Several blocks need the same comparisons; they are made once per analysis. */
function kept(
  analysis: FolderAnalysis,
  memory: WeakMap<FolderAnalysis, Comparison[]>,
  make: () => Comparison[],
): Comparison[] {
  const known = memory.get(analysis);
  if (known) return known;
  const made = make();
  memory.set(analysis, made);
  return made;
}

function contrastsOf(
  { settings, districts }: FolderAnalysis,
  wave: WaveAnalysis,
  design: string,
  item: string,
): Comparison[] {
  const figures = wave.figures(design);
  if (!figures) return [];
  const versusCity = contrastsWithCity(wave, figures, item);
  return districts.flatMap((district) => {
    const named = (method: string, difference: Difference | null): Comparison => {
      return { design, wave: wave.wave, domain: district.name, item, method, difference };
    };
    const levels = [
      named('vs_rest', figures.contrast('vs-rest', district, item)),
      named('vs_city', versusCity(district)),
    ];
    const gap = settings.flags && gapMethod(settings.flags);
    if (!gap) return levels;
    return [
      ...levels,
      named(gap, figures.contrast('gap', district, item)),
      named(`${gap}_vs_rest`, figures.contrast('gap-vs-rest', district, item)),
    ];
  });
}

/** What the blocks call the gap of the settings. */
export function gapMethod({ gap }: NonNullable<FolderAnalysis['settings']['flags']>): string {
  return `gap_${gap.high}${gap.low}`;
}

type Figures = NonNullable<ReturnType<WaveAnalysis['figures']>>;

function contrastsWithCity(wave: WaveAnalysis, { domains }: Figures, item: string) {
  const sums = itemSums(domains.design, wave.item(item));
  const city = domains.cellsOf('city');
  return (district: FolderAnalysis['city']): Difference | null =>
    domainContrast(domains.design, sums, [
      { sign: 1, domain: domains.cellsOf(wave.keyOf(district)) },
      { sign: -1, domain: city },
    ]);
}
