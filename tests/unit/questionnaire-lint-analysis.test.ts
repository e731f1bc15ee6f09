import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { districts } from '#city/city.ts';
import { responseColumns } from '#core/analysis/response-columns.ts';
import { tabulateAnswers } from '#core/questionnaire/answers/answer-table.ts';
import type { Questionnaire } from '#core/questionnaire/definition.ts';
import { indicatorsOf } from '#core/questionnaire/indicators.ts';
import { rowOrders } from '#core/questionnaire/interview/order.ts';
import { lintQuestionnaire } from '#core/questionnaire/lint/lint.ts';
import { lintCodes } from '#core/questionnaire/lint-problem.ts';
import { placeAnswers } from '#core/questionnaire/place-answers.ts';
import { variables } from '#core/questionnaire/variables.ts';
import { arbitraryAnswers } from '#tests/support/questionnaire-answers.ts';
import { type Json, smallQuestionnaire, words } from '#tests/support/small-questionnaire.ts';

/** The problems after the values at some paths were replaced, or removed when they are undefined. */
function problemsWith(changes: Record<string, unknown>) {
  const json = smallQuestionnaire();
  for (const [path, value] of Object.entries(changes)) put(json, path, value);
  return lintQuestionnaire(json, districts).problems.map(({ path, code }) => ({ path, code }));
}

function put(json: Json, path: string, value: unknown): void {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((node, key) => node[key] as Json, json);
  if (value === undefined) delete parent[last];
  else Object.defineProperty(parent, last, { value, enumerable: true, configurable: true, writable: true });
}

describe('a definition that could be fielded and not published', () => {
  it('is refused without indicators, bases, topics or the questions that the method reads', () => {
    for (const path of ['indicators', 'bases', 'topics', 'roles', 'roles.weighting', 'roles.district']) {
      expect(problemsWith({ [path]: undefined })).toEqual([{ path, code: 'property-missing' }]);
    }
    expect(problemsWith({ indicators: [] })).toEqual([{ path: 'indicators', code: 'too-few' }]);
    expect(problemsWith({ 'roles.weighting.education': undefined })).toEqual([
      { path: 'roles.weighting.education', code: 'property-missing' },
    ]);
    expect(problemsWith({ 'roles.places.unsafe': [] })).toEqual([
      { path: 'roles.places.unsafe', code: 'too-few' },
    ]);
  });

  it.each([
    ['indicators[0].value.variable', 'nowhere', 'unknown-variable'],
    ['indicators[0].value.variable', 'list', 'variable-kind'],
    ['indicators[1].value.variable', 'gate', 'variable-kind'],
    ['indicators[1].value.codes[0]', 98, 'unknown-code'],
    ['indicators[1].value.without', [7], 'unknown-code', 'indicators[1].value.without[0]'],
    ['indicators[0].value.codes[0]', 98, 'code-outside-base'],
    ['indicators[2].value.variables[1]', 'row_c', 'unknown-variable'],
    ['indicators[2].value.variables[1]', 'row_a', 'duplicate-name'],
    ['indicators[2].value.answered', 3, 'number'],
    ['indicators[2].value.atLeast', 3, 'number'],
    ['indicators[3].value.known', 3, 'number'],
    ['indicators[3].value.of[1].hundred', 1, 'no-scale'],
    ['indicators[3].value.of[1].hundred', 3, 'unknown-code'],
    ['indicators[3].value.of[1].answered', 0, 'number'],
    ['indicators[3].value.of[1].rule', 'guess', 'not-allowed'],
    ['indicators[3].value.of[0]', 'nowhere', 'unknown-indicator'],
    ['indicators[3].value.of[0]', 'gate_bad', 'part-kind'],
    ['indicators[3].value.of[0]', 'index', 'indicator-circle'],
    ['indicators[4].value.of', 'row_score', 'indicator-circle', 'indicators[4].value.of'],
    ['indicators[5].value.base', 'row_score', 'part-kind'],
    ['indicators[0].value.rule', 'guess', 'not-allowed'],
    ['indicators[0].value.more', 1, 'property-not-allowed'],
    ['indicators[0].direction', 'up', 'not-allowed'],
    ['indicators[0].id', 'list_bad', 'duplicate-name', 'indicators[1].id'],
    ['indicators[0].id', 'List bad', 'variable-name'],
    ['indicators[0].base', 'nobody', 'unknown-base'],
    ['indicators[0].page', 'fourth', 'unknown-page'],
    ['indicators[0].page', 'second', 'topic-missing'],
    ['indicators[0].name.uk', undefined, 'language-missing'],
    ['indicators[0].name', undefined, 'language-missing'],
    ['indicators[0].name.en', '<b>Name</b>', 'html'],
    ['indicators[0].name.en', 'Name {gate}', 'piped-answer'],
    ['indicators[0].result.en', 'people', 'figure-missing'],
    ['indicators[0].result.en', '{{value}} of {{value}}', 'figure-missing'],
    ['indicators[2].question', undefined, 'question-missing'],
    ['indicators[0].direction', 'high-is-good', 'headline-not-bad'],
    ['indicators[3].headline', true, 'headline-no-share', 'indicators[3].value'],
    ['indicators[0].headline', false, 'headline-missing', 'indicators'],
    ['bases.everyone.en', ' ', 'language-missing'],
    ['bases.everyone.en', 'Since {recall_date}', 'piped-answer'],
    ['topics.first.uk', undefined, 'language-missing'],
    ['roles.district', 'nowhere', 'unknown-variable'],
    ['roles.district', 'comment', 'variable-kind'],
    ['roles.weighting.education.variable', 'nowhere', 'unknown-variable'],
    ['roles.weighting.education.codes[3]', 5, 'unknown-code'],
    ['roles.weighting.education.codes[3]', 1, 'duplicate-code'],
    ['roles.weighting.education.codes', [1, 2, 3], 'too-few'],
    ['roles.weighting.education.codes', [1, 2, 3, 4, 1], 'too-many'],
    ['roles.places.unsafe[1].name', 'gate', 'variable-kind'],
    ['roles.places.unsafe[1].name', 'nowhere', 'unknown-variable'],
    ['roles.places.unsafe[1].reasons', 'gate', 'other-answers'],
    ['roles.places.unsafe[1].reasons', undefined, 'property-missing'],
    ['roles.places.unsafe[0].pin', 'unsafe_1_pt', 'unknown-variable'],
    ['roles.places.safe[0].reasons', 'safe_1_reason', 'property-not-allowed'],
    ['roles.places.hearsay.reasons[0]', 9, 'unknown-code', 'roles.places.unsafe[0].reasons[0]'],
    ['textVariables[1]', 'weather', 'unknown-text-variable'],
    ['definition.pages[1].name', 'review', 'reserved-name'],
  ] as [string, unknown, string, string?][])(
    'is refused with %s = %j: %s',
    (path, value, code, where = path) => {
      expect(problemsWith({ [path]: value })[0]).toEqual({ path: where, code });
    },
  );

  it('is refused when a district cannot be confirmed, or a number that is none stays in the survey', () => {
    const district = 'definition.pages[2].elements[0].choices';
    expect(problemsWith({ [`${district}[4].value`]: 90 })).toEqual([
      { path: 'roles.district', code: 'district-not-offered' },
      { path: 'roles.district', code: 'district-unknown' },
    ]);
    expect(problemsWith({ screenOut: '{district} > 17' })).toEqual([
      { path: 'roles.district', code: 'district-not-offered' },
    ]);
    const outside = { value: 90, text: words('poza', 'outside', 'поза') };
    expect(problemsWith({ [`${district}[18]`]: outside, screenOut: '{district} = 90' })).toEqual([]);
  });

  it('is refused for a circle through others, and not for an indicator that two are made of', () => {
    const reversed = { rule: 'reversed', of: 'index' };
    expect(problemsWith({ 'indicators[4].value': reversed })).toEqual([
      { path: 'indicators[3].value.of[0]', code: 'indicator-circle' },
      { path: 'indicators[4].value.of', code: 'indicator-circle' },
    ]);
    expect(problemsWith({ 'indicators[3].value.of[1]': 'row_score' })).toEqual([]);
  });
});

