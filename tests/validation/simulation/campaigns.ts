import { copiedPatterns } from '#core/places/copied-mentions.ts';
import { defaultPlaceRule } from '#core/places/default-rule.ts';
import type { LocatedMention } from '#core/places/on-grid.ts';
import { planarHexAt } from '#core/places/planar-grid.ts';
import { testWindows } from '#core/places/window-test.ts';
import { describedBy } from '#tests/support/described-mentions.ts';
import { seededRandom } from '#tests/support/random.ts';
import { grid, neighbours, type SimulatedPin, simulatedPins } from '#tests/support/simulated-map.ts';
import { plantedSpots } from './place-alarms.ts';

/** Where a campaign sends its mentions: metres on the simulated map. */
export const targets = [
  { name: 'a busy corner', x: 2800, y: 2500 },
  { name: 'a quiet corner', x: 5600, y: 700 },
] as const;
interface Target {
  x: number;
  y: number;
}

const radius = 120;
const firstCopier = 1_000_000;

/** People who all pin the same corner as unsafe, once. */
function copiedPins({ x, y }: Target, people: number, first = firstCopier): SimulatedPin[] {
  const { cell } = planarHexAt({ x, y }, radius);
  return Array.from({ length: people }, (_, index) => ({
    ...{ respondent: first + index, x, y, cell, unsafe: true },
  }));
}

function isRaised(pins: readonly SimulatedPin[], target: Target): boolean {
  const { cell } = planarHexAt(target, radius);
  const around = new Set([cell, ...neighbours(cell)]);
  return testWindows(pins, neighbours, defaultPlaceRule).some(
    (window) => window.flagged && around.has(window.cell),
  );
}

/** How many copies raise a place that is not there. */
export interface CopiesNeeded {
  target: string;
  maps: number;
  /** Pins in the target's window without the campaign, on average. */
  pins: number;
  /** The fewest copies, of those tried, that raise it on half of the maps, and on 95 %. */
  half: number;
  nearlyAll: number;
}

const tried = Array.from({ length: 60 }, (_, index) => 2 * (index + 1));

export function copiesNeeded(maps: readonly number[], target: (typeof targets)[number]): CopiesNeeded {
  const { cell } = planarHexAt(target, radius);
  const around = new Set([cell, ...neighbours(cell)]);
  const least = maps.map((seed) => {
    const pins = simulatedPins(seed, 'equal');
    let [low, high] = [0, tried.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (isRaised([...pins, ...copiedPins(target, tried[middle] ?? 0)], target)) high = middle;
      else low = middle + 1;
    }
    return tried[low] ?? Number.POSITIVE_INFINITY;
  });
  const ordered = [...least].sort((a, b) => a - b);
  const atShare = (share: number): number => ordered[Math.ceil(share * ordered.length) - 1] ?? Number.NaN;
  const pinsThere = maps.map(
    (seed) => simulatedPins(seed, 'equal').filter((pin) => around.has(pin.cell)).length,
  );
  return {
    target: target.name,
    maps: maps.length,
    pins: pinsThere.reduce((sum, count) => sum + count, 0) / maps.length,
    half: atShare(0.5),
    nearlyAll: atShare(0.95),
  };
}

/** What a campaign of a given share of all unsafe mentions does to the list. */
export interface CampaignRow {
  /** Copies, of all unsafe mentions with them; sent to so many corners. */
  share: number;
  corners: number;
  maps: number;
  /** Copies for each corner, on average. */
  copies: number;
  /** Part of the corners that are raised though nothing is there. */
  raised: number;
  /** Part of the four planted places that are still found. */
  found: number;
  /** Part of the corners whose copies are marked for the analyst, and other patterns that are, per map. */
  marked: number;
  otherMarks: number;
}

const centreOf = new Map(grid.map((hex) => [hex.cell, hex]));

export function campaign(
  maps: readonly number[],
  { share, corners }: { share: number; corners: number },
): CampaignRow {
  let [copies, raised, found, marked, otherMarks] = [0, 0, 0, 0, 0];
  for (const seed of maps) {
    const random = seededRandom(seed);
    const honest = simulatedPins(seed, 'equal', plantedSpots);
    const unsafe = honest.filter((pin) => pin.unsafe).length;
    const each = Math.round((unsafe * share) / (1 - share) / corners);
    const spots = Array.from({ length: corners }, () => ({
      x: 600 + 4800 * random(),
      y: 500 + 3800 * random(),
    }));
    const sent = spots.map((spot, index) => copiedPins(spot, each, firstCopier * (index + 1)));
    const pins = [...honest, ...sent.flat()];
    copies += each;
    raised += spots.filter((spot) => each > 0 && isRaised(pins, spot)).length;
    const flagged = testWindows(pins, neighbours, defaultPlaceRule).filter((window) => window.flagged);
    found += plantedSpots.filter((spot) =>
      flagged.some(({ cell }) => {
        const centre = centreOf.get(cell) ?? { x: 0, y: 0 };
        return Math.hypot(centre.x - spot.x, centre.y - spot.y) < 2 * spot.spread + 120;
      }),
    ).length;
    // Everybody who answers for themselves names a spot of the gazetteer: the middle of a cell.
    const described = pins.map((pin): LocatedMention => {
      const centre = centreOf.get(pin.cell) ?? pin;
      const isCopy = pin.respondent >= firstCopier;
      return {
        ...{ respondent: pin.respondent, kind: pin.unsafe ? 'unsafe' : 'safe' },
        ...{ latitude: centre.y, longitude: centre.x },
        ...(isCopy ? { reason: [1, 3, 4], time: [3], fix: [8] } : describedBy(random)),
      };
    });
    const patterns = copiedPatterns(described);
    const cells = new Set(sent.flatMap(([pin]) => (pin ? [pin.cell] : [])));
    const isSent = ({ latitude, longitude, reasons }: (typeof patterns)[number]): boolean =>
      reasons.join() === '1,3,4' && cells.has(planarHexAt({ x: longitude, y: latitude }, radius).cell);
    marked += patterns.filter(isSent).length / Math.max(1, cells.size);
    otherMarks += patterns.filter((pattern) => !isSent(pattern)).length;
  }
  const all = maps.length;
  return {
    ...{ share, corners, maps: all, copies: copies / all },
    ...{ raised: raised / all / corners, found: found / all / plantedSpots.length },
    ...{ marked: marked / all, otherMarks: otherMarks / all },
  };
}
