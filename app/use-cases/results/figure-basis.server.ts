import type { PublicationDocument } from '#core/publication/document.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';

/** What the figures of a publication rest on: the wave alone, or two waves together. */
export interface FigureBasis {
  /** Responses that were aimed at in each district. */
  target: number;
  /** Whether that is so few that one wave shows only very large differences. */
  isSmall: boolean;
  /** The older wave of the rolling year; null where there is none. */
  pooledWith: string | null;
  /** Whether the rolling year is shown first, and flags rest on it. */
  leads: boolean;
  /**
   * Whether a watch that came back may call for an intervention: where two waves together confirm it beside
   * flags of the wave.
   */
  repeats: boolean;
}

export function figureBasis({ wave, method, rollingYear }: PublicationDocument): FigureBasis {
  return {
    target: wave.sampleSizePerDistrict,
    isSmall: wave.sampleSizePerDistrict < method.rule.rollingYearBelow,
    pooledWith: rollingYear?.pooledWith ?? null,
    leads: rollingYear?.leads ?? false,
    repeats: rollingYear !== null && !rollingYear.leads,
  };
}

/**
 * A figure as pages show it: first the one that flags rest on, and beside it the wave's own where that is
 * another.
 */
export interface ShownFigure {
  estimate: PublishedEstimate | null;
  /** Of the wave alone; null where the estimate is it already. */
  alone: PublishedEstimate | null;
}

/** Reads figures of the city and its districts: those of the rolling year first where it leads. */
export function figuresShown(
  { rollingYear }: PublicationDocument,
  domain: string,
): (indicator: string, ofWave: PublishedEstimate | null) => ShownFigure {
  if (!rollingYear?.leads) return (_indicator, ofWave) => ({ estimate: ofWave, alone: null });
  const ofYear = figuresOfYear(rollingYear.estimates, domain);
  return (indicator, ofWave) => {
    const estimate = ofYear.get(indicator);
    return estimate ? { estimate, alone: ofWave } : { estimate: ofWave, alone: null };
  };
}

/** The figure of two waves together; null where they are not. */
export function yearFigure(
  { rollingYear }: PublicationDocument,
  indicator: string,
  domain: string,
): PublishedEstimate | null {
  return figuresOfYear(rollingYear?.estimates ?? [], domain).get(indicator) ?? null;
}

function figuresOfYear(estimates: readonly PublishedEstimate[], domain: string) {
  return new Map(
    estimates.flatMap((estimate) =>
      estimate.domain === domain ? [[estimate.indicator, estimate] as const] : [],
    ),
  );
}
