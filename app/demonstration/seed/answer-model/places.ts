import type { Answers } from '#core/questionnaire/definition.ts';
import { type KnownPlace, knownPlaces, placesNear } from '../gazetteer.ts';
import { type PlantedPlace, plantedPlaces } from '../planted-truths.ts';
import { type Random, seededRandom } from '../random.ts';
import { drawSome } from './experience.ts';
import type { Cell } from './person.ts';

/** Places that people of a district come by, with how often. */
interface Surroundings {
  near: WeightedPlaces;
  centre: WeightedPlaces;
  anywhere: WeightedPlaces;
}

interface WeightedPlaces {
  names: readonly string[];
  weights: readonly number[];
}

const surroundingsOf = new Map<number, Surroundings>();
const knowsUnsafe = 0.28;
const knowsSafe = 0.3;
const inOwnWords = 0.14;

/** q20–q22. Fear opens the first gate and closes the second; the district does neither. */
export function addPlaces(answers: Answers, { district, sex }: Cell, fear: number, random: Random): void {
  const around = surroundingsAround(district);
  const unsafe = clamp(knowsUnsafe + 0.1 * fear + (sex === 'F' ? 0.02 : -0.02));
  answers.q20_place_gate = gate(unsafe, random);
  if (answers.q20_place_gate === 1) {
    addLoop('q21', answers, random, (turn, used) => {
      const planted = drawPlanted(district, random);
      const name = planted && !used.includes(planted.name) ? planted.name : drawPlace(around, random);
      if (used.includes(name)) return null;
      describeUnsafe(answers, `q21_${turn}`, name, planted?.name === name ? planted : null, random);
      return name;
    });
  }
  answers.q22_safe_place = gate(clamp(knowsSafe - 0.05 * fear), random);
  if (answers.q22_safe_place === 1) {
    addLoop('q22', answers, random, (turn, used) => {
      const name = drawPlace(around, random);
      if (used.includes(name)) return null;
      answers[`q22_${turn}_name`] = name;
      answers[`q22_${turn}_time`] = 1 + random.weighted([0.33, 0.15, 0.52]);
      return name;
    });
  }
}

function gate(share: number, random: Random): number {
  if (random.chance(0.05)) return 98;
  return random.chance(share) ? 1 : 2;
}

/** Fills turn after turn while the respondent wants another; a place that was named before ends it. */
function addLoop(
  loop: 'q21' | 'q22',
  answers: Answers,
  random: Random,
  fill: (turn: number, used: string[]) => string | null,
): void {
  const used: string[] = [];
  for (let turn = 1; turn <= 3; turn += 1) {
    const name = fill(turn, used);
    if (name === null) return;
    used.push(name);
    if (turn === 3) return;
    const more = random.chance(turn === 1 ? 0.2 : 0.25) ? 1 : 2;
    answers[`${loop}_${turn}_more`] = more;
    if (more === 2) return;
  }
}

function drawPlanted(district: number, random: Random): PlantedPlace | null {
  let left = random.uniform();
  for (const place of plantedPlaces) {
    left -= place.district === district ? place.shareOfMentions : place.shareElsewhere;
    if (left < 0) return place;
  }
  return null;
}

/** The same for safe and unsafe places: where people are, they have both. */
function drawPlace({ near, centre, anywhere }: Surroundings, random: Random): string {
  if (random.chance(inOwnWords)) return random.choice(ownWords);
  const { names, weights } = [near, centre, anywhere][random.weighted([0.66, 0.18, 0.16])] ?? near;
  return names[random.weighted(weights)] ?? '';
}

