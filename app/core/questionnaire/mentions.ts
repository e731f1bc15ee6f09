import type { Answers } from './definition.ts';
import { heardOnlyReason, neverGoFrequency } from './krakow-1/place-answers.ts';
import { placesPerRespondent } from './krakow-1/place-loops.ts';

/** WGS 84 degrees. */
export interface Point {
  longitude: number;
  latitude: number;
}

/** A place as a respondent gave it, on the map if it can be. */
export interface NamedPlace {
  /** The respondent's words or the name of a gazetteer entry; empty when only a pin was set. */
  name: string;
  /** Null when the name is in no gazetteer. */
  point: Point | null;
  source: 'pin' | 'gazetteer' | 'text';
}

/** A place with what the respondent says of it, in codes of the questionnaire; null where not answered. */
export interface PlaceMention {
  place: NamedPlace;
  /** Which of the respondent's places, from 1. */
  turn: number;
  /** Codes of the questionnaire; unsafe and safe places have different lists of times. */
  times: number[];
  type: number | null;
  reasons: number[];
  mainReason: number | null;
  frequency: number | null;
  remedy: number | null;
}

/** Everything that a respondent says of places, in the order in which they were named. */
export interface PlaceMentions {
  unsafe: PlaceMention[];
  safe: PlaceMention[];
  /** Unsafe places that the respondent knows from others only: no evidence of what happens there. */
  reputation: PlaceMention[];
}

/**
 * The places that one respondent of `krakow-1` named (q21 unsafe, q22 safe). `locate` finds a name in the gazetteer;
 * a pin (`q21_1_pt`, longitude and latitude) goes before it once a version asks for one. A turn without a name or a pin is
 * no mention. It is a reputation when the respondent never goes there, or gives hearsay as the only reason.
 */
export function placeMentions(
  answers: Readonly<Answers>,
  locate: (name: string) => Point | null,
): PlaceMentions {
  const unsafe = mentionsOf('q21', answers, locate);
  return {
    unsafe: unsafe.filter((mention) => !isReputation(mention)),
    safe: mentionsOf('q22', answers, locate),
    reputation: unsafe.filter(isReputation),
  };
}

function isReputation({ frequency, reasons }: PlaceMention): boolean {
  return frequency === neverGoFrequency || (reasons.length === 1 && reasons[0] === heardOnlyReason);
}

/** Names of the variables of each turn, made once: a wave asks for them by the hundred thousand. */
const turnsOf = (loop: 'q21' | 'q22') =>
  Array.from({ length: placesPerRespondent }, (_, index) => {
    const part = (name: string) => `${loop}_${index + 1}_${name}`;
    return {
      turn: index + 1,
      name: part('name'),
      pin: part('pt'),
      time: part('time'),
      type: part('type'),
      reason: part('reason'),
      mainReason: part('reason_main'),
      frequency: part('freq'),
      remedy: part('fix'),
    };
  });

const turns = { q21: turnsOf('q21'), q22: turnsOf('q22') };

function mentionsOf(
  loop: 'q21' | 'q22',
  answers: Readonly<Answers>,
  locate: (name: string) => Point | null,
): PlaceMention[] {
  const mentions: PlaceMention[] = [];
  for (const variable of turns[loop]) {
    const place = placeOf(answers[variable.name], answers[variable.pin], locate);
    if (!place) continue;
    mentions.push({
      place,
      turn: variable.turn,
      times: codes(answers[variable.time]),
      type: codeOf(answers[variable.type]),
      reasons: codes(answers[variable.reason]),
      mainReason: codeOf(answers[variable.mainReason]),
      frequency: codeOf(answers[variable.frequency]),
      remedy: codeOf(answers[variable.remedy]),
    });
  }
  return mentions;
}

function placeOf(
  named: Answers[string] | undefined,
  pin: Answers[string] | undefined,
  locate: (name: string) => Point | null,
): NamedPlace | null {
  const name = typeof named === 'string' ? named : '';
  const pinned = pointOf(pin);
  if (pinned) return { name, point: pinned, source: 'pin' };
  if (name === '') return null;
  const found = locate(name);
  return { name, point: found, source: found ? 'gazetteer' : 'text' };
}

function pointOf(pin: Answers[string] | undefined): Point | null {
  if (!Array.isArray(pin)) return null;
  const [longitude, latitude] = pin;
  return longitude === undefined || latitude === undefined ? null : { longitude, latitude };
}

function codeOf(value: Answers[string] | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

function codes(value: Answers[string] | undefined): number[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'number' ? [value] : [];
}
