import { parseExpression } from '../expression.ts';
import { basesForm, indicatorsForm, topicsForm } from '../indicator-form.ts';
import type { LintCode, LintProblem } from '../lint-problem.ts';
import { textProblems } from '../lint-texts.ts';
import { rolesForm } from '../roles.ts';
import { formProblems } from './lint-form.ts';

type Report = (path: string, code: LintCode, detail: unknown) => void;
type Check = (value: unknown, path: string, report: Report) => void;
/** Properties of an object; a name that ends in `?` may be absent. */
type Shape = Record<string, Check>;

/**
 * Everything that the form of the JSON forbids: elements, properties, types, names, texts, broken
 * expressions.
 */
export function structureProblems(json: unknown): LintProblem[] {
  const problems: LintProblem[] = [];
  questionnaireShape(json, '', (path, code, detail) => {
    problems.push({ path, code, detail: String(detail).slice(0, 200) });
  });
  return problems;
}

const integerBetween =
  (least: number, most: number): Check =>
  (value, path, report) => {
    const isInside = Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
    if (!isInside) report(path, 'number', `${least}–${most}: ${shown(value)}`);
  };

const boolean: Check = (value, path, report) => {
  if (typeof value !== 'boolean') report(path, 'wrong-type', shown(value));
};

const oneOf =
  (...values: string[]): Check =>
  (value, path, report) => {
    if (typeof value !== 'string' || !values.includes(value)) report(path, 'not-allowed', shown(value));
  };

const text: Check = (value, path, report) => {
  for (const problem of textProblems(value, path)) report(problem.path, problem.code, problem.detail);
};

const expression: Check = (value, path, report) => {
  const parsed = typeof value === 'string' ? parseExpression(value) : null;
  if (!parsed) report(path, 'wrong-type', shown(value));
  else if (!parsed.ok) report(path, parsed.reason, value);
};

/** Names that SPSS or JavaScript give a meaning of their own. */
const reservedNames = new Set(
  'all and by eq ge gt le lt ne not or to with constructor prototype hasownproperty tostring valueof'.split(
    ' ',
  ),
);

/**
 * A variable name that every statistics package takes: a letter, then letters, digits and underscores, 64
 * bytes.
 */
const name: Check = (value, path, report) => {
  const isName = typeof value === 'string' && /^[a-z][a-z0-9_]{0,63}$/i.test(value) && !value.endsWith('_');
  if (!isName || reservedNames.has(value.toLowerCase())) report(path, 'variable-name', shown(value));
};

const listOf =
  (check: Check, least = 0): Check =>
  (value, path, report) => {
    if (!Array.isArray(value)) return report(path, 'wrong-type', typeof value);
    if (value.length < least) report(path, 'too-few', value.length);
    value.forEach((item: unknown, index) => {
      check(item, `${path}[${index}]`, report);
    });
  };

const objectOf =
  (shape: Shape): Check =>
  (value, path, report) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return report(path, 'wrong-type', Array.isArray(value) ? 'array' : typeof value);
    }
    for (const [key, item] of Object.entries(value)) {
      const check = own(shape, key) ?? own(shape, `${key}?`);
      if (check) check(item, at(path, key), report);
      else report(at(path, key), 'property-not-allowed', key);
    }
    for (const key of Object.keys(shape)) {
      if (!key.endsWith('?') && !Object.hasOwn(value, key)) report(at(path, key), 'property-missing', key);
    }
  };

/** A value in a message; never the inside of an object, which may be as deep as its sender likes. */
function shown(value: unknown): string {
  return typeof value === 'object' && value !== null ? typeof value : (JSON.stringify(value) ?? 'undefined');
}

function own(shape: Shape, key: string): Check | undefined {
  return Object.hasOwn(shape, key) ? shape[key] : undefined;
}

function at(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

const choice = objectOf({
  value: integerBetween(0, 9999),
  text,
  'visibleIf?': expression,
  'isExclusive?': boolean,
});

const questionShape: Shape = {
  type: () => {},
  name,
  title: text,
  'description?': text,
  'visibleIf?': expression,
  'isRequired?': boolean,
};

const oneChoice = objectOf({ ...questionShape, choices: listOf(choice, 2) });
const severalChoices = objectOf({
  ...questionShape,
  choices: listOf(choice, 2),
  'maxSelectedChoices?': integerBetween(1, 100),
});
const freeText = objectOf({ ...questionShape, maxLength: integerBetween(1, 2000) });

/** A panel inside a panel is as deep as a page goes. */
const deepestPanel = 2;

const elementAt =
  (depth: number): Check =>
  (value, path, report) => {
    const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
    if (type === 'radiogroup' || type === 'dropdown') return oneChoice(value, path, report);
    if (type === 'checkbox') return severalChoices(value, path, report);
    if (type === 'text' || type === 'comment') return freeText(value, path, report);
    if (type !== 'panel') return report(path, 'element-type', shown(type));
    if (depth >= deepestPanel) return report(path, 'too-deep', 'panel');
    panelAt(depth + 1)(value, path, report);
  };

const panelAt = (depth: number): Check =>
  objectOf({
    type: () => {},
    name,
    'title?': text,
    'description?': text,
    'visibleIf?': expression,
    elements: listOf(elementAt(depth), 1),
  });

const page = objectOf({
  name,
  title: text,
  'description?': text,
  'visibleIf?': expression,
  elements: listOf(elementAt(0), 1),
});

const rotation: Check = (value, path, report) => {
  const ofAnswers = typeof value === 'object' && value !== null && 'of' in value && value.of === 'answers';
  objectOf({
    variable: name,
    target: name,
    of: oneOf('rows', 'answers'),
    method: ofAnswers ? oneOf('shuffle', 'rotate') : oneOf('shuffle'),
    items: listOf(ofAnswers ? integerBetween(0, 9999) : name, 2),
  })(value, path, report);
};

const version: Check = (value, path, report) => {
  const isVersion = typeof value === 'string' && /^[a-z0-9][a-z0-9.-]{0,63}$/.test(value);
  if (!isVersion) report(path, 'version', shown(value));
};

/** What the method takes from the answers is a form of its own (zod), whose types the method works with. */
const formOf =
  (form: Parameters<typeof formProblems>[0]): Check =>
  (value, path, report) => {
    for (const problem of formProblems(form, value, path)) report(problem.path, problem.code, problem.detail);
  };

const questionnaireShape = objectOf({
  version,
  status: oneOf('draft', 'reviewed', 'frozen'),
  definition: objectOf({ title: text, pages: listOf(page, 1) }),
  screenOut: expression,
  textVariables: listOf(name),
  rotations: listOf(rotation),
  keyVariables: listOf(name, 1),
  texts: objectOf({ introduction: text, consent: text, help: text }),
  roles: formOf(rolesForm),
  topics: formOf(topicsForm),
  bases: formOf(basesForm),
  indicators: formOf(indicatorsForm),
});
