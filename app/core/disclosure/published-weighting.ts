import type { PublishedMethod } from '../publication/published-method.ts';
import { publishedWarning, type RunWarning, warningCodes } from '../publication/run-warnings.ts';
import type { Range } from '../weighting/weight-ranges.ts';
import type { WeightingReport } from '../weighting/weighting-report.ts';
import type { WeightingSettings } from '../weighting/weighting-settings.ts';
import { roundBase, roundTo } from './rounding.ts';

/**
 * What a publication tells of its weights. Sizes are rounded down to ten and factors to two decimals, so that
 * design effect and effective size together do not give the number of respondents away that everything else
 * rounds.
 *
 * @param accepted  the warnings that were accepted before publishing, of parallel samples too, and who
 *   accepted them
 */
export function publishedWeighting(
  report: WeightingReport,
  settings: WeightingSettings,
  accepted: { warnings: readonly RunWarning[]; by: string },
): PublishedMethod['weighting'] {
  const { trimming } = report;
  const codes = warningCodes(accepted.warnings);
  return {
    margins: report.margins.map(({ name }) => name),
    iterations: report.iterations,
    converged: report.converged,
    trimmedShare: trimming.outsideBefore,
    designEffect: report.designEffect,
    merges: report.merges,
    warnings: report.warnings.map(publishedWarning),
    ...(codes.length > 0 && { accepted: { warnings: codes, by: accepted.by } }),
    fits: report.margins.map(({ name, groups, largestDeviation }) => ({ name, groups, largestDeviation })),
    tolerance: settings.raking.tolerance,
    trimming: {
      method: trimming.method,
      lower: trimming.lower,
      upper: trimming.upper,
      widened: trimming.widened.map(({ district, lower, upper }) => ({
        district,
        lower: roundTo(lower, 2),
        upper: roundTo(upper, 2),
      })),
      cycles: trimming.cycles,
      outsideAfter: trimming.outsideAfter,
    },
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
