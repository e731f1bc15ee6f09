/** A point of a drawing, y downwards. */
export interface Point {
  x: number;
  y: number;
}

const steps = 20;

/** The point of a polygon that is farthest from its edges, on a grid: where a label has most room. */
export function labelPoint(rings: readonly (readonly Point[])[]): Point & { room: number } {
  const corners = rings.flat();
  const smallest = (a: number, b: number) => Math.min(a, b);
  const largest = (a: number, b: number) => Math.max(a, b);
  const left = corners.map(({ x }) => x).reduce(smallest, Number.POSITIVE_INFINITY);
  const right = corners.map(({ x }) => x).reduce(largest, Number.NEGATIVE_INFINITY);
  const top = corners.map(({ y }) => y).reduce(smallest, Number.POSITIVE_INFINITY);
  const bottom = corners.map(({ y }) => y).reduce(largest, Number.NEGATIVE_INFINITY);
  let best = { x: (left + right) / 2, y: (top + bottom) / 2, room: 0 };
  for (let column = 1; column < steps; column += 1) {
    for (let row = 1; row < steps; row += 1) {
      const x = left + ((right - left) * column) / steps;
      const y = top + ((bottom - top) * row) / steps;
      const room = roomAt({ x, y }, rings);
      if (room > best.room) best = { x, y, room };
    }
  }
  return best;
}

/**
 * How far up and down from a point inside the polygon its border is, at the nearest, over a band of the given
 * width around it.
 */
export function verticalRoom(
  { x, y }: Point,
  rings: readonly (readonly Point[])[],
  width: number,
): { above: number; below: number } {
  let [above, below] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const ring of rings) {
    let from = ring.at(-1);
    for (const to of ring) {
      if (from) {
        for (const at of heightsWithin(from, to, x - width / 2, x + width / 2)) {
          if (at < y) above = Math.min(above, y - at);
          else below = Math.min(below, at - y);
        }
      }
      from = to;
    }
  }
  return { above, below };
}

/** The heights between which an edge passes through a band; none when it passes beside it. */
function heightsWithin(from: Point, to: Point, left: number, right: number): number[] {
  const [start, end] = from.x <= to.x ? [from, to] : [to, from];
  if (end.x < left || start.x > right) return [];
  if (start.x === end.x) return [start.y, end.y];
  const heightAt = (x: number) => start.y + ((end.y - start.y) * (x - start.x)) / (end.x - start.x);
  return [heightAt(Math.max(left, start.x)), heightAt(Math.min(right, end.x))];
}

/** Distance to the nearest edge; negative outside. */
function roomAt({ x, y }: Point, rings: readonly (readonly Point[])[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  let isInside = false;
  for (const ring of rings) {
    let from = ring.at(-1);
    for (const to of ring) {
      if (from) {
        if (from.y > y !== to.y > y && x < ((to.x - from.x) * (y - from.y)) / (to.y - from.y) + from.x) {
          isInside = !isInside;
        }
        nearest = Math.min(nearest, distanceToSegment(x, y, from, to));
      }
      from = to;
    }
  }
  return isInside ? nearest : -nearest;
}

function distanceToSegment(x: number, y: number, from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / length;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(x - from.x - share * dx, y - from.y - share * dy);
}
