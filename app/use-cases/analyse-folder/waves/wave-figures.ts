import type { Contrast, Estimate } from '#core/estimation/estimate.ts';
import { estimateWave, type WaveEstimates } from '#core/estimation/estimate-wave.ts';
import { type DomainPlan, domainsOfDesign, type WaveDomains } from '#core/estimation/survey-domains.ts';
import type { SurveyDesign } from '#core/estimation/variance/design.ts';
import { indexFigures } from '#core/flagging/wave-figures.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import { city, type Domain, domainsOf } from '../domains.ts';
import type { AnalysisFolder, CategoryColumn } from '../folder.ts';
import { sortedItems } from '../items.ts';

/** The respondents of a wave by column. */
export interface WaveColumns {
  variable(name: string): CategoryColumn;
  item(name: string): Float64Array;
}

/** What the product estimates of a wave by one design, before suppression. */
export interface DesignFigures extends WaveEstimates {
  domains: WaveDomains;
  /** Null when nobody of the domain answered. */
  estimate(domain: Domain, item: string): Estimate | null;
  /** Null when nobody of one side answered. */
  contrast(kind: Contrast['kind'], district: Domain, item: string): Contrast | null;
}

type Named = Pick<AnalysisFolder, 'settings' | 'levels'>;

/** How the product calls the gap of the settings. */
export function gapNameOf({ settings: { flags } }: Pick<AnalysisFolder, 'settings'>): string | null {
  return flags ? `${flags.gap.variable}:${flags.gap.high}` : null;
}

/**
 * How the product calls a domain: the districts of a folder are any names, and are known by their place among
 * the levels, from 1.
 */
export function domainKeyOf({ settings, levels }: Named, { where }: Domain): string {
  const [variable, ...further] = Object.keys(where);
  if (variable === undefined) return 'city';
  if (variable !== settings.district || further.length > 0) return JSON.stringify(where);
  return districtKey((levels.get(variable) ?? []).indexOf(where[variable] ?? '') + 1);
}

/**
 * Every item in every domain of the settings, in the city and the districts, and their contrasts, as
 * `estimateWave` has them.
 */
export function designFigures(
  folder: AnalysisFolder,
  columns: WaveColumns,
  design: SurveyDesign,
): DesignFigures {
  const domains = domainsOfDesign(design, planOf(folder, columns));
  const { comparedItems } = sortedItems(folder.settings);
  const gap = gapNameOf(folder);
  const figures = estimateWave(
    domains,
    Object.entries(folder.settings.items).map(([id, kind]) => ({
      id,
      kind,
      values: columns.item(id),
      gaps: gap !== null && comparedItems.includes(id) ? [gap] : [],
    })),
  );
  const index = indexFigures(figures);
  return {
    ...figures,
    domains,
    estimate: (domain, item) => index.estimate(item, domainKeyOf(folder, domain)) ?? null,
    contrast: (kind, district, item) =>
      index.contrast(
        kind,
        item,
        domainKeyOf(folder, district),
        kind.startsWith('gap') ? (gap ?? '') : undefined,
      ) ?? null,
  };
}

function planOf(folder: Named, { variable }: WaveColumns): DomainPlan {
  const { settings, levels } = folder;
  const isIn = ({ where }: Pick<Domain, 'where'>) => {
    const conditions = Object.entries(where).map(([name, level]) => {
      const { codes, levels: own } = variable(name);
      return { codes, code: own.indexOf(level) };
    });
    return (i: number) => conditions.every(({ codes, code }) => codes[i] === code);
  };
  const districts = domainsOf([settings.district], levels);
  const { gap } = settings.flags ?? {};
  return {
    districts: districts.map((_, index) => index + 1),
    domains: [city, ...districts, ...domainsOf(settings.domains, levels)].map((domain) => ({
      key: domainKeyOf(folder, domain),
      includes: isIn(domain),
    })),
    gap: () =>
      gap
        ? {
            isHigh: isIn({ where: { [gap.variable]: gap.high } }),
            isLow: isIn({ where: { [gap.variable]: gap.low } }),
          }
        : null,
  };
}
