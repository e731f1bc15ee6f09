import { z } from 'zod';
import { readStored } from '../../text/stored-json.ts';
import { answerForm } from '../answers-form.ts';
import type { Answers, AnswerValue } from '../definition.ts';

/** One number for each respondent; 0 where the question was not answered. */
export type Cells = Uint8Array | Uint16Array | Uint32Array;

/** Every respondent's answer to one question: each value once, and of each respondent which one. */
export interface CodedColumn {
  variable: string;
  /** The value of cell `k` is at `k - 1`. */
  values: readonly AnswerValue[];
  cells: Cells;
}

/**
 * The answers of a wave by question. Equal values are one object, which nobody may change. The keys of a
 * respondent's answers stand in the order of the columns, or in an order of their own.
 */
export interface AnswerTable {
  respondents: number;
  columns: readonly CodedColumn[];
  /** By respondent, positions of the columns that they answered, where that order is another one. */
  ownOrders: ReadonlyMap<number, readonly number[]>;
}

/**
 * Turns answers by respondent into answers by question. `order` says which columns come first; others follow
 * as they are met.
 */
export function tabulateAnswers(everyone: readonly Answers[], order: readonly string[]): AnswerTable {
  const columns: ColumnBuilder[] = [];
  const byName = new Map<string, ColumnBuilder>();
  const columnOf = (variable: string) => {
    const known = byName.get(variable);
    if (known) return known;
    const column = new ColumnBuilder(variable, columns.length, everyone.length);
    columns.push(column);
    byName.set(variable, column);
    return column;
  };
  for (const variable of order) columnOf(variable);
  const ownOrders = new Map<number, number[]>();
  everyone.forEach((answers, respondent) => {
    let last = -1;
    let isInOrder = true;
    const names = Object.keys(answers);
    for (const variable of names) {
      const column = columnOf(variable);
      column.put(respondent, answers[variable] as AnswerValue);
      if (column.position < last) isInOrder = false;
      last = column.position;
    }
    if (!isInOrder)
      ownOrders.set(
        respondent,
        names.map((name) => columnOf(name).position),
      );
  });
  return { respondents: everyone.length, columns, ownOrders };
}

class ColumnBuilder implements CodedColumn {
  readonly values: AnswerValue[] = [];
  readonly cells: Uint32Array;
  private readonly known = new Map<string | number, number>();

  constructor(
    readonly variable: string,
    readonly position: number,
    respondents: number,
  ) {
    this.cells = new Uint32Array(respondents);
  }

  put(respondent: number, value: AnswerValue): void {
    const key = keyOf(value);
    let cell = this.known.get(key);
    if (cell === undefined) {
      cell = this.values.push(value);
      this.known.set(key, cell);
    }
    this.cells[respondent] = cell;
  }
}

/** Different for different values: a list begins with a space, and words begin with a quotation mark. */
function keyOf(value: AnswerValue): string | number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? `"${value}` : ` ${value.join()}`;
}

/** The answers of each respondent as the JSON that `JSON.stringify` would make of them. */
export function* answerTexts({ respondents, columns, ownOrders }: AnswerTable): Generator<string> {
  const entries = columns.map(({ variable, values, cells }) => {
    const name = JSON.stringify(variable);
    return { cells, texts: values.map((value) => `${name}:${JSON.stringify(value)}`) };
  });
  for (let respondent = 0; respondent < respondents; respondent += 1) {
    const own = ownOrders.get(respondent)?.map((position) => entries[position] as (typeof entries)[number]);
    let text = '';
    for (const { cells, texts } of own ?? entries) {
      const cell = cells[respondent] as number;
      if (cell > 0) text += text === '' ? texts[cell - 1] : `,${texts[cell - 1]}`;
    }
    yield `{${text}}`;
  }
}

const packedForm = z.strictObject({
  values: z.array(answerForm),
  /** Bytes of a cell. */
  width: z.union([z.literal(1), z.literal(2), z.literal(4)]),
});

/**
 * A column as bytes: the length of a head (32 bits, big-endian), the head as JSON, and the cells byte by
 * byte, all lowest bytes first, so that it means the same on every machine.
 */
export function packColumn({ values, cells }: Pick<CodedColumn, 'values' | 'cells'>): Uint8Array {
  const width = values.length < 2 ** 8 ? 1 : values.length < 2 ** 16 ? 2 : 4;
  const head = new TextEncoder().encode(JSON.stringify({ values, width }));
  const start = 4 + head.length;
  const packed = new Uint8Array(start + width * cells.length);
  new DataView(packed.buffer).setUint32(0, head.length);
  packed.set(head, 4);
  for (let byte = 0; byte < width; byte += 1) {
    const plane = packed.subarray(start + byte * cells.length);
    for (let index = 0; index < cells.length; index += 1)
      plane[index] = (cells[index] as number) >>> (8 * byte);
  }
  return packed;
}

/**
 * What `packColumn` packed.
 *
 * @param row  where it stands, for the message about one that is damaged
 * @throws {DamagedRowFault} when it is of another form
 */
export function unpackColumn(packed: Uint8Array, row: string): Pick<CodedColumn, 'values' | 'cells'> {
  const start = 4 + new DataView(packed.buffer, packed.byteOffset).getUint32(0);
  const head = new TextDecoder().decode(packed.subarray(4, start));
  const { values, width } = readStored(packedForm, head, row);
  const respondents = (packed.length - start) / width;
  if (width === 1) return { values, cells: packed.subarray(start) };
  const cells = width === 2 ? new Uint16Array(respondents) : new Uint32Array(respondents);
  for (let byte = 0; byte < width; byte += 1) {
    const plane = packed.subarray(start + byte * respondents);
    for (let index = 0; index < respondents; index += 1) {
      cells[index] = (cells[index] as number) | ((plane[index] as number) << (8 * byte));
    }
  }
  return { values, cells };
}
