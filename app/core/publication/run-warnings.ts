import { type CopiedPattern, isLarge } from '../places/copied-mentions.ts';
import { type GazetteerEntry, nearestEntry } from '../places/nearest-entry.ts';
import type { WeightingWarning } from '../weighting/weighting-report.ts';

/** Many of the people who called a spot unsafe said the same; `name` is the nearest of the gazetteer. */
export interface CopyWarning {
  code: 'copied-mentions';
  name: string;
  /** People who said the same, and who called the spot unsafe. */
  people: number;
  of: number;
}

/**
 * A warning of a run of weights, or of the analysis; `study` names the parallel sample that was weighted,
 * null for the wave itself.
 */
export interface RunWarning {
  study: string | null;
  warning: WeightingWarning | CopyWarning;
}

/** What an analysis warns of: patterns of mentions that look copied and are large at their spot. */
export function copyWarnings(
  patterns: readonly CopiedPattern[],
  gazetteer: readonly GazetteerEntry[],
): RunWarning[] {
  return patterns.filter(isLarge).map(({ latitude, longitude, people, of }) => {
    const near = nearestEntry({ latitude, longitude }, gazetteer);
    const name = near?.name ?? `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
    return { study: null, warning: { code: 'copied-mentions', name, people, of } };
  });
}

/** By what a warning is accepted. */
export type WarningCode = RunWarning['warning']['code'];

/** A warning as the publication carries it: its code, and the district it is about. */
export function publishedWarning(warning: WeightingWarning): string {
  return 'district' in warning ? `${warning.code}:${warning.district}` : warning.code;
}

/** The codes by which warnings are accepted, each once, in the order of the warnings. */
export function warningCodes(warnings: readonly RunWarning[]): WarningCode[] {
  return [...new Set(warnings.map(({ warning }) => warning.code))];
}

/**
 * Which warnings are not accepted by name: a publication carries none of which nobody says that it may stand.
 */
export function unacceptedCodes(warnings: readonly RunWarning[], accepted: readonly string[]): WarningCode[] {
  return warningCodes(warnings).filter((code) => !accepted.includes(code));
}
