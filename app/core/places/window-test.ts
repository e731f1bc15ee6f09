import { benjaminiHochberg } from '../statistics/false-discovery.ts';
import { hypergeometricUpper } from '../statistics/hypergeometric.ts';
import type { PlaceRuleSettings } from './place-rule-settings.ts';

/** A mention on a grid of cells. */
export interface CellMention {
  respondent: number;
  cell: string;
  unsafe: boolean;
}

/** The cells that share a side with a cell; symmetric, without the cell itself. */
export type Neighbours = (cell: string) => readonly string[];

/** A cell with its neighbours, and what the test says of it. */
export interface Window {
  /** The cell in the middle. */
  cell: string;
  /** (Respondent, cell) pairs in the window, and those of them with an unsafe mention. */
  pairs: number;
  unsafePairs: number;
  unsafeRespondents: number;
  /** Chance of at least so many unsafe pairs if they fell anywhere; null when the window is not tested. */
  p: number | null;
  q: number | null;
  flagged: boolean;
}

/** The settings of the place rule that the window test needs. */
export type WindowRule = Pick<
  PlaceRuleSettings,
  'minimumPairs' | 'minimumUnsafeRespondents' | 'falseDiscoveryRate'
>;

/**
 * The window test (method 3.7). It counts people, not mentions: a respondent counts once in a cell, as unsafe
 * when any of their mentions there is. Because safe mentions count too, a busy place is not flagged for being
 * busy. The family is chosen by how many pairs a window has, blind to how many of them are unsafe.
 *
 * @returns a window around every cell that was mentioned or touches one that was, ordered by cell
 */
export function testWindows(
  mentions: readonly CellMention[],
  neighbours: Neighbours,
  rule: WindowRule,
): Window[] {
  const cells = pairsByCell(mentions);
  const middles = new Set([...cells.keys()].flatMap((cell) => [cell, ...neighbours(cell)]));
  const windows = [...middles].sort().map((cell) => countWindow(cell, neighbours(cell), cells));
  let pairs = 0;
  let unsafePairs = 0;
  for (const respondents of cells.values()) {
    pairs += respondents.size;
    for (const unsafe of respondents.values()) unsafePairs += Number(unsafe);
  }
  const family = windows.filter((window) => window.pairs >= rule.minimumPairs);
  const p = family.map((window) =>
    Math.min(1, hypergeometricUpper(window.unsafePairs, pairs, unsafePairs, window.pairs)),
  );
  const q = benjaminiHochberg(p);
  family.forEach((window, index) => {
    window.p = p[index] ?? null;
    window.q = q[index] ?? null;
    window.flagged =
      window.q !== null &&
      window.q <= rule.falseDiscoveryRate &&
      window.unsafeRespondents >= rule.minimumUnsafeRespondents;
  });
  return windows;
}

/** Who mentioned each cell, and whether any of their mentions of it was unsafe. */
export function pairsByCell(mentions: readonly CellMention[]): Map<string, Map<number, boolean>> {
  const cells = new Map<string, Map<number, boolean>>();
  for (const { cell, respondent, unsafe } of mentions) {
    const respondents = cells.get(cell) ?? new Map<number, boolean>();
    cells.set(cell, respondents.set(respondent, unsafe || respondents.get(respondent) === true));
  }
  return cells;
}

function countWindow(
  cell: string,
  around: readonly string[],
  cells: ReadonlyMap<string, ReadonlyMap<number, boolean>>,
): Window {
  const unsafePeople = new Set<number>();
  let pairs = 0;
  let unsafePairs = 0;
  for (const member of [cell, ...around]) {
    for (const [respondent, unsafe] of cells.get(member) ?? []) {
      pairs += 1;
      if (!unsafe) continue;
      unsafePairs += 1;
      unsafePeople.add(respondent);
    }
  }
  return {
    cell,
    pairs,
    unsafePairs,
    unsafeRespondents: unsafePeople.size,
    p: null,
    q: null,
    flagged: false,
  };
}