function describeUnsafe(
  answers: Answers,
  turn: string,
  name: string,
  planted: PlantedPlace | null,
  random: Random,
): void {
  // A stream of its own for a planted place, so that what the others answer stays as it is.
  const own = planted === null ? random : seededRandom(`${turn} ${JSON.stringify(answers)}`);
  const drawn = planted !== null && random.chance(0.7) ? own : random;
  answers[`${turn}_name`] = name;
  answers[`${turn}_type`] = 1 + drawn.weighted(typeWeights);
  answers[`${turn}_time`] = drawn.chance(0.07) ? [6] : drawSome(timeWeights, 2, drawn);
  giveReasons(answers, turn, drawSome(reasonWeights, 3, drawn), (reasons) => drawn.choice(reasons));
  answers[`${turn}_freq`] = 1 + random.weighted([0.22, 0.27, 0.28, 0.17, 0.06]);
  answers[`${turn}_fix`] = 1 + drawn.weighted(remedyWeights);
  if (planted) describeAsTypical(answers, turn, planted, own);
}

/**
 * Each answer becomes the place's typical one by most people, whatever their others are: people who mean the
 * same do not say the same.
 */
function describeAsTypical(answers: Answers, turn: string, planted: PlantedPlace, random: Random): void {
  if (random.chance(0.6)) answers[`${turn}_type`] = planted.type;
  if (random.chance(0.6)) {
    answers[`${turn}_time`] = planted.times.filter((_, index) => index === 0 || random.chance(0.7));
  }
  if (random.chance(0.7)) {
    const reasons = typicalReasons(planted, random);
    const [typical = 0] = planted.reasons;
    giveReasons(answers, turn, reasons, () => (reasons.includes(typical) ? typical : random.choice(reasons)));
  }
  if (random.chance(0.5)) answers[`${turn}_fix`] = planted.remedy;
}

function giveReasons(
  answers: Answers,
  turn: string,
  reasons: number[],
  main: (reasons: readonly number[]) => number,
): void {
  answers[`${turn}_reason`] = reasons;
  if (reasons.length > 1) answers[`${turn}_reason_main`] = main(reasons);
  else delete answers[`${turn}_reason_main`];
}

/** Each typical reason by most people, in place of the last now and then another. */
function typicalReasons({ reasons: typical }: PlantedPlace, random: Random): number[] {
  const given = typical.filter(() => random.chance(0.7));
  const other = 1 + random.weighted(reasonWeights);
  if (given.length === 0 || (given.length < 3 && random.chance(0.4) && !given.includes(other)))
    given.push(other);
  return given.sort((a, b) => a - b);
}

const typeWeights = [0.26, 0.18, 0.24, 0.09, 0.07, 0.05, 0.04, 0.02, 0.01, 0.03, 0.01] as const;
const timeWeights = [0.05, 0.44, 0.36, 0.1, 0.05] as const;
const reasonWeights = [
  0.17, 0.1, 0.21, 0.06, 0.13, 0.06, 0.04, 0.03, 0.06, 0.05, 0.03, 0.03, 0.02, 0.01,
] as const;
const remedyWeights = [0.25, 0.28, 0.1, 0.03, 0.06, 0.09, 0.06, 0.12, 0.01] as const;

/** Public places in words that no gazetteer knows. */
const ownWords = [
  'park za blokami',
  'przejście podziemne przy przystanku',
  'alejki nad rzeką',
  'okolica sklepu całodobowego',
  'plac zabaw wieczorem',
  'ścieżka przy torach',
  'parking przy galerii',
  'skwer koło szkoły',
  'podwórka za kamienicami',
  'droga od pętli do osiedla',
] as const;

function surroundingsAround(district: number): Surroundings {
  const known = surroundingsOf.get(district);
  if (known) return known;
  const made = {
    near: weighted(placesNear(district)),
    centre: weighted(knownPlaces.filter((place) => place.district <= 2)),
    anywhere: weighted(knownPlaces),
  };
  surroundingsOf.set(district, made);
  return made;
}

function weighted(places: readonly KnownPlace[]): WeightedPlaces {
  return { names: places.map(({ name }) => name), weights: places.map(({ busyness }) => busyness) };
}

function clamp(share: number): number {
  return Math.min(0.9, Math.max(0.03, share));
}
