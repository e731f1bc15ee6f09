import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import type { VariableMapping } from '#core/microdata/mapping.ts';
import { recodeAnswer } from '#core/microdata/recode-answer.ts';
import { indicatorsOf } from '#core/questionnaire/indicators.ts';
import { compileQuestionnaire } from '#core/questionnaire/interview/compile.ts';
import { variables } from '#core/questionnaire/variables.ts';

const { byName } = compileQuestionnaire(cityQuestionnaire);

/** The answer to `variable` of one row, and the faults that were found in it. */
function answerOf(variable: string, how: VariableMapping, cells: Readonly<Record<string, string>>) {
  const question = byName.get(variable);
  if (!question) throw new Error(`there is no ${variable}`);
  const faults: string[] = [];
  const row = {
    cell: (column: string) => {
      const value = cells[column] ?? '';
      const described = {
        name: column,
        labels: new Map(),
        isDeclaredMissing: (code: string) => code === '-1',
      };
      return value === '' ? null : { value, described };
    },
    say: (code: string, column: string) => faults.push(`${code} ${column}`),
  };
  return { answer: recodeAnswer(row, how, question), faults };
}

const protection = (changes: Partial<Extract<VariableMapping, { columns: object }>> = {}) => ({
  columns: { Z1: 1, Z2: 2, Z3: 3 },
  chosen: ['1'],
  notChosen: ['0'],
  ...changes,
});
const answer = (how: VariableMapping, ...[Z1 = '', Z2 = '', Z3 = '']: string[]) =>
  answerOf('q19_protect', how, { Z1, Z2, Z3 });

describe('a multiple answer', () => {
  it('is an empty list where every column says "no", and no answer where none says anything', () => {
    expect(answer(protection(), '0', '0', '0')).toEqual({ answer: [], faults: [] });
    expect(answer(protection(), '', '', '')).toEqual({ answer: null, faults: [] });
    expect(answer(protection(), '1', '0', '1')).toEqual({ answer: [1, 3], faults: [] });
  });

  it('is not known where nothing was chosen and a part was refused or declared missing', () => {
    expect(answer(protection({ noAnswer: ['9'] }), '0', '9', '0').answer).toBe(null);
    expect(answer(protection(), '0', '-1', '0').answer).toBe(null);
    expect(answer(protection({ noAnswer: ['9'] }), '9', '9', '9').answer).toBe(null);
    expect(answer(protection({ noAnswer: ['9'] }), '1', '9', '0').answer).toEqual([1]);
  });

  it('needs the meaning of an empty cell beside answers of the same row, and takes it from the mapping', () => {
    expect(answer(protection(), '1', '', '').faults).toEqual(['blank-unexplained Z2']);
    const chosenOnly = protection({ notChosen: [], blank: 'not-chosen' });
    expect(answer(chosenOnly, '1', '', '')).toEqual({ answer: [1], faults: [] });
    expect(answer(chosenOnly, '', '', '')).toEqual({ answer: [], faults: [] });
    const unsaid = protection({ blank: 'not-asked' });
    expect(answer(unsaid, '1', '', '0')).toEqual({ answer: [1], faults: [] });
    expect(answer(unsaid, '0', '', '0')).toEqual({ answer: null, faults: [] });
  });

  it('of someone who was not asked is none, even where an empty cell means "no", and a fault where there is one', () => {
    const how = protection({ notChosen: [], blank: 'not-chosen', asked: { column: 'F', values: ['1'] } });
    const asked = (F: string, Z1: string) => answerOf('q19_protect', how, { F, Z1 });
    expect(asked('2', '').answer).toBe(null);
    expect(asked('', '').answer).toBe(null);
    expect(asked('1', '').answer).toEqual([]);
    expect(asked('2', '1')).toEqual({ answer: null, faults: ['answered-unasked Z1'] });
  });

  it('keeps the exclusive answers of its question', () => {
    const how = protection({ columns: { Z1: 1, Z2: 7 } });
    expect(answer(how, '1', '1').faults).toEqual(['answers-exclude-each-other Z1']);
  });

  it('is never known of more people than say something of it, whatever stands in the cells', () => {
    const cell = fc.constantFrom('', '0', '1', '9', '-1');
    fc.assert(
      fc.property(cell, cell, cell, (...cells) => {
        const { answer: found } = answer(protection({ noAnswer: ['9'], blank: 'not-asked' }), ...cells);
        const isKnown = cells.includes('1') || cells.every((value) => value === '0');
        expect(found !== null).toBe(isKnown);
        const ones = cells.flatMap((value, index) => (value === '1' ? [index + 1] : []));
        if (found !== null) expect(found).toEqual(ones);
      }),
    );
  });
});

describe('a single answer', () => {
  it('may stand in a column that holds only "yes": then the mapping says which code an empty cell is', () => {
    const how = { column: 'K', codes: { '1': 1 } };
    expect(answerOf('q14a_theft', how, { K: '' }).answer).toBe(null);
    expect(answerOf('q14a_theft', { ...how, blank: 2 }, { K: '' }).answer).toBe(2);
    expect(answerOf('q14a_theft', { ...how, blank: 2 }, { K: '1' }).answer).toBe(1);
    const asked = { column: 'F', values: ['tak'] };
    expect(answerOf('q14a_theft', { ...how, blank: 2, asked }, { K: '', F: 'nie' }).answer).toBe(null);
  });
});

describe('"asked, none" among the indicators', () => {
  const valueFor = (id: string, answers: Record<string, number | number[]>) =>
    indicatorsOf(cityQuestionnaire)
      .find((indicator) => indicator.id === id)
      ?.valueOf(answers);

  it('is in the base, and without an answer nobody is', () => {
    expect(valueFor('protection_any', { q19_protect: [] })).toBe(0);
    expect(valueFor('protection_any', {})).toBe(null);
    expect(valueFor('priority_cctv', { q29_priorities: [] })).toBe(0);
    expect(valueFor('report_rate', { q14a_theft: 1, q16_reported: [] })).toBe(0);
    expect(valueFor('report_rate', { q14a_theft: 1 })).toBe(null);
  });

  it('is an answer of its own in every multiple question of ours that an indicator reads, so that no tick is no answer', () => {
    const read = new Set(indicatorsOf(cityQuestionnaire).flatMap((indicator) => indicator.variables));
    const multiple = variables(cityQuestionnaire).filter(
      ({ name, kind }) => kind === 'multiple' && read.has(name),
    );
    expect(multiple.length).toBeGreaterThan(2);
    for (const { name } of multiple) {
      const question = byName.get(name);
      const exclusive = question && 'exclusive' in question ? [...question.exclusive] : [];
      expect(
        exclusive.filter((code) => code < 97),
        name,
      ).toHaveLength(1);
    }
  });
});
