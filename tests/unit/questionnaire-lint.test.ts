import { describe, expect, it } from 'vitest';
import { districts } from '#city/city.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { lintQuestionnaire } from '#core/questionnaire/lint/lint.ts';
import { type Json, smallQuestionnaire, words } from '#tests/support/small-questionnaire.ts';

/** The problems after the value at `path` was replaced (or removed, when it is undefined). */
function problemsWith(path: string, value: unknown) {
  const json = smallQuestionnaire();
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((node, key) => node[key] as Json, json);
  if (value === undefined) delete parent[last];
  else Object.defineProperty(parent, last, { value, enumerable: true, configurable: true, writable: true });
  return lintQuestionnaire(json, districts).problems.map((problem) => ({
    path: problem.path,
    code: problem.code,
  }));
}

const gate = 'definition.pages[0].elements[0]';
const list = 'definition.pages[0].elements[1]';
const battery = 'definition.pages[0].elements[2]';
const comment = 'definition.pages[1].elements[0]';

describe('lint of a questionnaire', () => {
  it('finds nothing in the questionnaire of Kraków, also after it has been stored as JSON', () => {
    expect(lintQuestionnaire(cityQuestionnaire, districts).problems).toEqual([]);
    expect(lintQuestionnaire(JSON.parse(JSON.stringify(cityQuestionnaire)), districts).problems).toEqual([]);
  });

  it('finds nothing in a small correct questionnaire', () => {
    expect(lintQuestionnaire(smallQuestionnaire(), districts).problems).toEqual([]);
  });

  it.each([
    [`${gate}.type`, 'matrix', gate, 'element-type'],
    [`${gate}.type`, 'html', gate, 'element-type'],
    [`${gate}.type`, 'rating', gate, 'element-type'],
    [`${gate}.type`, 'boolean', gate, 'element-type'],
    [`${gate}.type`, 'file', gate, 'element-type'],
    [`${gate}.choicesByUrl`, { url: 'x' }, `${gate}.choicesByUrl`, 'property-not-allowed'],
    [`${gate}.choicesOrder`, 'random', `${gate}.choicesOrder`, 'property-not-allowed'],
    [`${gate}.validators`, [], `${gate}.validators`, 'property-not-allowed'],
    [`${gate}.choices[0].imageLink`, 'a.png', `${gate}.choices[0].imageLink`, 'property-not-allowed'],
    ['definition.triggers', [], 'definition.triggers', 'property-not-allowed'],
    ['definition.logo', 'a.png', 'definition.logo', 'property-not-allowed'],
    ['definition.__proto__', {}, 'definition.__proto__', 'property-not-allowed'],
    [`${battery}.elements[0].type`, 'matrixdynamic', `${battery}.elements[0]`, 'element-type'],
  ])('refuses what the form does not draw: %s = %j', (path, value, where, code) => {
    expect(problemsWith(path, value)).toContainEqual({ path: where, code });
  });

  it('refuses panels nested deeper than two', () => {
    let element: unknown = { type: 'comment', name: 'inner', title: words('a', 'b', 'в'), maxLength: 5 };
    for (let depth = 0; depth < 5_000; depth += 1)
      element = { type: 'panel', name: `p${depth}`, elements: [element] };
    expect(problemsWith(gate, element)).toEqual([
      { path: `${gate}.elements[0].elements[0]`, code: 'too-deep' },
    ]);
  });

  it.each([
    '__proto__',
    'constructor',
    '1st',
    'with space',
    'q-01',
    'żółw',
    'q01.length',
    'trailing_',
    'AND',
    'x'.repeat(65),
    '',
    7,
    null,
  ])('refuses the variable name %j', (name) => {
    expect(problemsWith(`${gate}.name`, name)).toContainEqual({
      path: `${gate}.name`,
      code: 'variable-name',
    });
  });

  it('refuses a name that differs from another only in case', () => {
    expect(problemsWith(`${comment}.name`, 'GATE')).toContainEqual({
      path: `${comment}.name`,
      code: 'duplicate-name',
    });
  });

  it.each(['1', 1.5, -1, null, Number.NaN])('refuses the code %j', (value) => {
    const path = `${gate}.choices[0].value`;
    expect(problemsWith(path, value)).toContainEqual({ path, code: 'number' });
  });

  it('refuses a code that stands twice in a question', () => {
    const path = `${gate}.choices[1].value`;
    expect(problemsWith(path, 1)).toEqual([{ path, code: 'duplicate-code' }]);
  });

  it.each(['default', 'en', 'uk'])('refuses a text without %s', (language) => {
    const path = `${gate}.choices[1].text.${language}`;
    expect(problemsWith(path, undefined)).toEqual([{ path, code: 'language-missing' }]);
    expect(problemsWith(path, '  ')).toEqual([{ path, code: 'language-missing' }]);
  });

  it('refuses a text in one language or in a fourth', () => {
    expect(problemsWith(`${gate}.title`, 'Pytanie')).toEqual([
      { path: `${gate}.title`, code: 'language-missing' },
    ]);
    expect(problemsWith(`${gate}.title.de`, 'Frage')).toEqual([
      { path: `${gate}.title.de`, code: 'property-not-allowed' },
    ]);
  });

  it.each([
    ['<b>Pytanie</b>', 'html'],
    ['<img src=x onerror=alert(1)>', 'html'],
    ['</script', 'html'],
    ['Pytanie&nbsp;drugie', 'html'],
    ['Zobacz https://example.org', 'remote-url'],
    ['Zobacz www.example.org', 'remote-url'],
    ['javascript:alert(1)', 'remote-url'],
    ['Pyta\u0000nie', 'control-character'],
    ['Pyta\u202Enie', 'control-character'],
    ['Czy nadal {gate}?', 'piped-answer'],
    ['Czy {panel.gate}?', 'piped-answer'],
    ['Czy {recall_date', 'piped-answer'],
  ])('refuses the text %j', (text, code) => {
    const path = `${gate}.title.default`;
    expect(problemsWith(path, text)).toEqual([{ path, code }]);
  });

  it('refuses a date that only one language quotes', () => {
    expect(problemsWith(`${battery}.title.uk`, 'З квітня')).toEqual([
      { path: `${battery}.title`, code: 'placeholder-mismatch' },
    ]);
  });

  it.each([
    ['{gate} =', 'expression-syntax'],
    ['{gate', 'expression-syntax'],
    ['', 'expression-syntax'],
    ['iif({gate} = 1, 1, 2) = 1', 'expression-operator'],
    ['today() > 1', 'expression-operator'],
    ["{gate} = 'tak'", 'expression-operator'],
    ['{gate} + 1 = 2', 'expression-operator'],
    ['{gate} = {row_a}', 'expression-operator'],
    ['{unknown} = 1', 'expression-variable'],
    ['{comment} notempty', 'expression-variable'],
    ['{list} = 1', 'expression-kind'],
    ['{gate} contains 1', 'expression-kind'],
    [7, 'wrong-type'],
  ])('refuses the condition %j', (expression, code) => {
    const path = 'definition.pages[1].visibleIf';
    expect(problemsWith(path, expression)).toEqual([{ path, code }]);
  });

  it('refuses a condition that looks ahead, also on a choice and on a row of its own battery', () => {
    const onChoice = `${gate}.choices[0].visibleIf`;
    expect(problemsWith(onChoice, '{row_a} = 1')).toEqual([{ path: onChoice, code: 'expression-variable' }]);
    const onRow = `${battery}.elements[0].visibleIf`;
    expect(problemsWith(onRow, '{row_a} = 1')).toEqual([{ path: onRow, code: 'expression-variable' }]);
    expect(problemsWith(`${battery}.elements[1].visibleIf`, '{row_a} = 1')).toEqual([]);
  });

  it.each([undefined, 0, 2001, '500'])('refuses free text with the limit %j', (limit) => {
    const [problem] = problemsWith(`${comment}.maxLength`, limit);
    expect(problem?.path).toBe(`${comment}.maxLength`);
  });

  it('refuses a missing code with another meaning, out of its place, or beside other answers', () => {
    expect(problemsWith(`${gate}.choices[2].text.en`, 'No idea')).toEqual([
      { path: `${gate}.choices[2].text`, code: 'missing-code-text' },
    ]);
    expect(problemsWith(`${gate}.choices[0].value`, 99)).toEqual([
      { path: `${gate}.choices[0].text`, code: 'missing-code-text' },
      { path: `${gate}.choices[1].value`, code: 'missing-code-order' },
    ]);
    expect(problemsWith(`${list}.choices[1]`, { value: 97, text: words('nie', 'no', 'ні') })).toEqual([
      { path: `${list}.choices[1]`, code: 'missing-code-not-exclusive' },
    ]);
  });

  it('refuses properties of a checkbox on another question', () => {
    expect(problemsWith(`${gate}.maxSelectedChoices`, 2)).toEqual([
      { path: `${gate}.maxSelectedChoices`, code: 'property-not-allowed' },
    ]);
    expect(problemsWith(`${gate}.choices[1].isExclusive`, true)).toEqual([
      { path: `${gate}.choices[1].isExclusive`, code: 'property-not-allowed' },
    ]);
  });

  it('refuses rotations and key variables of things that do not exist', () => {
    expect(problemsWith('rotations[0].target', 'nowhere')).toEqual([
      { path: 'rotations[0].target', code: 'unknown-target' },
    ]);
    expect(problemsWith('rotations[0].items[1]', 'gate')).toEqual([
      { path: 'rotations[0].items[1]', code: 'unknown-item' },
    ]);
    expect(problemsWith('rotations[0].items[1]', 'row_a')).toEqual([
      { path: 'rotations[0].items[1]', code: 'unknown-item' },
    ]);
    expect(problemsWith('keyVariables[0]', 'battery')).toEqual([
      { path: 'keyVariables[0]', code: 'unknown-variable' },
    ]);
  });

  it.each([null, undefined, 'text', 3, [], { version: 'x' }])(
    'answers %j with problems, not an exception',
    (json) => {
      expect(lintQuestionnaire(json, districts).problems.length).toBeGreaterThan(0);
    },
  );
});
