import { languages } from '../language.ts';
import type { LintCode, LintProblem } from './lint-problem.ts';

/** Problems of one localised text: a language missing, or something in it that is not words. */
export function textProblems(value: unknown, path: string): LintProblem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ path, code: 'language-missing', detail: languages.join(', ') }];
  }
  const keys: string[] = languages.map((language) => (language === 'pl' ? 'default' : language));
  const unknown = Object.keys(value)
    .filter((key) => !keys.includes(key))
    .map((key): LintProblem => ({ path: `${path}.${key}`, code: 'property-not-allowed', detail: key }));
  const words = new Map(Object.entries(value));
  return [...unknown, ...keys.flatMap((key) => wordsProblems(words.get(key), `${path}.${key}`))];
}

function wordsProblems(words: unknown, path: string): LintProblem[] {
  if (typeof words !== 'string' || words.trim() === '') {
    return [{ path, code: 'language-missing', detail: path.slice(path.lastIndexOf('.') + 1) }];
  }
  return forbidden
    .filter(({ pattern }) => pattern.test(words))
    .map(({ code, pattern }): LintProblem => ({ path, code, detail: pattern.exec(words)?.[0] ?? '' }));
}

/** Piped texts (`{name}`) are judged where the names that may be quoted are known. */
const forbidden: { code: LintCode; pattern: RegExp }[] = [
  { code: 'html', pattern: /<\s*[a-z!/?][^>]*>?|&(#\w+|[a-z]+);/i },
  { code: 'remote-url', pattern: /\b(https?|ftp|data|javascript):\S*|\bwww\.\S*|(^|\s)\/\/\S+/i },
  { code: 'control-character', pattern: /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]/u },
];
