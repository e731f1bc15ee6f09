import type { PlanarPoint } from './planar-grid.ts';

/** A point of the plane, in metres, that counts for so much. */
export interface WeightedPoint extends PlanarPoint {
  weight: number;
}

/** Density per square metre at a point; over the plane each integrates to 1. */
export interface KernelDensity {
  gaussian: number;
  quartic: number;
}

/**
 * Kernel density of weighted points. For display only: it shows where points lie close together, which is
 * where people go, and must not decide what is flagged (method 3.7). Gaussian with standard deviation
 * `bandwidth`; quartic (biweight, Silverman 1986, equation 4.5) with radius 3 × `bandwidth`, zero beyond.
 *
 * @param bandwidth  metres
 * @returns one density per place of `at`; zero everywhere without points or with no weight
 * @throws when the bandwidth is not positive
 */
export function kernelDensity(
  points: readonly WeightedPoint[],
  at: readonly PlanarPoint[],
  bandwidth: number,
): KernelDensity[] {
  if (!(bandwidth > 0)) throw new Error(`\`kernelDensity\` requires a positive bandwidth, not ${bandwidth}`);
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  const variance = bandwidth ** 2;
  const radius = 3 * bandwidth;
  return at.map(({ x, y }) => {
    let gaussian = 0;
    let quartic = 0;
    for (const point of points) {
      const squared = (x - point.x) ** 2 + (y - point.y) ** 2;
      gaussian += point.weight * Math.exp(-squared / variance / 2);
      const within = squared / radius ** 2;
      if (within < 1) quartic += point.weight * (1 - within) ** 2;
    }
    const share = total > 0 ? 1 / total : 0;
    return {
      gaussian: (gaussian * share) / (2 * Math.PI * variance),
      quartic: (3 * quartic * share) / (Math.PI * radius ** 2),
    };
  });
}

/**
 * Centres of `columns` × `rows` equal cells over an area of `width` × `height` metres, row by row from the
 * lower left.
 */
export function cellCentres(area: {
  width: number;
  height: number;
  columns: number;
  rows: number;
}): PlanarPoint[] {
  const { width, height, columns, rows } = area;
  return Array.from({ length: columns * rows }, (_, index) => ({
    x: (((index % columns) + 0.5) / columns) * width,
    y: ((Math.floor(index / columns) + 0.5) / rows) * height,
  }));
}
