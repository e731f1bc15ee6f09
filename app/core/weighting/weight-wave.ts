import { collapseSingles, respondentsOf } from '../estimation/variance/variance-strata.ts';
import { designStratum } from '../estimation/wave-sample.ts';
import type { RakingMargin } from '../sampling/raking-margin.ts';
import { parseRespondentCell } from '../sampling/respondent-cell.ts';
import { answeredCells, type RespondentsCell, unknownOf } from './answered-cells.ts';
import type { GivenWeights } from './base-weights.ts';
import { districtAgeClasses } from './district-age-classes.ts';
import { fitWeights } from './fit-weights.ts';
import { kish } from './kish.ts';
import { scaledMargin } from './margins/answer-margin.ts';
import type { CellMerge } from './margins/cell-margin.ts';
import { districtMargin } from './margins/district-margin.ts';
import { type EducationTotal, educationMargin } from './margins/education-margin.ts';
import { marginDeviation } from './margins/margin-totals.ts';
import { type OutcomeCount, startingWeights } from './starting-weights.ts';
import { trimmingReport } from './trimming-report.ts';
import { type WeightRanges, weightRanges } from './weight-ranges.ts';
import type { WeightingReport, WeightingWarning } from './weighting-report.ts';
import { defaultWeightingSettings, type WeightingSettings } from './weighting-settings.ts';

/** What the weights of a wave are computed from. No answer but education is among it. */
export interface WeightingInput {
  /** Every stratum of the frame; `released` counts the cases released in it. */
  strata: readonly { key: string; population: number; released: number }[];
  /**
   * Released cases by stratum and outcome group. Null for respondents of a study whose other cases are not
   * known: then `released` counts the respondents, nonresponse is not adjusted for, and the report says so.
   */
  outcomes: readonly OutcomeCount[] | null;
  /**
   * Respondents (complete and partial): the stratum is the frame's, whatever district they confirmed. Of a
   * study it may be a cell of which age or sex is unknown, or sex another gender (`respondentCellKey`).
   */
  respondents: readonly { stratum: string; education: number | null }[];
  /** City-wide population by education; null to rake without it. */
  educationMargin: readonly EducationTotal[] | null;
  /** A study's own weights, which take the place of N/n. */
  given?: GivenWeights;
  /** The study was drawn in clusters that its file does not name. */
  clustersUnknown?: boolean;
  settings?: WeightingSettings;
}

/**
 * Totals by education that differ more than this from the frame's adults are of other people, or mistyped.
 */
const farFromFrame = 0.2;

/** Weights after each step, and the report on them. */
export interface WeightingResult {
  /**
   * Weights of the respondents, in the order of the input: drawn, adjusted for nonresponse, raked and
   * trimmed.
   */
  base: Float64Array;
  nonresponse: Float64Array;
  final: Float64Array;
  /** What `final` was raked to; trimming keeps it. */
  margins: RakingMargin[];
  report: WeightingReport;
}

/**
 * What variances regress on: trimmed weights keep the margins by other means than calibration alone, and
 * count as fixed.
 */
export function varianceMargins({ margins, report }: WeightingResult): RakingMargin[] {
  const { method } = report.trimming;
  return method === 'none' || method === 'untrimmed' ? margins : [];
}

/**
 * The weights of a wave: base weight N/n of the released cases of the stratum, nonresponse adjustment by
 * district × age, raking to district × age, district × sex and education, and trimming around the district's
 * mean weight (method 3.3). Weighted totals equal the margins, or the report says that they do not. A
 * district without respondents is left out of every margin and reported. A study's weights that are final are
 * left as they are, but for their sum: then there is no margin, and no trimming.
 *
 * @throws when there are no respondents, or one is of a stratum that the frame has not
 */
