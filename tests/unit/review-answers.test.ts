import { expect, it } from 'vitest';
import { reviewOf } from '#app/use-cases/resident/review-answers.server.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { languages } from '#core/language.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';

const wave = { opensAt: Date.UTC(2026, 8, 1), timeZone: 'Europe/Warsaw' } as WaveRow;

function answerShown(value: number, language: (typeof languages)[number]) {
  const draft = { answers: { q13_impact: value, q04_city_safe: 1 } } as never;
  const parts = reviewOf(cityQuestionnaire, draft, wave, language).flatMap((page) => page.parts);
  return parts.flatMap(({ answers }) => answers).find(({ variable }) => variable === 'q13_impact')?.answer;
}

it('a bare step of a scale is reviewed with the ends of its scale, and an end with its own words', () => {
  expect(answerShown(1, 'pl')).toBe('1 (0 – wcale; 10 – bardzo silnie)');
  for (const language of languages) {
    expect(answerShown(7, language)).toMatch(/^7 \(0 – .+; 10 – .+\)$/);
    expect(answerShown(10, language)).toMatch(/^10 – [^;]+$/);
  }
});
