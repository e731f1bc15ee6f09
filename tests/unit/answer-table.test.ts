import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AnswerTable,
  answerTexts,
  packColumn,
  tabulateAnswers,
  unpackColumn,
} from '#core/questionnaire/answers/answer-table.ts';
import type { Answers } from '#core/questionnaire/definition.ts';

const value = fc.oneof(
  fc.integer({ min: -1, max: 99 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 1, max: 14 }), { maxLength: 4 }),
);
const everyone = fc.array(
  fc.uniqueArray(fc.tuple(fc.constantFrom('q1', 'q2', 'q3 "ą"', 'q4', 'q5_order'), value), {
    selector: ([name]) => name,
  }),
  { maxLength: 8 },
);

const stored = (table: AnswerTable): AnswerTable => ({
  ...table,
  columns: table.columns.map((column) => ({
    variable: column.variable,
    ...unpackColumn(packColumn(column), column.variable),
  })),
});

describe('the answers of a wave by question', () => {
  it('are the answers of its respondents, to the byte of their JSON, in whatever order they were given', () => {
    fc.assert(
      fc.property(everyone, fc.subarray(['q2', 'q1', 'q4']), (entries, order) => {
        const answers = entries.map((one) => Object.fromEntries(one) as Answers);
        const table = stored(tabulateAnswers(answers, order));
        expect([...answerTexts(table)]).toEqual(answers.map((one) => JSON.stringify(one)));
      }),
    );
  });

  it('keep an order of their own only for those who have one', () => {
    const table = tabulateAnswers([{ q1: 1, q2: 2 }, { q2: 2, q1: 1 }, { q2: 2 }], ['q1', 'q2']);
    expect([...table.ownOrders]).toEqual([[1, [1, 0]]]);
  });

  it('hold as many different values as there are, in cells as narrow as they allow', () => {
    for (const [different, width] of [
      [255, 1],
      [256, 2],
      [65_535, 2],
      [65_536, 4],
    ] as const) {
      const answers = Array.from({ length: different }, (_, index) => ({ q1: `place ${index}` }));
      const [column] = tabulateAnswers(answers, []).columns;
      if (!column) throw new Error('a column is missing');
      const packed = packColumn(column);
      const head = 4 + new DataView(packed.buffer).getUint32(0);
      expect((packed.length - head) / different).toBe(width);
      const { values, cells } = unpackColumn(packed, 'q1');
      expect([values[(cells[different - 1] as number) - 1], values[(cells[0] as number) - 1]]).toEqual([
        `place ${different - 1}`,
        'place 0',
      ]);
    }
  });

  it('that were damaged are a fault that names their row', () => {
    const [column] = tabulateAnswers([{ q1: 1 }], []).columns;
    if (!column) throw new Error('a column is missing');
    const packed = packColumn(column);
    packed[6] = 0;
    expect(() => unpackColumn(packed, 'answer_columns.packed of 2026-1, q1')).toThrow(
      'answer_columns.packed of 2026-1, q1 is no JSON',
    );
  });
});
