import { roundBase, roundTo } from '../disclosure/rounding.ts';
import type { Range } from '../weighting/weight-ranges.ts';
import type { WeightingReport, WeightingSettings, WeightingWarning } from '../weighting/weight-wave.ts';
import type { PublishedMethod } from './document.ts';

/**
 * What a publication tells of its weights. Sizes are rounded down to ten and factors to two decimals, so that design effect
 * and effective size together do not give the number of respondents away that everything else rounds.
 */
export function publishedWeighting(
  report: WeightingReport,
  settings: WeightingSettings,
): PublishedMethod['weighting'] {
  return {
    margins: report.margins.map(({ name }) => name),
    iterations: report.iterations,
    converged: report.converged,
    trimmedShare: report.trimmedShare,
    designEffect: report.designEffect,
    merges: report.merges,
    warnings: report.warnings.map(warningText),
    fits: report.margins.map(({ name, groups, largestDeviation }) => ({ name, groups, largestDeviation })),
    tolerance: settings.raking.tolerance,
    trimming: { lower: settings.trim.lower, upper: settings.trim.upper, cycles: report.trimCycles },
    eligibilityRate: roundTo(report.eligibilityRate, 3),
    effectiveN: roundBase(report.effectiveN),
    districts: report.districts.map(({ district, designEffect, effectiveN, ranges }) => ({
      district,
      designEffect: roundTo(designEffect, 2),
      effectiveN: roundBase(effectiveN),
      base: rounded(ranges.base),
      nonresponse: rounded(ranges.nonresponse),
      fit: rounded(ranges.fit),
    })),
  };
}

function rounded({ smallest, largest }: Range): Range {
  return { smallest: roundTo(smallest, 2), largest: roundTo(largest, 2) };
}

/** A warning as the publication carries it: its code, and the district it is about. */
function warningText(warning: WeightingWarning): string {
  return 'district' in warning ? `${warning.code}:${warning.district}` : warning.code;
}
