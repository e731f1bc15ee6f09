import type { Answers } from './definition.ts';
import type { PlaceTurn, Roles } from './roles.ts';

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
 * The places that one respondent named in the questions that the definition gives for it. `locate` finds a
 * name in the gazetteer; a pin (longitude and latitude) goes before it once a version asks for one. A turn
 * without a name or a pin is no mention. It is a reputation when the respondent never goes there, or gives
 * hearsay as the only reason.
 */
export function placeMentions(
  answers: Readonly<Answers>,
  { unsafe: turns, safe, hearsay }: Roles['places'],
  locate: (name: string) => Point | null,
): PlaceMentions {
  const isReputation = ({ frequency, reasons }: PlaceMention) => {
    if (frequency !== null && hearsay.frequencies.includes(frequency)) return true;
    return reasons.length === 1 && hearsay.reasons.includes(reasons[0] as number);
  };
  const unsafe = mentionsOf(turns, answers, locate);
  return {
    unsafe: unsafe.filter((mention) => !isReputation(mention)),
    safe: mentionsOf(safe, answers, locate),
    reputation: unsafe.filter(isReputation),
  };
}

function mentionsOf(
  turns: readonly PlaceTurn[],
  answers: Readonly<Answers>,
  locate: (name: string) => Point | null,
): PlaceMention[] {
  const mentions: PlaceMention[] = [];
  turns.forEach((variable, index) => {
    const answerTo = (name: string | undefined) => (name === undefined ? undefined : answers[name]);
    const place = placeOf(answers[variable.name], answerTo(variable.pin), locate);
    if (!place) return;
    mentions.push({
      place,
      turn: index + 1,
      times: codes(answers[variable.times]),
      type: codeOf(answerTo(variable.type)),
      reasons: codes(answerTo(variable.reasons)),
      mainReason: codeOf(answerTo(variable.mainReason)),
      frequency: codeOf(answerTo(variable.frequency)),
      remedy: codeOf(answerTo(variable.remedy)),
    });
  });
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
