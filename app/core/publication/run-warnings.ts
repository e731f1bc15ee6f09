import type { WeightingWarning } from '../weighting/weighting-report.ts';

/**
 * A warning of a run of weights; `study` names the parallel sample that was weighted, null for the wave
 * itself.
 */
export interface RunWarning {
  study: string | null;
  warning: WeightingWarning;
}

/** A warning as the publication carries it: its code, and the district it is about. */
export function publishedWarning(warning: WeightingWarning): string {
  return 'district' in warning ? `${warning.code}:${warning.district}` : warning.code;
}

/** The codes by which warnings are accepted, each once, in the order of the warnings. */
export function warningCodes(warnings: readonly RunWarning[]): WeightingWarning['code'][] {
  return [...new Set(warnings.map(({ warning }) => warning.code))];
}

/**
 * Which warnings are not accepted by name: a publication carries none of which nobody says that it may stand.
 */
export function unacceptedCodes(
  warnings: readonly RunWarning[],
  accepted: readonly string[],
): WeightingWarning['code'][] {
  return warningCodes(warnings).filter((code) => !accepted.includes(code));
}
