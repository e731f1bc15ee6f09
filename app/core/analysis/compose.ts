import { differenceInterval, lowerTail, upperTail } from '../estimation/difference.ts';
import type { Contrast, Estimate } from '../estimation/estimate.ts';
import { rankRanges } from '../estimation/rank-range.ts';
import type { PublishedWave } from '../fieldwork/published-wave.ts';
import { earlierRollingYear, rollingYear } from '../flagging/rolling-year.ts';
import type { FlagRuleSettings } from '../flagging/rule-settings.ts';
import { comparisonWave, type WaveFigures } from '../flagging/wave-figures.ts';
import type { PublishedPlace } from '../places/place.ts';
import type { PublicationDocument } from '../publication/document.ts';
import type { ExactEstimate, ExactPublication, ExactRollingYear } from '../publication/exact-publication.ts';
import type { PublishedRestComparison } from '../publication/published-difference.ts';
import type { PublishedMethod } from '../publication/published-method.ts';
import type { PublishedOutcome } from '../publication/published-outcome.ts';
import type { IndicatorDefinition } from '../questionnaire/definition.ts';
import type { Variable } from '../questionnaire/variables.ts';
import { benjaminiHochberg } from '../statistics/false-discovery.ts';
import { asEarlierWave } from './analyse.ts';
import { beyondMargin, changesOf, figureKey } from './compare-waves.ts';
import { exactFigure } from './exact-figure.ts';
import { type ComposedSample, exactParallelSample } from './exact-parallel-sample.ts';
import type { WaveAnalysis } from './wave-analysis.ts';
import { wordedDistribution } from './worded-distribution.ts';

/** The parts of a publication: the analysis with what describes the wave, its fieldwork and its weighting. */
export interface PublicationInput {
  number: number;
  replaces: string | null;
  correctionNote: string | null;
  wave: Omit<
    PublishedWave,
    'waveId' | 'year' | 'season' | 'modes' | 'questionnaireVersion' | 'methodVersion'
  >;
  method: Omit<PublishedMethod, 'suppression' | 'methodVersion'>;
  analysis: WaveAnalysis;
  earlier: readonly WaveAnalysis[];
  indicators: readonly IndicatorDefinition[];
  variables: readonly Variable[];
  places: readonly PublishedPlace[];
  placeAnswers: PublicationDocument['placeAnswers'];
  outcomes: readonly PublishedOutcome[];
  /** Samples in other modes that were asked beside the wave. */
  parallelSamples?: readonly ComposedSample[];
}

/** Puts a wave's exact figures, words and rules into one document; `suppress` then makes it publishable. */
export function composePublication(input: PublicationInput): ExactPublication {
  const { analysis, indicators, parallelSamples = [] } = input;
  const { wave } = analysis;
  return {
    format: 'poczucie-publication/3',
    publicationId: `${wave.waveId}.${input.number}`,
    number: input.number,
    replaces: input.replaces,
    correctionNote: input.correctionNote,
    wave: { ...wave, methodVersion: analysis.methodVersion, ...input.wave },
    method: {
      ...input.method,
      methodVersion: analysis.methodVersion,
      suppression: { minimumN: 0, suppressed: 0, complementary: 0 },
    },
    indicators: indicators.map(({ valueOf: _rule, variables: _used, ...indicator }) => indicator),
    estimates: waveEstimates(input),
    rollingYear: yearEstimates(input),
    distributions: analysis.distributions.map((distribution) =>
      wordedDistribution(distribution, input.variables),
    ),
    flags: analysis.flags,
    unflagged: analysis.unflagged,
    comparisons: analysis.comparisons,
    places: [...input.places],
    placeAnswers: input.placeAnswers,
    districtWishes: analysis.districtWishes,
    mentionCells: analysis.mentionCells,
    outcomes: [...input.outcomes],
    ...(parallelSamples.length > 0 && {
      parallelSamples: parallelSamples.map((sample) =>
        exactParallelSample(sample, analysis.estimates, input.variables),
      ),
    }),
  };
}

function waveEstimates({ analysis, earlier, method, indicators }: PublicationInput): ExactEstimate[] {
  const wave = asEarlierWave(analysis);
  const before = comparisonWave(wave, earlier.map(asEarlierWave), method.rule);
  return exactEstimates(wave, before, { rule: method.rule, indicators });
}

