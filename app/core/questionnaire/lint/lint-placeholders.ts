import type { Questionnaire } from '../definition.ts';
import type { LintProblem } from '../lint-problem.ts';
import type { SurveyText } from '../survey-text.ts';

/**
 * Texts that quote an answer or anything else that is not one of the wave's text variables, and texts whose
 * languages quote different ones.
 */
export function placeholderProblems(questionnaire: Questionnaire): LintProblem[] {
  const { definition, texts, textVariables, topics, bases, indicators } = questionnaire;
  const nothing = new Set<string>();
  return [
    ...problemsIn({ definition, texts }, '', new Set(textVariables)),
    ...problemsIn({ topics, bases }, '', nothing),
    ...indicators.flatMap(({ name, question, result }, index) => [
      ...problemsIn({ name, question }, `indicators[${index}]`, nothing),
      ...resultProblems(result, `indicators[${index}].result`),
    ]),
  ];
}

/** The sentence of a result has the figure in it, once in each language, and nothing else in braces. */
function resultProblems(result: SurveyText, path: string): LintProblem[] {
  return Object.entries(result).flatMap(([language, words]) => {
    const quoted = words.match(/\{+[^{}]*\}+|[{}]/g) ?? [];
    if (quoted.length === 1 && quoted[0] === '{{value}}') return [];
    return [{ path: `${path}.${language}`, code: 'figure-missing', detail: quoted.join(' ') }];
  });
}

function problemsIn(value: unknown, path: string, allowed: Set<string>): LintProblem[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => problemsIn(item, `${path}[${index}]`, allowed));
  if (typeof value !== 'object' || value === null) return [];
  if ('default' in value) return textProblems(Object.entries(value), path, allowed);
  return Object.entries(value).flatMap(([key, item]) =>
    problemsIn(item, path === '' ? key : `${path}.${key}`, allowed),
  );
}

function textProblems(words: [string, unknown][], path: string, allowed: Set<string>): LintProblem[] {
  const quoted = words.map(([key, text]) => ({ key, names: placeholders(String(text)) }));
  const forbidden = quoted.flatMap(({ key, names }) =>
    names
      .filter((name) => !allowed.has(name))
      .map((name): LintProblem => ({ path: `${path}.${key}`, code: 'piped-answer', detail: `{${name}}` })),
  );
  const sets = new Set(quoted.map(({ names }) => [...new Set(names)].sort().join()));
  const mismatch: LintProblem[] =
    sets.size > 1 ? [{ path, code: 'placeholder-mismatch', detail: [...sets].join(' | ') }] : [];
  return forbidden.length > 0 ? forbidden : mismatch;
}

/** What stands between braces; a single brace counts as an empty name. */
function placeholders(text: string): string[] {
  const names = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '');
  return /[{}]/.test(text.replaceAll(/\{[^{}]*\}/g, '')) ? [...names, ''] : names;
}
