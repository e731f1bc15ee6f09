import { beforeAll, describe, expect, it } from 'vitest';
import { analyseWave } from '#app/use-cases/analysis/analyse-wave.server.ts';
import { handOverPublication } from '#app/use-cases/analysis/hand-over-publication.server.ts';
import { publishWave } from '#app/use-cases/analysis/publish-wave.server.ts';
import { weightRun } from '#app/use-cases/analysis/weight-run.server.ts';
import { closeWave } from '#app/use-cases/fieldwork/close-wave.server.ts';
import type { WavePlan } from '#app/use-cases/fieldwork/create-wave.server.ts';
import { freezeWave } from '#app/use-cases/fieldwork/freeze-wave.server.ts';
import { districtReport } from '#app/use-cases/results/district-report.server.ts';
import { defaultFlagRule } from '#city/flag-rule.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { readPublication } from '#core/publication/read.ts';
import type { Answers, Questionnaire } from '#core/questionnaire/definition.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { allWarnings } from '#tests/support/accepted-warnings.ts';
import { anAnsweredWave } from '#tests/support/answered-wave.ts';
import { anAct, openTestFieldwork } from '#tests/support/fieldwork.ts';
import { openTestResults } from '#tests/support/results.ts';
import { words } from '#tests/support/small-questionnaire.ts';

const afterGrace = Date.UTC(2026, 9, 31, 23, 30);
const act = (minutes: number) => anAct(afterGrace + minutes * 60_000);
const educationPopulation = [200, 400, 600, 600] as const;

/** In the next district instead of the frame's, as every tenth resident says. */
const moved = (answers: Answers, index: number): Answers =>
  index % 10 === 1 ? { ...answers, q02_district: (Number(answers.q02_district) % 18) + 1 } : answers;

interface Published {
  document: PublicationDocument;
  city: ResultsDatabase;
}

/** From the import of the definition to the city's own pages, through every step of a wave. */
async function published(
  questionnaire: Questionnaire,
  answered = moved,
  rule: WavePlan['rule'] = {},
): Promise<Published> {
  const firm = openTestFieldwork();
  const waveId = await anAnsweredWave(firm, rule, { questionnaire, answered, plan: { educationPopulation } });
  expect(closeWave(firm, waveId, act(0))).toMatchObject({ ok: true });
  expect(freezeWave(firm, waveId, act(1))).toMatchObject({ ok: true });
  expect(weightRun(firm, waveId, act(2))).toMatchObject({ ok: true });
  expect(analyseWave(firm, waveId, act(3))).toMatchObject({ ok: true });
  const done = publishWave(firm, { waveId, accepted: allWarnings(firm, waveId) }, act(4));
  if (!done.ok) throw new Error(done.reason);
  expect(readPublication(done.text)).toMatchObject({ ok: true });
  const city = openTestResults();
  expect(handOverPublication(firm, city, waveId, act(5))).toMatchObject({ ok: true });
  expect(done.document.wave.questionnaireVersion).toBe(questionnaire.version);
  expect(done.document.indicators.map(({ id }) => id)).toEqual(questionnaire.indicators.map(({ id }) => id));
  expect(new Set(done.document.estimates.map(({ indicator }) => indicator))).toEqual(
    new Set(questionnaire.indicators.map(({ id }) => id)),
  );
  expect(done.document.method.weighting.margins).toContain('education');
  return { document: done.document, city };
}

/** Everything that was computed, without what says by which names and from which bytes. */
function figuresOf({ estimates, flags, places, mentionCells, outcomes }: PublicationDocument) {
  return { estimates, flags, places, mentionCells, outcomes };
}

const timeout = 180_000;

