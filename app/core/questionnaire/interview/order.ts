import type { Questionnaire, Rotation } from '../definition.ts';

/**
 * Orders come in this many versions. Fewer versions than respondents of a district keep an order from being
 * anyone's fingerprint (fourteen rows have 87 thousand million orders), while every row still stands in every
 * position.
 */
export const orderVersions = 64;

/** The version of one respondent, kept with the draft. `random` gives numbers in [0, 1). */
export function drawOrderVersion(random: () => number): number {
  return Math.floor(random() * orderVersions);
}

/**
 * The order of every rotated battery and question for one order version, by variable (`q10_order`). Rows are
 * numbered from 1 in the order of the definition, answers by their codes. The same version gives the same
 * orders everywhere; the response keeps them beside its answers.
 */
export function rowOrders(questionnaire: Questionnaire, orderVersion: number): Record<string, number[]> {
  return Object.fromEntries(
    questionnaire.rotations.map((rotation) => [rotation.variable, rowOrder(rotation, orderVersion)]),
  );
}

/**
 * The order of one rotated battery or question for one order version.
 *
 * @throws when the version is no whole number from 0 to `orderVersions` − 1
 */
function rowOrder(rotation: Rotation, orderVersion: number): number[] {
  if (!Number.isInteger(orderVersion) || orderVersion < 0 || orderVersion >= orderVersions) {
    throw new Error(
      `\`rowOrders\` requires an order version from 0 to ${orderVersions - 1}, not ${orderVersion}`,
    );
  }
  const numbers = rotation.of === 'rows' ? rotation.items.map((_, index) => index + 1) : [...rotation.items];
  if (rotation.method === 'rotate') return turned(numbers, orderVersion % numbers.length);
  return shuffled(numbers, generator(fingerprint(`${rotation.variable}|${orderVersion}`)));
}

function turned(numbers: number[], by: number): number[] {
  return [...numbers.slice(by), ...numbers.slice(0, by)];
}

/** Fisher and Yates (1938) in Durstenfeld's form. */
function shuffled(numbers: number[], random: () => number): number[] {
  const order = [...numbers];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}

/** FNV-1a, 32 bits. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Mulberry32 (T. Ettinger): enough for an order, not for a draw or a secret. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
