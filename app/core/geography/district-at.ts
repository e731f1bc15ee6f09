import type { DistrictCollection } from './district-outlines.ts';

type Ring = readonly (readonly [number, number])[];

/**
 * Makes the function that tells in which district a point (WGS84 degrees) lies; null outside the city.
 * Boundaries are taken as straight between their corners, which at the size of a city is right to the metre.
 */
export function districtFinder({ features }: DistrictCollection) {
  const districts = features.map(({ geometry, properties }) => {
    const polygons: Ring[][] =
      geometry.type === 'Polygon' ? [geometry.coordinates] : (geometry.coordinates as Ring[][]);
    const corners = polygons.flat(2);
    return {
      number: properties.number,
      polygons,
      west: corners.reduce((least, [longitude]) => Math.min(least, longitude), 180),
      east: corners.reduce((most, [longitude]) => Math.max(most, longitude), -180),
      south: corners.reduce((least, [, latitude]) => Math.min(least, latitude), 90),
      north: corners.reduce((most, [, latitude]) => Math.max(most, latitude), -90),
    };
  });
  return ({ latitude, longitude }: { latitude: number; longitude: number }): number | null => {
    const found = districts.find(
      ({ west, east, south, north, polygons }) =>
        longitude >= west &&
        longitude <= east &&
        latitude >= south &&
        latitude <= north &&
        polygons.some(
          ([outer = [], ...holes]) =>
            isInside(outer, longitude, latitude) &&
            !holes.some((hole) => isInside(hole, longitude, latitude)),
        ),
    );
    return found?.number ?? null;
  };
}

/** Whether a ray from the point to the east crosses the ring an odd number of times. */
function isInside(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  let [previousX, previousY] = ring.at(-1) ?? [0, 0];
  for (const [cornerX, cornerY] of ring) {
    const crosses = cornerY > y !== previousY > y;
    if (crosses && x < ((previousX - cornerX) * (y - cornerY)) / (previousY - cornerY) + cornerX) {
      inside = !inside;
    }
    [previousX, previousY] = [cornerX, cornerY];
  }
  return inside;
}