/**
 * Of the city and the districts: subgroups of a district in a year are not shown, though gaps are tested on
 * them.
 */
function yearEstimates({
  analysis,
  earlier,
  method,
  indicators,
  wave,
}: PublicationInput): ExactRollingYear | null {
  const { rule } = method;
  const isShown = ({ domain }: { domain: string }) => !domain.includes(':');
  const [now, past] = [asEarlierWave(analysis), earlier.map(asEarlierWave)];
  const year = rollingYear(now, past, rule, isShown);
  if (!year) return null;
  const before = earlierRollingYear(now, past, rule, isShown);
  return {
    pooledWith: year.pooledWith,
    against: before?.figures.waveId ?? null,
    againstPooledWith: before?.pooledWith ?? null,
    leads: wave.sampleSizePerDistrict < rule.rollingYearBelow,
    estimates: exactEstimates(year.figures, before?.figures ?? null, { rule, indicators }),
  };
}

interface Reading {
  rule: FlagRuleSettings;
  indicators: readonly Pick<IndicatorDefinition, 'id' | 'kind'>[];
}

/** A margin in the unit of an indicator's values: it is written as of a share, and means go to 100. */
function marginOf({ indicators }: Reading, margin: number): (indicator: string) => number {
  const means = new Set(indicators.filter(({ kind }) => kind === 'mean').map(({ id }) => id));
  return (indicator) => margin * (means.has(indicator) ? 100 : 1);
}

/** Figures as an exact publication carries them, compared with each other and with those of `before`. */
function exactEstimates(
  { estimates, contrasts }: WaveFigures,
  before: WaveFigures | null,
  reading: Reading,
): ExactEstimate[] {
  const versusRest = versusRestOf(contrasts, reading);
  const changes = changesOf(estimates, before, marginOf(reading, reading.rule.changeMargin));
  const ranks = ranksOf(estimates);
  return estimates.map((estimate): ExactEstimate => {
    const key = figureKey(estimate);
    return {
      ...exactFigure(estimate),
      versusRest: versusRest.get(key) ?? null,
      change: changes.get(key) ?? null,
      rankRange: ranks.get(key) ?? null,
    };
  });
}

/**
 * Tests against the rest of the city: two-sided of no difference, and one-sided of the practical margin in
 * the direction of the estimate. The family is the districts on one indicator: one map, one question.
 */
function versusRestOf(
  contrasts: readonly Contrast[],
  reading: Reading,
): Map<string, PublishedRestComparison> {
  const result = new Map<string, PublishedRestComparison>();
  const margins = marginOf(reading, reading.rule.levelMargin);
  for (const family of byIndicator(contrasts.filter(({ kind }) => kind === 'vs-rest'))) {
    const q = benjaminiHochberg(family.map(twoSided));
    const qMargin = benjaminiHochberg(
      family.map((contrast) => beyondMargin(contrast, margins(contrast.indicator))),
    );
    family.forEach((contrast, index) => {
      result.set(figureKey(contrast), {
        difference: contrast.difference,
        ...differenceInterval(contrast),
        q: q[index] ?? 1,
        qMargin: qMargin[index] ?? 1,
      });
    });
  }
  return result;
}

function twoSided(contrast: Contrast): number {
  const tail = contrast.difference > 0 ? upperTail(contrast, 0) : lowerTail(contrast, 0);
  return Math.min(1, 2 * tail);
}

function ranksOf(estimates: readonly Estimate[]): Map<string, { from: number; to: number }> {
  const result = new Map<string, { from: number; to: number }>();
  const ofDistricts = estimates.filter(({ domain }) => /^D\d\d$/.test(domain));
  for (const family of byIndicator(ofDistricts)) {
    const indicator = family[0]?.indicator ?? '';
    for (const { domain, from, to } of rankRanges(family)) {
      result.set(figureKey({ indicator, domain }), { from, to });
    }
  }
  return result;
}

function byIndicator<Figure extends { indicator: string }>(figures: readonly Figure[]): Figure[][] {
  const families = new Map<string, Figure[]>();
  for (const figure of figures) {
    const family = families.get(figure.indicator);
    if (family) family.push(figure);
    else families.set(figure.indicator, [figure]);
  }
  return [...families.values()];
}
