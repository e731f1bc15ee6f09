import { readStored } from '../../text/stored-json.ts';
import { answerForm } from '../answers-form.ts';
import type { Answers, AnswerValue } from '../definition.ts';
import { bytesAsWords, wordsAsBytes } from './words-as-bytes.ts';

/**
 * What a byte of packed answers says where it is no small code. Up to `largestCode` a byte is the answer to
 * the next variable; from `list` on it is a list of so many codes, a byte each.
 */
const largestCode = 0x7f;
const list = 0x80;
const longestList = 0x3f;
const text = 0xc0;
/** Any other value, as JSON. */
const other = 0xc1;
/** The next variable is not the one after the last, but the one of the number that follows. */
const jump = 0xc2;
/** It is none of the questionnaire's: its name follows. */
const named = 0xc3;

/** Only JSON keeps one apart. */
const halfCharacter = /\p{Cs}/u;

/**
 * One respondent's answers in a few hundred bytes instead of two thousand: variables are known by their place
 * among `variables`, and most answers are a byte. Answers keep their order.
 */
export function packAnswers(variables: readonly string[], answers: Readonly<Answers>): Uint8Array {
  const places = placesOf(variables);
  const bytes: number[] = [];
  const putWords = (words: string) => {
    const encoded = wordsAsBytes(words);
    putNumber(bytes, encoded.length);
    for (const byte of encoded) bytes.push(byte);
  };
  let next = 0;
  for (const variable in answers) {
    const place = places.get(variable);
    if (place === undefined) {
      bytes.push(named);
      putWords(variable);
    } else {
      if (place !== next) {
        bytes.push(jump);
        putNumber(bytes, place);
      }
      next = place + 1;
    }
    const value = answers[variable] as AnswerValue;
    if (isSmall(value, largestCode)) bytes.push(value);
    else if (
      Array.isArray(value) &&
      value.length <= longestList &&
      value.every((code) => isSmall(code, 0xff))
    ) {
      bytes.push(list + value.length);
      for (const code of value) bytes.push(code);
    } else if (typeof value === 'string' && !halfCharacter.test(value)) {
      bytes.push(text);
      putWords(value);
    } else {
      bytes.push(other);
      putWords(JSON.stringify(value));
    }
  }
  return Uint8Array.from(bytes);
}

/**
 * What `packAnswers` packed with the same variables.
 *
 * @param row  where it stands, for the message about one that is damaged
 * @throws {DamagedRowFault} when a value is of another form
 */
export function unpackAnswers(variables: readonly string[], packed: Uint8Array, row: string): Answers {
  const entries: [string, AnswerValue][] = [];
  let at = 0;
  const byte = () => packed[at++] ?? 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const part = byte();
      value |= (part & 0x7f) << shift;
      if (part < 0x80) return value;
    }
  };
  const words = () => {
    const length = number();
    at += length;
    return bytesAsWords(packed.subarray(at - length, at));
  };
  let next = 0;
  while (at < packed.length) {
    let name: string | undefined;
    let kind = byte();
    if (kind === named) {
      name = words();
      kind = byte();
    } else if (kind === jump) {
      next = number();
      kind = byte();
    }
    entries.push([name ?? variables[next++] ?? '', readValue(kind)]);
  }
  return Object.fromEntries(entries);

  function readValue(kind: number): AnswerValue {
    if (kind <= largestCode) return kind;
    if (kind <= list + longestList) return Array.from({ length: kind - list }, byte);
    return kind === text ? words() : readStored(answerForm, words(), row);
  }
}

function isSmall(value: unknown, largest: number): value is number {
  return (
    typeof value === 'number' &&
    value >= 0 &&
    value <= largest &&
    Number.isInteger(value) &&
    !Object.is(value, -0)
  );
}

/** Seven bits a byte, lowest first. */
function putNumber(bytes: number[], number: number): void {
  let left = number;
  while (left > 0x7f) {
    bytes.push((left & 0x7f) | 0x80);
    left >>>= 7;
  }
  bytes.push(left);
}

const known = new WeakMap<readonly string[], Map<string, number>>();

function placesOf(variables: readonly string[]): Map<string, number> {
  let places = known.get(variables);
  if (!places) {
    places = new Map(variables.map((variable, place) => [variable, place]));
    known.set(variables, places);
  }
  return places;
}
