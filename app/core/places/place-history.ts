import type { FlagStatus } from '../flagging/flag.ts';
import { statusOf } from '../flagging/status.ts';
import type { PublishedPlace } from './place.ts';

/**
 * What earlier waves make of a place: it is the same place when they share a cell.
 *
 * @param earlier  places of earlier comparable waves, newest first
 */
export function placeStatus(
  cells: readonly string[],
  earlier: readonly (readonly PublishedPlace[])[],
): FlagStatus {
  const history = earlier.map((places) =>
    places.some((place) => sharedCells(place.cells, cells) > 0) ? 'alert' : 'none',
  );
  return statusOf('alert', history) ?? 'new';
}

/** Places of an earlier wave that share no cell with any of this one: they were flagged and no longer are. */
export function placesGone(
  places: readonly Pick<PublishedPlace, 'cells'>[],
  before: readonly PublishedPlace[],
): PublishedPlace[] {
  return before.filter((past) => !places.some(({ cells }) => sharedCells(past.cells, cells) > 0));
}

/**
 * A place keeps the id of the place it shares most cells with in the latest wave that had one there, so that
 * an intervention can be followed. Where a place fell apart, the first to ask keeps the id: ask for the
 * strongest first.
 */
export function placeId(
  cells: readonly string[],
  earlier: readonly (readonly PublishedPlace[])[],
  taken: Set<string>,
): string {
  let id = unusedId(cells[0] ?? '', earlier, taken);
  for (const places of earlier) {
    const [same] = places
      .map((place) => ({ id: place.placeId, shared: sharedCells(place.cells, cells) }))
      .filter((place) => place.shared > 0 && !taken.has(place.id))
      .sort((a, b) => b.shared - a.shared || (a.id < b.id ? -1 : 1));
    if (!same) continue;
    id = same.id;
    break;
  }
  taken.add(id);
  return id;
}

/**
 * A place that moved on keeps the id of the cell it came from: another place that later starts there needs
 * its own.
 */
function unusedId(
  cell: string,
  earlier: readonly (readonly PublishedPlace[])[],
  taken: ReadonlySet<string>,
): string {
  const used = new Set([...taken, ...earlier.flat().map((place) => place.placeId)]);
  let id = cell;
  for (let turn = 2; used.has(id); turn += 1) id = `${cell}-${turn}`;
  return id;
}

function sharedCells(some: readonly string[], others: readonly string[]): number {
  return some.filter((cell) => others.includes(cell)).length;
}
