/** The areas of the police stations of Kraków: each holds whole districts, and none is divided among them. */
export interface StationArea {
  id: string;
  /** As the police write it. */
  name: string;
  /** Numbers of its districts. */
  districts: readonly number[];
}

/** KP I to KP VIII; their districts as the city's register of residents lists them (31 December 2025). */
export const stationAreas: readonly StationArea[] = [
  { id: 'KP1', name: 'KP I', districts: [1] },
  { id: 'KP2', name: 'KP II', districts: [2] },
  { id: 'KP3', name: 'KP III', districts: [3, 4] },
  { id: 'KP4', name: 'KP IV', districts: [5, 6, 7] },
  { id: 'KP5', name: 'KP V', districts: [8, 9, 13] },
  { id: 'KP6', name: 'KP VI', districts: [10, 11, 12] },
  { id: 'KP7', name: 'KP VII', districts: [15, 16, 17] },
  { id: 'KP8', name: 'KP VIII', districts: [14, 18] },
];
