import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openedContent, packedContent } from '#app/use-cases/wave/response-content.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { answerVariables } from '#core/questionnaire/answers/answer-variables.ts';
import { packAnswers, unpackAnswers } from '#core/questionnaire/answers/packed-answers.ts';
import type { Answers } from '#core/questionnaire/definition.ts';
import { arbitraryAnswers } from '#tests/support/questionnaire-answers.ts';

const variables = ['q1', 'q2', 'q3', 'q4', 'q5_order'];
const value = fc.oneof(
  fc.integer({ min: -2, max: 300 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.integer({ min: -1, max: 300 }), { maxLength: 80 }),
);
const answered = fc.uniqueArray(fc.tuple(fc.constantFrom(...variables, 'w ankiecie nie ma', ''), value), {
  selector: ([name]) => name,
});

describe('packed answers', () => {
  it('are the answers, to the byte of their JSON and in their order, whatever they are', () => {
    fc.assert(
      fc.property(answered, (entries) => {
        const answers = Object.fromEntries(entries) as Answers;
        const read = unpackAnswers(variables, packAnswers(variables, answers), 'a test');
        expect(JSON.stringify(read)).toBe(JSON.stringify(answers));
      }),
    );
  });

  it('of the questionnaire are a byte for most questions', () => {
    fc.assert(
      fc.property(arbitraryAnswers(cityQuestionnaire), (answers) => {
        const names = answerVariables(cityQuestionnaire);
        const closed = Object.fromEntries(
          Object.entries(answers).filter(([, one]) => typeof one === 'number'),
        );
        expect(packAnswers(names, closed).length).toBeLessThanOrEqual(3 * Object.keys(closed).length);
        const whole = {
          stratum: 'D01|18-24|F',
          district: 1,
          mode: 'web',
          phase: 'late',
          completeness: 'partial',
          questionnaireVersion: cityQuestionnaire.version,
          answers,
        } as const;
        expect(openedContent(cityQuestionnaire, packedContent(cityQuestionnaire, whole))).toEqual(whole);
      }),
    );
  });

  it('that are not what was packed are a fault', () => {
    expect(() => unpackAnswers(variables, Uint8Array.of(0xc1, 2, 0x7b, 0x7d), 'a response')).toThrow(
      'a response is no JSON',
    );
    expect(() => openedContent(cityQuestionnaire, Buffer.from([3, 0x5b, 0x32, 0x5d]))).toThrow(
      'a response under its seal is damaged',
    );
  });
});
