import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import type { Answers } from '#core/questionnaire/definition.ts';
import { indicatorsOf } from '#core/questionnaire/indicators.ts';

interface RecordedValues {
  indicators: string[];
  responses: { answers: Answers; values: (number | null)[] }[];
}

const recorded = JSON.parse(
  gunzipSync(readFileSync('tests/validation/reference/krakow-1/indicator-values.json.gz')).toString('utf8'),
) as RecordedValues;

describe('the indicators of the definition', () => {
  const defined = indicatorsOf(cityQuestionnaire);
  const indicators = defined.filter(({ id }) => recorded.indicators.includes(id));

  it('have among them those that were defined in code, in their order', () => {
    expect(indicators.map(({ id }) => id)).toEqual(recorded.indicators);
  });

  it('give every recorded response the value that the code gave it, to the last bit', () => {
    for (const { answers, values } of recorded.responses) {
      expect(indicators.map((indicator) => indicator.valueOf(answers))).toEqual(values);
    }
  });

  it('are each inside and outside their base, and low and high, in the recorded responses', () => {
    const untold = recorded.indicators.filter((_, index) => {
      const values = recorded.responses.map((response) => response.values[index]);
      const told = values.filter((value) => value !== null);
      return told.length === values.length || new Set(told).size < 2;
    });
    expect(untold).toEqual([]);
  });
});
