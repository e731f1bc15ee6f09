import { describe, expect, it } from 'vitest';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { languages } from '#core/language.ts';
import { arrangePage } from '#core/questionnaire/interview/arrange.ts';
import { drawOrderVersion, orderVersions, rowOrders } from '#core/questionnaire/interview/order.ts';
import { questionsOf } from '#core/questionnaire/questions.ts';
import { variables } from '#core/questionnaire/variables.ts';
import { surveyModel } from '#tests/support/survey-model.ts';

const texts = { recall_date: '1 kwietnia 2026' };
const names = questionsOf(cityQuestionnaire).map(({ question }) => question.name);

describe('the questionnaire of Kraków', () => {
  it('has ten pages in the fixed order, the open question about the city first', () => {
    expect(cityQuestionnaire.definition.pages.map(({ name }) => name)).toEqual([
      'city',
      'feeling',
      'problems',
      'worry',
      'experience',
      'behaviour',
      'places',
      'services',
      'environment',
      'about',
    ]);
    expect(names[0]).toBe('q01_top_problem_1');
  });

  it('has all thirty-five items in order', () => {
    const items = [...new Set(names.map((name) => name.slice(0, 3)).filter((name) => name.startsWith('q')))];
    expect(items).toEqual(Array.from({ length: 35 }, (_, index) => `q${String(index + 1).padStart(2, '0')}`));
    expect(names.at(-1)).toBe('end_comment');
    expect(new Set(names).size).toBe(names.length);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(cityQuestionnaire))).toEqual(cityQuestionnaire);
  });

  it.each(languages)('is a definition that SurveyJS reads without an error in %s', (language) => {
    const model = surveyModel(cityQuestionnaire, { language, texts });
    expect(model.jsonErrors ?? []).toEqual([]);
    expect(model.getAllQuestions().map(({ name }) => name)).toEqual(names);
  });

  it('shows each language its own words, English too', () => {
    const titleOf = (language: (typeof languages)[number]) =>
      surveyModel(cityQuestionnaire, { language, texts }).getQuestionByName('q04_city_safe')?.title;
    expect(languages.map(titleOf)).toEqual([
      'Czy uważa Pani/Pan Kraków za bezpieczne miasto?',
      'Do you consider Kraków a safe city?',
      'Чи вважаєте Ви Краків безпечним містом?',
    ]);
  });

  it('puts the recall date of the wave into the question about the last six months', () => {
    const page = arrangePage(cityQuestionnaire, 'experience', { language: 'pl', texts });
    expect(page.elements[0]?.title).toContain('Czy od 1 kwietnia 2026 spotkało Panią/Pana');
  });

  it('refuses to arrange a page without the recall date', () => {
    expect(() => arrangePage(cityQuestionnaire, 'experience', { language: 'pl', texts: {} })).toThrow(
      'recall_date',
    );
  });

  it('offers the codes of the document', () => {
    const codes = Object.fromEntries(
      variables(cityQuestionnaire).map((variable) => [variable.name, variable.codes.map(({ code }) => code)]),
    );
    expect(codes).toMatchObject({
      q04_city_safe: [1, 2, 3, 4, 98],
      q07_hood_dark: [1, 2, 3, 4, 97, 98],
      q08d_park_dark: [1, 2, 3, 4, 97, 98],
      q09_change: [1, 2, 3, 4, 5, 97, 98],
      q10a_drinking: [1, 2, 3, 4, 98],
      q12f_traffic: [1, 2, 3, 4, 98],
      q13_impact: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      q14h_hate: [1, 2, 99],
      q18f_child: [1, 2, 3, 4, 97],
      q19_protect: [1, 2, 3, 4, 5, 6, 7],
      q20_place_gate: [1, 2, 98],
      q24c_social: [1, 2, 3, 4, 5, 98],
      q34_health: [1, 2, 3, 99],
    });
    expect(codes.q02_district).toHaveLength(19);
    expect(codes.q21_1_reason).toHaveLength(14);
  });

  it('offers "prefer not to answer" only on the pages about incidents and about the person', () => {
    const pages = variables(cityQuestionnaire)
      .filter(({ codes }) => codes.some(({ code }) => code === 99))
      .map(({ page }) => page);
    expect(new Set(pages)).toEqual(new Set(['experience', 'about']));
  });
});

describe('the order of rows', () => {
  const versions = Array.from({ length: orderVersions }, (_, version) => version);

  it('is the same for the same version', () => {
    expect(rowOrders(cityQuestionnaire, 7)).toEqual(rowOrders(cityQuestionnaire, 7));
    expect(rowOrders(cityQuestionnaire, 7).q10_order).toEqual([
      5, 13, 11, 8, 2, 4, 7, 3, 1, 12, 6, 14, 10, 9,
    ]);
  });

  it('is a permutation in which every row of the longest battery stands first for someone', () => {
    const orders = versions.map((version) => rowOrders(cityQuestionnaire, version).q10_order ?? []);
    for (const order of orders) expect([...order].sort((a, b) => a - b)).toEqual(versions.slice(1, 15));
    expect(new Set(orders.map(([first]) => first)).size).toBe(14);
  });

  it('turns the three opinions on cameras round without changing who follows whom', () => {
    const orders = new Set(
      versions.map((version) => String(rowOrders(cityQuestionnaire, version).q27_order)),
    );
    expect(orders).toEqual(new Set(['1,2,3', '2,3,1', '3,1,2']));
  });

  it('keeps the park after dark behind the park by day, and the number of times behind its incident', () => {
    for (const version of versions) {
      const orders = rowOrders(cityQuestionnaire, version);
      const arrangement = { language: 'pl', texts, orders } as const;
      const rows = rowsOf(arrangePage(cityQuestionnaire, 'feeling', arrangement), 'q08_settings');
      expect(rows[rows.indexOf('q08c_park_day') + 1]).toBe('q08d_park_dark');
      const incidents = rowsOf(arrangePage(cityQuestionnaire, 'experience', arrangement), 'q14_vict');
      expect(incidents[incidents.indexOf('q14f_violence') + 1]).toBe('q14f_n');
      expect(incidents).toHaveLength(16);
    }
  });

  it('leaves "nothing needs to change" last', () => {
    const orders = rowOrders(cityQuestionnaire, 3);
    const page = arrangePage(cityQuestionnaire, 'environment', { language: 'en', texts, orders });
    const priorities = page.elements.find(({ name }) => name === 'q29_priorities');
    const codes = priorities && 'choices' in priorities ? priorities.choices.map(({ value }) => value) : [];
    expect(codes.at(-1)).toBe(11);
    expect(codes.slice(0, 10)).toEqual(orders.q29_order);
    expect(codes.slice(0, 10)).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('refuses a version that does not exist', () => {
    expect(() => rowOrders(cityQuestionnaire, orderVersions)).toThrow('requires an order version');
    expect(drawOrderVersion(() => 0.999999)).toBe(orderVersions - 1);
  });
});

function rowsOf(page: ReturnType<typeof arrangePage>, battery: string): string[] {
  const panel = page.elements.find(({ name }) => name === battery);
  return panel && 'elements' in panel ? panel.elements.map(({ name }) => name) : [];
}
