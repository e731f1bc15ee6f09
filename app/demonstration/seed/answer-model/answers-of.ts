import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import type { Answers } from '#core/questionnaire/definition.ts';
import { screenedOut } from '#core/questionnaire/interview/routing.ts';
import type { Random } from '../random.ts';
import { addAbout, type PreparedAbout, prepareAbout } from './about.ts';
import { avoidanceItems, childItem, impactItem, likelihoodItems } from './behaviour-items.ts';
import { addCityTopics, addQuarter } from './city-topics.ts';
import { addExperience, drawSome, type PreparedExperience, prepareExperience } from './experience.ts';
import { changeItem, feelingItems } from './feeling-items.ts';
import { drawItem, type OrdinalItem, type PreparedItem, prepareItem } from './ordinal.ts';
import type { Cell, Respondent } from './person.ts';
import { addPlaces } from './places.ts';
import { problemItems } from './problem-items.ts';
import {
  cameraItems,
  patrolItem,
  ratedServiceItems,
  surroundingsItems,
  trustItems,
} from './service-items.ts';

/** The probabilities of one cell, worked out once. */
interface PreparedCell {
  cell: Cell;
  feeling: PreparedItem[];
  change: PreparedItem;
  problems: PreparedItem[];
  worry: PreparedItem[];
  experience: PreparedExperience;
  behaviour: PreparedItem[];
  services: PreparedItem[];
  surroundings: PreparedItem[];
  about: PreparedAbout;
}

const prepared = new Map<string, PreparedCell>();

/**
 * Every answer of one resident of the demonstration city, as the questionnaire would have let through:
 * nothing that was not asked. One fear per person ties the answers together; the shares of the headline
 * indicators are those of `planted-truths.ts`, in the district that the resident confirms.
 */
export function answersOf(person: Respondent, random: Random): Answers {
  const answers: Answers = {};
  addCityTopics(answers, random);
  answers.q02_district = person.confirmedDistrict;
  if (screenedOut(cityQuestionnaire, answers)) return answers;

  const model = preparedCell(person);
  const fear = random.normal();
  addQuarter(answers, model.cell.district, random);
  answers.q03_tenure = 1 + random.weighted(model.about.tenure);
  addItems(answers, model.feeling, fear, random);
  if (answers.q03_tenure !== 1) addItems(answers, [model.change], fear, random);
  addItems(answers, model.problems, fear, random);
  addWorst(answers, random);
  addItems(answers, model.worry, fear, random);
  addExperience(answers, model.experience, model.cell, fear, random);
  addItems(answers, model.behaviour, fear, random);
  addProtection(answers, fear, random);
  addPlaces(answers, model.cell, fear, random);
  addItems(answers, model.services, fear, random);
  addItems(answers, model.surroundings, fear, random);
  answers.q29_priorities = random.chance(0.05) ? [11] : drawSome(priorityWeights, 3, random);
  addAbout(answers, model.about, random);
  return answers;
}

function addItems(answers: Answers, items: readonly PreparedItem[], fear: number, random: Random): void {
  for (const item of items) answers[item.variable] = drawItem(item, fear, random);
}

/** q11 asks only for what was called a problem. */
function addWorst(answers: Answers, random: Random): void {
  const codes: number[] = [];
  const weights: number[] = [];
  for (const [index, { variable }] of problemItems.entries()) {
    const answer = answers[variable];
    if (answer !== 3 && answer !== 4) continue;
    codes.push(index + 1);
    weights.push((answer === 4 ? 2.5 : 1) * (worstWeights[index] ?? 1));
  }
  if (codes.length === 0) return;
  answers.q11_worst = random.chance(0.08) ? 15 : (codes[random.weighted(weights)] ?? 15);
}

/** People put conduct before traffic when safety is asked for. */
const worstWeights = [3, 1.5, 2, 3, 1.5, 1, 1.5, 1.5, 0.7, 0.7, 1.2, 1.2, 0.5, 0.9] as const;
const priorityWeights = [0.2, 0.16, 0.12, 0.08, 0.06, 0.08, 0.11, 0.08, 0.08, 0.03] as const;

function addProtection(answers: Answers, fear: number, random: Random): void {
  const uses = random.chance(Math.min(0.9, Math.max(0.1, 0.52 + 0.06 * fear)));
  answers.q19_protect = uses ? drawSome([0.2, 0.3, 0.1, 0.2, 0.15, 0.05], 2, random) : [7];
}

function preparedCell({ confirmedDistrict, sex, ageBand, waveId }: Respondent): PreparedCell {
  const key = `${waveId} ${confirmedDistrict} ${sex} ${ageBand}`;
  const known = prepared.get(key);
  if (known) return known;
  const cell: Cell = { district: confirmedDistrict, sex, ageBand, waveId };
  const of = (items: readonly OrdinalItem[]) => items.map((item) => prepareItem(item, cell));
  const made: PreparedCell = {
    cell,
    feeling: of(feelingItems),
    change: prepareItem(changeItem, cell),
    problems: of(problemItems),
    worry: of([...likelihoodItems, impactItem]),
    experience: prepareExperience(cell),
    behaviour: of([...avoidanceItems, childItem]),
    services: of([...trustItems, ...ratedServiceItems, patrolItem, ...cameraItems]),
    surroundings: of(surroundingsItems),
    about: prepareAbout(cell),
  };
  prepared.set(key, made);
  return made;
}
