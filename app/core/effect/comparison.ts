import { halfYearOf } from '../fieldwork/wave-id.ts';
import type { EffectWave } from './effect-waves.ts';
import { figureIn } from './period.ts';
import { type Measured, meanOfMeasured, shrunken } from './shrunken.ts';

/** Why a unit cannot be compared with. */
export type ComparisonFault =
  | 'is-intervened'
  | 'flagged'
  | 'intervention-under-way'
  | 'no-figure'
  | 'named-twice';

/** What a comparison is chosen from, before the next result is known. */
export interface ComparisonChoice {
  /** Where something is to be done. */
  unit: string;
  /** Published waves that are known, with the figures of the aim's indicator. */
  waves: readonly EffectWave[];
  /** Districts that the newest wave flags on the aim's indicator; of places none, since all are flagged. */
  flagged: readonly string[];
  /** Units with an intervention that is decided or under way. */
  intervened: readonly string[];
}

/** Fewer than two, and what happens in one of them alone would be read as an effect. */
export const fewestToCompare = 2;

/**
 * What is wrong with units that somebody wants to compare with: the unit itself; one that is flagged too,
 * whose figure chance made high as well; one with an intervention of its own; one without a figure in the
 * newest wave; one that is named again.
 */
export function comparisonFaults(
  chosen: readonly string[],
  choice: ComparisonChoice,
): { unit: string; fault: ComparisonFault }[] {
  return chosen.flatMap((unit, index) => {
    const fault = chosen.indexOf(unit) < index ? 'named-twice' : faultOf(unit, choice);
    return fault ? [{ unit, fault }] : [];
  });
}

function faultOf(
  other: string,
  { unit, waves, flagged, intervened }: ComparisonChoice,
): ComparisonFault | null {
  if (other === unit) return 'is-intervened';
  if (flagged.includes(other)) return 'flagged';
  if (intervened.includes(other)) return 'intervention-under-way';
  return inOrder(waves).at(-1)?.figures.has(other) ? null : 'no-figure';
}

/** A unit that is proposed, with what it is proposed for. */
export interface ProposedComparison {
  unit: string;
  /** How far its level lies above the unit's own, and its yearly trend, both less what is chance. */
  levelApart: number;
  trendApart: number;
}

/**
 * The units most like one that something is to be done in, for an analyst to accept: by level and by trend on
 * the aim's indicator in the known waves, each as an empirical Bayes estimate (`shrunken`), because units
 * that are chosen for being as high by chance would fall back as well (Daw & Hatfield 2018). Least distance
 * √(level² + trend²) first, then by name: the same waves propose the same units.
 *
 * @param count  how many at most
 */
export function proposeComparison(choice: ComparisonChoice, count = 4): ProposedComparison[] {
  const told = inOrder(choice.waves)
    .filter(({ figures }) => figures.has(choice.unit))
    .slice(-wavesLookedAt);
  const units = [...(told.at(-1)?.figures.keys() ?? [])].filter((one) =>
    told.every(({ figures }) => figures.has(one)),
  );
  const levels = likely(units, (unit) => meanOfMeasured(told.map((wave) => figureIn(wave, unit))));
  const trends = likely(units, (unit) => trendOf(unit, told));
  const apart = (values: ReadonlyMap<string, number>, other: string) =>
    (values.get(other) ?? 0) - (values.get(choice.unit) ?? 0);
  return units
    .filter((other) => faultOf(other, choice) === null)
    .map((unit) => ({ unit, levelApart: apart(levels, unit), trendApart: apart(trends, unit) }))
    .sort((a, b) => distance(a) - distance(b) || (a.unit < b.unit ? -1 : 1))
    .slice(0, count);
}

/** Three years of half-years. */
const wavesLookedAt = 6;

function distance({ levelApart, trendApart }: ProposedComparison): number {
  return Math.hypot(levelApart, trendApart);
}

function inOrder(waves: readonly EffectWave[]): EffectWave[] {
  return [...waves].sort((a, b) => halfYearOf(a) - halfYearOf(b));
}

/** What is measured of each unit, less what is chance where the units are enough to tell. */
function likely(units: readonly string[], measure: (unit: string) => Measured): ReadonlyMap<string, number> {
  const measured = new Map(units.map((unit) => [unit, measure(unit)]));
  return new Map([...(shrunken(measured) ?? measured)].map(([unit, { value }]) => [unit, value]));
}

/** What a unit changed by in a year, from the older half of the waves to the newer; nothing with one wave. */
function trendOf(unit: string, waves: readonly EffectWave[]): Measured {
  const half = Math.floor(waves.length / 2);
  const [older, newer] = [waves.slice(0, half), waves.slice(-half)];
  if (half === 0) return { value: 0, standardError: 0 };
  const [then, now] = [older, newer].map((some) => meanOfMeasured(some.map((wave) => figureIn(wave, unit))));
  const years = (middleOf(newer) - middleOf(older)) / 2;
  if (!then || !now) return { value: 0, standardError: 0 };
  return {
    value: (now.value - then.value) / years,
    standardError: Math.hypot(now.standardError, then.standardError) / years,
  };
}

function middleOf(waves: readonly EffectWave[]): number {
  return waves.reduce((sum, wave) => sum + halfYearOf(wave), 0) / waves.length;
}
