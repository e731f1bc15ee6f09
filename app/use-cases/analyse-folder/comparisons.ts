import { type Difference, independentDifference } from '#core/estimation/difference.ts';
import { cellsInBoth, cellsWithout, domainContrast } from '#core/estimation/domain-contrast.ts';
import type { SurveyDesign } from '#core/estimation/variance/design.ts';
import type { DomainCells } from '#core/estimation/variance/domain-mean.ts';
import { studentUpper } from '#core/statistics/distributions.ts';
import type { FolderAnalysis, OutputCell, WaveAnalysis } from './block.ts';
import { type Domain, domainOf } from './domains.ts';

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
 * Every district in every wave: against the rest of the city, against the whole, and the gap between two groups by itself
 * and against the rest's gap. By wave, design, item, district and then in this order.
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

/** The city and every district from wave to wave, as independent samples. By pair of waves, design, item and domain. */
export function waveChanges(analysis: FolderAnalysis): Comparison[] {
  return kept(analysis, changesByAnalysis, () =>
    pairsOfWaves(analysis).flatMap(([earlier, later]) =>
      analysis.comparedDesigns.flatMap((design) =>
        analysis.comparedItems.flatMap((item) =>
          [analysis.city, ...analysis.districts].flatMap((domain): Comparison[] => {
            const [then, now] = [earlier, later].map((wave) => meanAsDifference(wave, design, domain, item));
            if (then === undefined || now === undefined) return [];
            const wave = `${later.wave}-${earlier.wave}`;
            const difference = now && then && independentDifference(now, then);
            return [{ design, wave, domain: domain.name, item, method: 'indep', difference }];
          }),
        ),
      ),
    ),
  );
}

/** Each wave with the one after it. */
export function pairsOfWaves({
  waves,
}: Pick<FolderAnalysis, 'waves'>): (readonly [WaveAnalysis, WaveAnalysis])[] {
  return waves.slice(1).map((later, index) => [waves[index] as WaveAnalysis, later] as const);
}

/** A difference over its standard error, and the two-sided p-value by Student's t; null where there is no variance. */
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
  return statistics.map((stat) => [design, wave, domain, item, method, stat, values[stat] ?? null]);
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
  analysis: FolderAnalysis,
  wave: WaveAnalysis,
  design: string,
  item: string,
): Comparison[] {
  const found = wave.design(design);
  if (!found) return [];
  const sums = wave.itemSums(found, item);
  return districtTerms(analysis, wave, found).map(({ domain, method, terms }) => ({
    design,
    wave: wave.wave,
    domain,
    item,
    method,
    difference: domainContrast(found, sums, terms),
  }));
}

/** A comparison of a district as cells with signs; `isExact` are those of the district itself. */
export interface DistrictTerms {
  domain: string;
  method: string;
  terms: { sign: 1 | -1; domain: DomainCells; isExact: boolean }[];
}

/** What every district is compared with in one wave, in the order of `districtContrasts`. */
export function districtTerms(
  { settings, city, districts }: FolderAnalysis,
  wave: WaveAnalysis,
  design: SurveyDesign,
): DistrictTerms[] {
  const whole = wave.cells(design, city);
  const gap = settings.flags?.gap;
  const sides = gap
    ? [gap.high, gap.low].map((level) => wave.cells(design, domainOf({ [gap.variable]: level })))
    : [];
  const [high, low] = sides;
  const term = (sign: 1 | -1, domain: DomainCells, isExact: boolean) => ({ sign, domain, isExact });
  return districts.flatMap((district): DistrictTerms[] => {
    const own = wave.cells(design, district);
    const rest = cellsWithout(whole, own);
    const named = (method: string, terms: DistrictTerms['terms']) => ({
      domain: district.name,
      method,
      terms,
    });
    const levels = [
      named('vs_rest', [term(1, own, true), term(-1, rest, false)]),
      named('vs_city', [term(1, own, true), term(-1, whole, false)]),
    ];
    if (!gap || !high || !low) return levels;
    const inside = [term(1, cellsInBoth(own, high), true), term(-1, cellsInBoth(own, low), true)];
    const outside = [term(-1, cellsInBoth(rest, high), false), term(1, cellsInBoth(rest, low), false)];
    const name = `gap_${gap.high}${gap.low}`;
    return [...levels, named(name, inside), named(`${name}_vs_rest`, [...inside, ...outside])];
  });
}

/** Undefined when the folder lacks what the design needs, null when nobody of the domain answered. */
function meanAsDifference(
  wave: WaveAnalysis,
  designName: string,
  domain: Domain,
  item: string,
): Difference | null | undefined {
  const design = wave.design(designName);
  if (!design) return undefined;
  const estimate = wave.mean(design, domain, item);
  if (!estimate) return null;
  const { mean, standardError, degreesOfFreedom } = estimate;
  return { difference: mean, standardError, degreesOfFreedom };
}