export function weightWave(input: WeightingInput): WeightingResult {
  const settings = input.settings ?? defaultWeightingSettings;
  if (input.respondents.length === 0) throw new Error('`weightWave` requires at least one respondent');
  const warnings: WeightingWarning[] = [];
  const merges: WeightingReport['merges'] = [];
  const strata = representedCells(input, warnings);
  warnOfStudy(input, warnings);
  const indexOf = new Map(strata.map(({ key }, index) => [key, index]));
  const stratumOf = Int32Array.from(input.respondents, ({ stratum }) => {
    const index = indexOf.get(stratum);
    if (index === undefined)
      throw new Error(`\`weightWave\` requires respondents of known strata, not ${stratum}`);
    return index;
  });

  const starting = startingWeights({
    cells: strata,
    cellOf: stratumOf,
    given: input.given,
    outcomes: input.outcomes,
    ...districtAgeClasses(strata),
    nonresponse: settings.nonresponse,
  });
  const { population, base, nonresponse } = starting;
  if (!input.outcomes && !input.given) warnings.push({ code: 'nonresponse-not-adjusted' });
  for (const merge of starting.merges) merges.push(merge);

  const cellMerges: CellMerge[] = [];
  const isFinal = input.given?.use === 'as-given';
  const margins: RakingMargin[] = isFinal
    ? []
    : [
        districtMargin('ageBand', strata, stratumOf, cellMerges, nonresponse),
        districtMargin('sex', strata, stratumOf, cellMerges, nonresponse),
      ];
  if (input.educationMargin && !isFinal) {
    warnOfEducation(input, input.educationMargin, warnings);
    const education = input.respondents.map((respondent) => respondent.education);
    margins.push(
      scaledMargin(educationMargin(input.educationMargin, education, nonresponse, cellMerges), population),
    );
  }
  for (const merge of cellMerges) merges.push(merge);

  const district = Int32Array.from(stratumOf, (index) => (strata[index] as RespondentsCell).district);
  const { raked, trimmed } = fitWeights(nonresponse, margins, district, {
    raking: settings.raking,
    trim: isFinal ? null : settings.trim,
  });
  const final = trimmed.weights;
  if (!raked.converged || !trimmed.reachesMargins) {
    warnings.push({
      code: 'raking-not-converged',
      largestDeviation: marginDeviation(final, margins),
    });
  }
  const trimming = trimmingReport(trimmed, settings.trim);
  for (const bounds of trimming.widened) warnings.push({ code: 'trimming-bounds-widened', ...bounds });
  if (trimmed.method === 'untrimmed')
    warnings.push({ code: 'weights-not-trimmed', outside: trimmed.outsideAfter });
  const variance = collapseSingles(
    respondentsOf(stratumOf, strata.length),
    strata.map(({ key, population: own }) =>
      designStratum({ ...parseRespondentCell(key), key, population: own }),
    ),
    { finitePopulation: false },
  ).strata;
  for (const name of variance.alone)
    warnings.push({ code: 'single-respondent-district', district: parseRespondentCell(name).district });

  const ranges = weightRanges({ base, nonresponse, final }, district);
  const districts = districtMeasures(final, district, ranges, settings, warnings);
  const city = kish(final);
  if (city.designEffect > settings.warnCityDesignEffect) {
    warnings.push({ code: 'large-city-design-effect', designEffect: city.designEffect });
  }
  return {
    base,
    nonresponse,
    final,
    margins,
    report: {
      eligibilityRate: starting.e,
      margins: margins.map((margin) => ({
        name: margin.name,
        groups: margin.totals.length,
        largestDeviation: marginDeviation(final, [margin]),
      })),
      iterations: raked.iterations,
      converged: raked.converged && trimmed.reachesMargins,
      trimming,
      designEffect: city.designEffect,
      effectiveN: city.effectiveN,
      districts,
      merges,
      collapsedStrata: variance.collapsed.length,
      warnings,
    },
  };
}

function warnOfEducation(
  { strata }: WeightingInput,
  margin: readonly EducationTotal[],
  warnings: WeightingWarning[],
): void {
  const residents = margin.reduce((sum, { population }) => sum + population, 0);
  const frame = strata.reduce((sum, { population }) => sum + population, 0);
  if (Math.abs(residents / frame - 1) <= farFromFrame) return;
  warnings.push({ code: 'education-far-from-frame', residents, frame });
}

function warnOfStudy(
  { outcomes, respondents, given, clustersUnknown }: WeightingInput,
  warnings: WeightingWarning[],
): void {
  // Of everyone drawn from a frame, age and sex are known.
  if (outcomes) return;
  if (given) warnings.push({ code: given.use === 'as-given' ? 'weights-as-given' : 'base-weights-given' });
  if (clustersUnknown) warnings.push({ code: 'clusters-unknown' });
  for (const warning of unknownOf(respondents.map(({ stratum }) => stratum))) warnings.push(warning);
}

function representedCells(input: WeightingInput, warnings: WeightingWarning[]): RespondentsCell[] {
  const { cells, silent } = answeredCells(
    input.strata,
    input.respondents.map(({ stratum }) => stratum),
  );
  for (const district of silent) warnings.push({ code: 'district-without-respondents', district });
  return cells;
}

function districtMeasures(
  final: Float64Array,
  district: Int32Array,
  ranges: ReadonlyMap<number, WeightRanges>,
  settings: WeightingSettings,
  warnings: WeightingWarning[],
): WeightingReport['districts'] {
  return [...new Set(district)]
    .sort((a, b) => a - b)
    .map((number) => {
      const measures = kish(final, (i) => district[i] === number);
      if (measures.designEffect > settings.warnDistrictDesignEffect) {
        warnings.push({
          code: 'large-district-design-effect',
          district: number,
          designEffect: measures.designEffect,
        });
      }
      return {
        district: number,
        respondents: district.filter((d) => d === number).length,
        ...measures,
        ranges: ranges.get(number) as WeightRanges,
      };
    });
}
