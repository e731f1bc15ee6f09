import {
  asDifference,
  type Difference,
  differenceInterval,
  independentDifference,
  lowerTail,
  upperTail,
} from '#core/estimation/difference.ts';
import { domainContrast } from '#core/estimation/domain-contrast.ts';
import { binomialSize, type SharePart } from '#core/estimation/intervals/share-part.ts';
import type { SurveyDesign } from '#core/estimation/variance/design.ts';
import { domainMean } from '#core/estimation/variance/domain-mean.ts';
import { largestOf } from '#core/statistics/largest.ts';
import {
  type Block,
  type FolderAnalysis,
  longColumns,
  type OutputCell,
  type WaveAnalysis,
} from '../block.ts';
import { type DistrictTerms, districtTerms, pairsOfWaves } from '../comparisons.ts';

/**
 * `mover`: the differences of shares with the platform's own intervals and tests (method, Revision 2 (c)), beside R's symmetric ones in
 * `contrast` and `change`: districts against the rest and their gaps, and the changes of the city, of districts, and of districts against the
 * rest. `p_up` is the one-sided p-value of H₀: Δ ≤ 0, `p_down` of H₀: Δ ≥ 0.
 */
export const moverBlock: Block = (analysis) => {
  const shares = analysis.comparedItems.filter((item) => analysis.shares.includes(item));
  const rows = analysis.comparedDesigns.flatMap((design) =>
    shares.flatMap((item) => {
      const told = new Map(analysis.waves.map((wave) => [wave, figuresOf(analysis, wave, design, item)]));
      const within = [...told].flatMap(([wave, figures]) =>
        figures.contrasts.flatMap((one) =>
          rowsOf([design, wave.wave, one.domain, item, one.method], one.difference),
        ),
      );
      const between = pairsOfWaves(analysis).flatMap(([earlier, later]) => {
        const [then, now] = [told.get(earlier), told.get(later)];
        const label = `${later.wave}-${earlier.wave}`;
        if (!then || !now) return [];
        return changesOf(now, then).flatMap(({ domain, method, difference }) =>
          rowsOf([design, label, domain, item, method], difference),
        );
      });
      return [...within, ...between];
    }),
  );
  return rows.length === 0 ? [] : [{ name: 'mover', columns: longColumns, rows }];
};

interface Named {
  domain: string;
  method: string;
  difference: Difference;
}

interface Figures {
  /** Shares of the city and the districts. */
  levels: Named[];
  contrasts: Named[];
}

function figuresOf(analysis: FolderAnalysis, wave: WaveAnalysis, designName: string, item: string): Figures {
  const design = wave.design(designName);
  if (!design) return { levels: [], contrasts: [] };
  const domains = [analysis.city, ...analysis.districts];
  const means = domains.flatMap((domain) => {
    const result = wave.mean(design, domain, item);
    return result ? [{ domain: domain.name, result }] : [];
  });
  const largest = largestOf(
    means.map(({ result }) => result.designEffect),
    1,
  );
  const levels = means.map(({ domain, result }): Named => {
    const { mean: value } = result;
    const binomialN = binomialSize(value, result, largest);
    return { domain, method: 'change', difference: asDifference({ ...result, value, binomialN }) };
  });
  const sums = wave.itemSums(design, item);
  const partsOf = (terms: DistrictTerms['terms']) =>
    terms.flatMap(
      ({ sign, domain, isExact }) => partOf(design, sums, { sign, domain, isExact }, largest) ?? [],
    );
  const contrasts = districtTerms(analysis, wave, design).flatMap(({ domain, method, terms }): Named[] => {
    // The city contains the district: its share is no second sample.
    if (method === 'vs_city') return [];
    const difference = domainContrast(design, sums, terms);
    return difference ? [{ domain, method, difference: { ...difference, parts: partsOf(terms) } }] : [];
  });
  return { levels, contrasts };
}

function partOf(
  design: SurveyDesign,
  sums: Parameters<typeof domainMean>[1],
  { sign, domain, isExact }: DistrictTerms['terms'][number],
  largest: number,
): SharePart | null {
  const result = domainMean(design, sums, domain);
  if (!result) return null;
  const { mean: share, standardError, degreesOfFreedom, n, kishN } = result;
  const binomialN = binomialSize(share, result, largest);
  return { sign, share, standardError, degreesOfFreedom, n, kishN, binomialN, isExact };
}

function changesOf(now: Figures, then: Figures): Named[] {
  const nameOf = ({ domain, method }: Named) => `${domain} ${method}`;
  const past = new Map([...then.levels, ...then.contrasts].map((one) => [nameOf(one), one.difference]));
  const compared = [...now.levels, ...now.contrasts.filter(({ method }) => method === 'vs_rest')];
  return compared.flatMap((one): Named[] => {
    const before = past.get(nameOf(one));
    if (!before) return [];
    return [{ ...one, difference: independentDifference(one.difference, before) }];
  });
}

function rowsOf(where: OutputCell[], difference: Difference): OutputCell[][] {
  const { lower, upper } = differenceInterval(difference);
  const stats = {
    diff: difference.difference,
    lo: lower,
    hi: upper,
    p_up: upperTail(difference, 0),
    p_down: lowerTail(difference, 0),
  };
  return Object.entries(stats).map(([stat, value]) => [...where, stat, value]);
}
