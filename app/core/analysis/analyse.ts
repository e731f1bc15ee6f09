import { districts } from '#city/city.ts';
import { gazetteer } from '#city/gazetteer.ts';
import { distributionsOf } from '../estimation/distributions.ts';
import { estimateWave } from '../estimation/estimate-wave.ts';
import { type WaveSample, waveDomains } from '../estimation/wave-sample.ts';
import type { PublishedWave } from '../fieldwork/published-wave.ts';
import { judgeDistricts } from '../flagging/district-rule.ts';
import { comparedGaps } from '../flagging/gap-groups.ts';
import type { FlagRuleSettings } from '../flagging/rule-settings.ts';
import { comparableWaves, type EarlierWave } from '../flagging/wave-figures.ts';
import { type Mode, modes } from '../mode.ts';
import { copiedPatterns } from '../places/copied-mentions.ts';
import { districtWishes } from '../places/district-wishes.ts';
import { findPlaces } from '../places/find-places.ts';
import { describeMentions } from '../places/mention-map.ts';
import type { PlaceRuleSettings } from '../places/place-rule-settings.ts';
import type { IndicatorDefinition } from '../questionnaire/definition.ts';
import { parseRespondentCell } from '../sampling/respondent-cell.ts';
import type { ResponseColumns } from './response-columns.ts';
import type { WaveAnalysis } from './wave-analysis.ts';

/** Version of the statistics, `major.minor`: waves of different major versions are not compared. */
export const methodVersion = '2.0';

/** Everything that a wave's figures, flags and places are computed from. */
export interface AnalysisInput {
  wave: Pick<PublishedWave, 'waveId' | 'year' | 'season' | 'questionnaireVersion' | 'otherScales'>;
  /** Respondents that were aimed at in each district. */
  targetPerDistrict: number;
  /** How each respondent answered. */
  modes: readonly Mode[];
  sample: WaveSample;
  indicators: readonly Pick<IndicatorDefinition, 'id' | 'kind'>[];
  /** What the respondents answered, with a column for each of the indicators in their order. */
  columns: ResponseColumns;
  earlier: readonly WaveAnalysis[];
  rule: FlagRuleSettings;
  placeRule: PlaceRuleSettings;
  /** Every H3 cell of the city, of the place rule's resolution. */
  cityCells: readonly string[];
}

/** Estimates, contrasts, distributions, district flags and flagged places of a wave (method 3.4 to 3.7). */
export function analyseResponses(input: AnalysisInput): WaveAnalysis {
  const { sample, columns, rule } = input;
  const domains = waveDomains(sample);
  const { estimates, contrasts } = estimateWave(
    domains,
    input.indicators.map(({ id, kind }, index) => ({
      id,
      kind,
      values: columns.indicators[index] ?? new Float64Array(0),
      gaps: rule.headlineIndicators.includes(id) ? comparedGaps : [],
    })),
  );
  const distributions = distributionsOf(domains, columns.answers);
  // Named one by one: what is not named here must not travel into a publication with the rest of a wave's
  // row.
  const { waveId, year, season, questionnaireVersion, otherScales } = input.wave;
  const wave = {
    ...{ waveId, year, season, questionnaireVersion, modes: modeShares(input.modes) },
    ...(otherScales && { otherScales }),
  };
  const figures = { ...wave, methodVersion, estimates, contrasts };
  const { flags, unflagged, comparisons } = judgeDistricts({
    wave: figures,
    earlier: input.earlier.map(asEarlierWave),
    districts: domains.districts,
    targetPerDistrict: input.targetPerDistrict,
    populations: populationsOf(sample),
    rule,
  });
  const comparable = comparableWaves(figures, input.earlier.map(asEarlierWave), rule);
  const places = findPlaces({
    mentions: columns.mentions,
    hearsay: columns.hearsay,
    gazetteer,
    earlier: comparable.flatMap((comparison) => {
      const earlier = input.earlier.find((other) => other.wave.waveId === comparison.waveId);
      return earlier?.placeRule.resolution === input.placeRule.resolution ? [earlier.places] : [];
    }),
    rule: input.placeRule,
  });
  return {
    wave,
    methodVersion,
    estimates,
    contrasts,
    distributions,
    flags,
    unflagged,
    comparisons,
    rule,
    places,
    placeRule: input.placeRule,
    districtWishes: districtWishes(
      columns.mentions,
      gazetteer,
      districts.map(({ number }) => number),
    ),
    copiedPatterns: copiedPatterns(columns.mentions),
    mentionCells: describeMentions({
      mentions: columns.mentions,
      weights: sample.final,
      cityCells: input.cityCells,
      resolution: input.placeRule.resolution,
    }),
    collapsedStrata: domains.design.strata.collapsed,
  };
}

/** An analysed wave as the district rule of a later one reads it. */
export function asEarlierWave({ wave, methodVersion: version, ...figures }: WaveAnalysis): EarlierWave {
  return { ...wave, methodVersion: version, ...figures };
}

/** Share (0–1) of respondents by mode, unweighted: only modes that somebody answered in. */
export function modeShares(answeredIn: readonly Mode[]): PublishedWave['modes'] {
  return modes.flatMap((mode) => {
    const count = answeredIn.filter((other) => other === mode).length;
    return count === 0 ? [] : [{ mode, share: count / answeredIn.length }];
  });
}

function populationsOf({ strata }: WaveSample): Map<number, number> {
  const populations = new Map<number, number>();
  for (const { key, population } of strata) {
    const { district } = parseRespondentCell(key);
    populations.set(district, (populations.get(district) ?? 0) + population);
  }
  return populations;
}
