import { asDifference, differenceInterval, independentDifference } from '../estimation/difference.ts';
import type { Contrast, Estimate } from '../estimation/estimate.ts';
import { rankRanges } from '../estimation/rank-range.ts';
import { benjaminiHochberg } from '../flagging/false-discovery.ts';
import { comparisonWave } from '../flagging/wave-figures.ts';
import type { IndicatorDefinition } from '../questionnaire/definition.ts';
import type { Variable } from '../questionnaire/variables.ts';
import { studentUpper } from '../statistics/distributions.ts';
import { asEarlierWave, type WaveAnalysis } from './analyse.ts';
import type {
  PublicationDocument,
  PublishedEstimate,
  PublishedMethod,
  PublishedOutcome,
  PublishedPlace,
} from './document.ts';
import type { DraftEstimate, DraftPublication } from './draft.ts';
import { type ComposedSample, draftParallelSample } from './draft-parallel-sample.ts';
import { exactFigure } from './exact-figure.ts';
import type { PublishedWave } from './published-wave.ts';
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
export function composePublication(input: PublicationInput): DraftPublication {
  const { analysis, indicators, parallelSamples = [] } = input;
  const { wave } = analysis;
  return {
    format: 'poczucie-publication/1',
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
    estimates: draftEstimates(input),
    distributions: analysis.distributions.map((distribution) =>
      wordedDistribution(distribution, input.variables),
    ),
    flags: analysis.flags,
    places: [...input.places],
    placeAnswers: input.placeAnswers,
    ...(analysis.mentionCells && { mentionCells: analysis.mentionCells }),
    outcomes: [...input.outcomes],
    ...(parallelSamples.length > 0 && {
      parallelSamples: parallelSamples.map((sample) =>
        draftParallelSample(sample, analysis.estimates, input.variables),
      ),
    }),
  };
}

function draftEstimates({ analysis, earlier, method }: PublicationInput): DraftEstimate[] {
  const before = comparisonWave(asEarlierWave(analysis), earlier.map(asEarlierWave), method.rule);
  const past = new Map(before?.estimates.map((estimate) => [keyOf(estimate), estimate]));
  const versusRest = versusRestOf(analysis.contrasts);
  const ranks = ranksOf(analysis.estimates);
  return analysis.estimates.map((estimate): DraftEstimate => {
    const key = keyOf(estimate);
    const then = past.get(key);
    return {
      ...exactFigure(estimate),
      versusRest: versusRest.get(key) ?? null,
      change: then && before ? { against: before.waveId, ...changeOf(estimate, then) } : null,
      rankRange: ranks.get(key) ?? null,
    };
  });
}

const keyOf = ({ indicator, domain }: Pick<Estimate, 'indicator' | 'domain'>): string =>
  `${indicator} ${domain}`;

function changeOf(now: Estimate, then: Estimate): { difference: number; lower: number; upper: number } {
  const change = independentDifference(asDifference(now), asDifference(then));
  return { difference: change.difference, ...differenceInterval(change) };
}

/** Two-sided tests against the rest of the city; the family is the districts on one indicator: one map, one question. */
function versusRestOf(contrasts: readonly Contrast[]): Map<string, PublishedEstimate['versusRest']> {
  const result = new Map<string, PublishedEstimate['versusRest']>();
  for (const family of byIndicator(contrasts.filter(({ kind }) => kind === 'vs-rest'))) {
    const q = benjaminiHochberg(family.map(twoSided));
    family.forEach((contrast, index) => {
      result.set(keyOf(contrast), {
        difference: contrast.difference,
        ...differenceInterval(contrast),
        q: q[index] ?? 1,
      });
    });
  }
  return result;
}

function twoSided({ difference, standardError, degreesOfFreedom }: Contrast): number {
  if (standardError <= 0) return difference === 0 ? 1 : 0;
  return Math.min(1, 2 * studentUpper(Math.abs(difference) / standardError, Math.max(1, degreesOfFreedom)));
}

function ranksOf(estimates: readonly Estimate[]): Map<string, { from: number; to: number }> {
  const result = new Map<string, { from: number; to: number }>();
  const ofDistricts = estimates.filter(({ domain }) => /^D\d\d$/.test(domain));
  for (const family of byIndicator(ofDistricts)) {
    const indicator = family[0]?.indicator ?? '';
    for (const { domain, from, to } of rankRanges(family)) {
      result.set(keyOf({ indicator, domain }), { from, to });
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
