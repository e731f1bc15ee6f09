import { describe, expect, it } from 'vitest';
import { questionWords, withWhatItPointsTo } from '#city/question-words.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { languages } from '#core/language.ts';
import { indicatorsOf } from '#core/questionnaire/indicators.ts';
import { variables } from '#core/questionnaire/variables.ts';

const full = new Map(
  indicatorsOf(cityQuestionnaire).flatMap(({ derivedFrom, question }) =>
    derivedFrom ? [[derivedFrom.variable, question] as const] : [],
  ),
);
const published = variables(cityQuestionnaire)
  .filter(({ kind }) => kind === 'single')
  .map(({ name, title }) => ({ variable: name, title }));
const wordsOf = (variable: string) => {
  const question = published.find((one) => one.variable === variable);
  if (!question) throw new Error(`${variable} is not published`);
  return questionWords(question, full.get(variable), published);
};

describe('the words of a question that stands alone', () => {
  it.each(languages)('are those of no other question (%s)', (language) => {
    const titles = published.map(({ title }) => title[language]);
    const words = published.map(({ variable }) => wordsOf(variable)[language]);
    expect(new Set(titles).size).toBeLessThan(titles.length);
    expect(new Set(words).size).toBe(words.length);
  });

  it('say what was asked above a part of a question', () => {
    expect(wordsOf('q23a_police').pl).toBe('Na ile ufa Pani/Pan następującym instytucjom? – Policja');
    expect(wordsOf('q24a_police').pl).toBe(
      'Jak dobrze, Pani/Pana zdaniem, działają w Pani/Pana okolicy: Policja',
    );
    expect(wordsOf('q12a_theft').en).toMatch(/likely.*theft$/);
    expect(wordsOf('q21_2_type').pl).toBe(
      'Drugie miejsce, w którym nie jest bezpiecznie – Co to za miejsce?',
    );
    expect(wordsOf('q14c_n').pl).toBe(
      'Zdarzenia z ostatnich 6 miesięcy – włamanie lub próba włamania – Ile razy?',
    );
  });

  it('say where “there” is', () => {
    expect(wordsOf('q07_hood_dark').pl).toMatch(/idąc tam .*\(„tam”: w swojej okolicy/);
    for (const language of languages) {
      expect(withWhatItPointsTo('q07_hood_dark', 'Words', language)).toMatch(/^Words \(.+15.+\)$/);
      expect(withWhatItPointsTo('q04_city_safe', 'Words', language)).toBe('Words');
      expect(withWhatItPointsTo(undefined, 'Words', language)).toBe('Words');
    }
  });
});
