import {
  type ExtendedFeature,
  type ExtendedFeatureCollection,
  type GeoGeometryObjects,
  type GeoProjection,
  geoArea,
  geoMercator,
  geoPath,
} from 'd3-geo';
import { labelPoint, type Point, verticalRoom } from './label-point.ts';

/** A district drawn: one SVG path, and a point well inside it for its numeral. */
export interface DistrictOutline {
  number: number;
  path: string;
  labelX: number;
  labelY: number;
  /** Half of the room that the label has, in units of the drawing. */
  room: number;
  /** Room for a name as wide as `nameWidth`, above and below the label's point. */
  above: number;
  below: number;
}

/** A drawing of the districts, in units of its own: 1 is a pixel when it is shown at its width. */
export interface CityOutline {
  width: number;
  height: number;
  districts: DistrictOutline[];
}

/** A line of a district's name, in units of a drawing 800 wide. */
const nameWidth = 50;

type Ring = [number, number][];
type Shape = { type: 'Polygon'; coordinates: Ring[] } | { type: 'MultiPolygon'; coordinates: Ring[][] };
/** District boundaries as GeoJSON in WGS84 (longitude, latitude); windings may run either way. */
export type DistrictCollection = ExtendedFeatureCollection<ExtendedFeature<Shape, { number: number }>>;

/**
 * Projects district polygons (WGS84) onto a drawing of the given width. Corners are rounded to whole units,
 * so that neighbours keep a common border, and what a whole unit cannot show is left out.
 */
export function cityOutline(collection: DistrictCollection, width: number): CityOutline {
  const wide = woundCollection(collection);
  const projection = cityProjection(collection, width);
  const [, [, bottom]] = geoPath(projection).bounds(wide as ExtendedFeatureCollection);
  const districts = wide.features.map(({ geometry, properties }) => {
    const rings = ringsOf(geometry).map((ring) => drawnRing(ring, (point) => projection(point)));
    const label = labelPoint(rings);
    const { above, below } = verticalRoom(label, rings, nameWidth);
    return {
      number: properties.number,
      path: rings.map(pathOf).join(''),
      labelX: Math.round(label.x),
      labelY: Math.round(label.y),
      room: Math.floor(label.room),
      above: Math.floor(above),
      below: Math.floor(below),
    };
  });
  return {
    width,
    height: Math.ceil(bottom),
    districts: districts.sort((a, b) => a.number - b.number),
  };
}

/** The projection of `cityOutline`, for what else is to lie on the same drawing. */
export function cityProjection(collection: DistrictCollection, width: number): GeoProjection {
  return geoMercator().fitWidth(width, woundCollection(collection) as ExtendedFeatureCollection);
}

function woundCollection(collection: DistrictCollection): DistrictCollection {
  const features = collection.features.map((feature) => ({ ...feature, geometry: wound(feature.geometry) }));
  return { ...collection, features };
}

function ringsOf(shape: Shape): Ring[] {
  return shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
}

/**
 * GeoJSON winds its rings the other way round than d3, for which such a ring is the whole globe but the
 * district.
 */
function wound(shape: Shape): Shape {
  const area = geoArea(shape as GeoGeometryObjects);
  if (area < 2 * Math.PI) return shape;
  const turn = (ring: Ring): Ring => [...ring].reverse();
  return shape.type === 'Polygon'
    ? { ...shape, coordinates: shape.coordinates.map(turn) }
    : { ...shape, coordinates: shape.coordinates.map((polygon) => polygon.map(turn)) };
}

function drawnRing(ring: Ring, project: (point: [number, number]) => [number, number] | null): Point[] {
  const points: Point[] = [];
  for (const corner of ring) {
    const [x, y] = (project(corner) ?? [0, 0]).map(Math.round) as [number, number];
    const last = points.at(-1);
    if (last?.x === x && last.y === y) continue;
    const before = points.at(-2);
    if (before && last && isBetween(before, last, { x, y })) points.pop();
    points.push({ x, y });
  }
  return points;
}

function isBetween(a: Point, b: Point, c: Point): boolean {
  const isStraight = (b.x - a.x) * (c.y - a.y) === (b.y - a.y) * (c.x - a.x);
  return isStraight && (b.x - a.x) * (c.x - b.x) >= 0 && (b.y - a.y) * (c.y - b.y) >= 0;
}

function pathOf(ring: readonly Point[]): string {
  let path = '';
  let previous: Point | null = null;
  for (const { x, y } of ring) {
    path += previous ? `l${x - previous.x} ${y - previous.y}` : `M${x} ${y}`;
    previous = { x, y };
  }
  return `${path}z`.replaceAll(' -', '-');
}
