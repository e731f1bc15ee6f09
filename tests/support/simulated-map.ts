import { planarGrid, planarHexAt, planarNeighbours } from '#core/places/planar-grid.ts';
import type { CellMention } from '#core/places/window-test.ts';
import { seededRandom } from './random.ts';

const area = { radius: 120, width: 6000, height: 4800 };

/** The hexagons of the simulated city, as many as the reference's. */
export const grid = planarGrid(area, []);
export const cells = grid.map(({ cell }) => cell);
export const neighbours = planarNeighbours(grid);

/** Where people go: most pins lie around these, in metres. */
const centres = [
  { x: 2800, y: 2500, spread: 1500 },
  { x: 1500, y: 1400, spread: 900 },
  { x: 4700, y: 3600, spread: 800 },
] as const;

export interface HotSpot {
  x: number;
  y: number;
  /** Standard deviation of its pins, metres. */
  spread: number;
  /** People with one pin there, 92 % of them unsafe. */
  people: number;
}

export interface SimulatedPin extends CellMention {
  x: number;
  y: number;
}

/**
 * The pins of 2,600 respondents, one to three each, on a map where no place is less safe than another but for
 * the hot spots that are asked for. With `equal` people every pin is unsafe by a chance of 0.45; `anxious`
 * ones differ, and the pins of a person lie near each other, so that some corners are named by anxious people
 * only.
 */
export function simulatedPins(
  seed: number,
  people: 'equal' | 'anxious',
  hotSpots: readonly HotSpot[] = [],
): SimulatedPin[] {
  const random = seededRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const pins: SimulatedPin[] = [];
  const put = (respondent: number, x: number, y: number, chance: number): void => {
    const { cell } = planarHexAt({ x, y }, area.radius);
    if (neighbours(cell).length > 0) pins.push({ respondent, x, y, unsafe: random() < chance, cell });
  };
  const somewhere = (): { x: number; y: number } => {
    const centre = centres[Math.floor(centres.length * random())] ?? centres[0];
    return { x: centre.x + centre.spread * normal(), y: centre.y + 0.7 * centre.spread * normal() };
  };
  for (let respondent = 0; respondent < 2600; respondent += 1) {
    const home = somewhere();
    const chance = people === 'equal' ? 0.45 : 0.1 + 0.7 * random();
    const number = 1 + Number(random() < 0.5) + Number(random() < 0.4);
    for (let pin = 0; pin < number; pin += 1) {
      const { x, y } =
        people === 'equal' ? somewhere() : { x: home.x + 150 * normal(), y: home.y + 150 * normal() };
      put(respondent, x, y, chance);
    }
  }
  hotSpots.forEach(({ x, y, spread, people: number }, index) => {
    for (let person = 0; person < number; person += 1) {
      put(10_000 * (index + 1) + person, x + spread * normal(), y + spread * normal(), 0.92);
    }
  });
  return pins;
}