describe('a definition that lint lets through', () => {
  const spoilt = fc
    .array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 })
    .map((spots) => {
      const json = smallQuestionnaire();
      for (const [where, what, how] of spots) spoil(json, where, what, how);
      return json;
    });

  it('can be analysed and worded, whatever was changed in it', () => {
    let passed = 0;
    fc.assert(
      fc.property(spoilt, fc.nat(1000), (json, seed) => {
        if (lintQuestionnaire(json, districts).problems.length > 0) return;
        passed += 1;
        const questionnaire = json as unknown as Questionnaire;
        const [answers = {}] = fc.sample(arbitraryAnswers(questionnaire), { numRuns: 1, seed });
        const indicators = indicatorsOf(questionnaire);
        const columns = responseColumns(tabulateAnswers([answers], []), {
          indicators,
          variables: variables(questionnaire).filter(({ kind }) => kind === 'single'),
          places: questionnaire.roles.places,
        });
        indicators.forEach((indicator, index) => {
          const value = indicator.valueOf(answers);
          expect(columns.indicators[index]?.[0]).toBe(value ?? Number.NaN);
          if (value !== null)
            expect(indicator.kind === 'share' ? [0, 1].includes(value) : value >= 0 && value <= 100).toBe(
              true,
            );
        });
        expect(placeAnswers(questionnaire).reasons.length).toBeGreaterThan(1);
        expect(Object.keys(rowOrders(questionnaire, 5))).toEqual(
          questionnaire.rotations.map(({ variable }) => variable),
        );
      }),
      { numRuns: 600 },
    );
    expect(passed).toBeGreaterThan(20);
  });
});

/** Removes a value somewhere in the JSON, or puts a number, a word or another of its values in its place. */
function spoil(json: Json, where: number, what: number, how: number): void {
  const places = placesIn(json);
  const [parent, key] = places[where % places.length] ?? [];
  const [otherParent, otherKey] = places[what % places.length] ?? [];
  if (!parent || key === undefined || !otherParent || otherKey === undefined) return;
  const replacements = [undefined, how % 100, `word_${how % 9}`, copyOf(otherParent[otherKey])];
  const value = replacements[how % replacements.length];
  if (value !== undefined) parent[key] = value as Json;
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}

function placesIn(value: Json): [Json, string][] {
  return Object.keys(value).flatMap((key): [Json, string][] => {
    const inner: unknown = value[key];
    const here: [Json, string] = [value, key];
    return typeof inner === 'object' && inner !== null ? [here, ...placesIn(inner as Json)] : [here];
  });
}

function copyOf(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

it('every fault of a definition has a sentence in both languages of the staff', () => {
  for (const language of ['pl', 'en'] as const) {
    const { has } = serverTranslator(language);
    expect(lintCodes.filter((code) => !has(`fieldwork:questionnaire.fault.${code}`))).toEqual([]);
  }
});