describe('every version of the questionnaire that can be planned is published', { timeout }, () => {
  let usual: Published;
  beforeAll(async () => {
    usual = await published(cityQuestionnaire);
  }, timeout);

  it('krakow-1 itself, by the default rule', () => {
    expect(usual.document.method.rule).toEqual(defaultFlagRule);
  });

  it('one equal to it but for its version, with the same figures', async () => {
    const { document } = await published({ ...cityQuestionnaire, version: 'krakow-1.2' });
    expect(figuresOf(document)).toEqual(figuresOf(usual.document));
    expect(document.method.rule).toEqual(defaultFlagRule);
  });

  it('one in which every variable has another name, and education other codes, with the same figures', async () => {
    const renamed = (text: string) =>
      text.replaceAll(/"q(\d\d)/g, '"item$1').replaceAll(/\{q(\d\d)/g, '{item$1');
    const definition = JSON.parse(renamed(JSON.stringify(cityQuestionnaire))) as Questionnaire;
    const { education } = definition.roles.weighting;
    education.codes = education.codes.map((code) => code + 10);
    for (const element of definition.definition.pages.flatMap(({ elements }) => elements)) {
      if (element.name !== 'item32_edu' || !('choices' in element)) continue;
      for (const choice of element.choices) if (choice.value <= 4) choice.value += 10;
    }
    const answered = (answers: Answers, index: number): Answers => {
      const given = moved(answers, index);
      const schooling = Number(given.q32_edu);
      const level = schooling <= 4 ? { q32_edu: schooling + 10 } : {};
      return JSON.parse(renamed(JSON.stringify({ ...given, ...level }))) as Answers;
    };
    const { document } = await published({ ...definition, version: 'other-1' }, answered);
    expect(figuresOf(document)).toEqual(figuresOf(usual.document));
    expect(document.placeAnswers).toEqual(usual.document.placeAnswers);
  });

  it('one with another page, a question and a headline indicator more, which the district rule tests', async () => {
    const bench = {
      type: 'radiogroup' as const,
      name: 'q40_benches',
      title: words('Czy brakuje ławek?', 'Are benches missing?', 'Чи бракує лавок?'),
      choices: [
        { value: 1, text: words('tak', 'yes', 'так') },
        { value: 2, text: words('nie', 'no', 'ні') },
      ],
    };
    const { definition, topics, indicators } = cityQuestionnaire;
    const page = { name: 'benches', title: words('Ławki', 'Benches', 'Лавки'), elements: [bench] };
    const more: Questionnaire = {
      ...cityQuestionnaire,
      version: 'krakow-1.3',
      definition: { ...definition, pages: [...definition.pages, page] },
      topics: { ...topics, benches: words('Ławki', 'Benches', 'Лавки') },
      indicators: [
        ...indicators,
        {
          id: 'benches_missing',
          direction: 'high-is-bad',
          headline: true,
          page: 'benches',
          value: { rule: 'chosen', variable: 'q40_benches', codes: [1], outOf: [1, 2] },
          name: words('Brak ławek', 'Missing benches', 'Бракує лавок'),
          base: 'all_answering',
          result: words('{{value}} osób', '{{value}} people', '{{value}} осіб'),
        },
      ],
    };
    const absoluteThreshold = { ...defaultFlagRule.absoluteThreshold, benches_missing: 0.4 };
    const answered = (answers: Answers, index: number): Answers => ({
      ...moved(answers, index),
      q40_benches: 1 + (index % 2),
    });
    const { document, city } = await published(more, answered, { absoluteThreshold });
    expect(document.method.rule.headlineIndicators).toEqual([
      ...defaultFlagRule.headlineIndicators,
      'benches_missing',
    ]);
    expect(document.flags.some(({ indicator }) => indicator === 'benches_missing')).toBe(true);
    const report = districtReport(city, { district: 3, waveId: null, indicator: 'benches_missing' });
    const named = report?.indicators.topics.filter(({ name }) => name !== null);
    expect(named?.at(-1)).toMatchObject({ name: { pl: 'Ławki', en: 'Benches', uk: 'Лавки' } });
    expect(report?.chosen?.indicator.question.en).toBe('Are benches missing?');
    expect(document.estimates.filter(({ indicator }) => indicator !== 'benches_missing').length).toBe(
      usual.document.estimates.length,
    );
  });

  it('one without an opinion and without a headline indicator, of which the rule then says nothing', async () => {
    const left = ['cctv_fewer', 'problem_drinking'];
    const less: Questionnaire = {
      ...cityQuestionnaire,
      version: 'krakow-2',
      indicators: cityQuestionnaire.indicators.filter(({ id }) => !left.includes(id)),
    };
    const { document } = await published(less);
    const tested = defaultFlagRule.headlineIndicators.filter((id) => !left.includes(id));
    expect(document.method.rule.headlineIndicators).toEqual(tested);
    expect(Object.keys(document.method.rule.absoluteThreshold).sort()).toEqual([...tested].sort());
    expect(document.method.rule.version).toMatch(/^district-rule\/\d+\+/);
    const ofCity = ({ estimates }: PublicationDocument) =>
      estimates.filter(({ indicator, domain }) => domain === 'city' && !left.includes(indicator));
    expect(ofCity(document)).toEqual(ofCity(usual.document));
  });
});
