import type { PlanarPoint } from './planar-grid.ts';

/** What DBSCAN says of one point. */
export interface ClusteredPoint {
  /** 1 for the first cluster; 0 for noise. */
  cluster: number;
  /** Points within eps, the point itself included. */
  within: number;
  isCore: boolean;
}

/**
 * DBSCAN: points with at least `minimumPoints` points within `eps` are core; core points within `eps` of each
 * other share a cluster, and a point near a core point joins the first cluster that reaches it. For display
 * only: it finds where points lie close together, drew 18 clusters on every map without a hot spot, and must
 * not decide what is flagged (method 3.7). Ester, Kriegel, Sander & Xu (1996); numbered as R's
 * `dbscan::dbscan` does, by the first core point.
 *
 * @param eps  metres, the distance itself included
 * @param minimumPoints  counts the point itself
 * @throws when eps is not positive
 */
export function dbscan(
  points: readonly PlanarPoint[],
  { eps, minimumPoints }: { eps: number; minimumPoints: number },
): ClusteredPoint[] {
  if (!(eps > 0)) throw new Error(`\`dbscan\` requires a positive eps, not ${eps}`);
  const near = nearPoints(points, eps);
  const within = Int32Array.from(points, (point) => near(point).length);
  const isCore = (index: number): boolean => (within[index] ?? 0) >= minimumPoints;
  const cluster = new Int32Array(points.length);
  let clusters = 0;
  points.forEach((_, first) => {
    if (!isCore(first) || cluster[first] !== 0) return;
    clusters += 1;
    cluster[first] = clusters;
    const waiting = [first];
    for (let core = waiting.pop(); core !== undefined; core = waiting.pop()) {
      for (const other of near(points[core] as PlanarPoint)) {
        if (cluster[other] !== 0) continue;
        cluster[other] = clusters;
        if (isCore(other)) waiting.push(other);
      }
    }
  });
  return points.map((_, index) => ({
    cluster: cluster[index] ?? 0,
    within: within[index] ?? 0,
    isCore: isCore(index),
  }));
}

/** Finds the points within eps of one, itself included, in the nine squares of side eps around it. */
function nearPoints(points: readonly PlanarPoint[], eps: number): (point: PlanarPoint) => number[] {
  const squares = new Map<string, number[]>();
  const squareOf = ({ x, y }: PlanarPoint): [number, number] => [Math.floor(x / eps), Math.floor(y / eps)];
  points.forEach((point, index) => {
    const key = squareOf(point).join(' ');
    const square = squares.get(key);
    if (square) square.push(index);
    else squares.set(key, [index]);
  });
  const isNear = (a: PlanarPoint, b: PlanarPoint): boolean => (a.x - b.x) ** 2 + (a.y - b.y) ** 2 <= eps ** 2;
  return (point) => {
    const [column, row] = squareOf(point);
    const near: number[] = [];
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        for (const index of squares.get(`${column + dx} ${row + dy}`) ?? []) {
          if (isNear(point, points[index] as PlanarPoint)) near.push(index);
        }
      }
    }
    return near;
  };
}
