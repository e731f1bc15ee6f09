import type { z } from 'zod';
import { type LintCode, type LintProblem, lintCodes } from '../lint-problem.ts';

type Issue = z.core.$ZodIssue;

/** What a part of the questionnaire's JSON has that its form forbids, in lint's own codes and paths. */
export function formProblems(form: z.ZodType, value: unknown, path: string): LintProblem[] {
  const checked = form.safeParse(value);
  return checked.success ? [] : checked.error.issues.flatMap((issue) => problemsOf(issue, value, path));
}

function problemsOf(issue: Issue, whole: unknown, path: string): LintProblem[] {
  const here = pathOf(issue.path, path);
  const found = at(whole, issue.path);
  const problem = (code: LintCode, detail = shown(found)): LintProblem[] => [{ path: here, code, detail }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: `${here}.${key}`,
        code: 'property-not-allowed' as const,
        detail: key,
      }));
    case 'invalid_type':
      return found === undefined
        ? problem('property-missing', String(issue.path.at(-1) ?? ''))
        : problem('wrong-type');
    case 'invalid_union': {
      // Of the forms that a value may take, the one whose faults lie inside of it is the one that was meant.
      const inside = issue.errors.find((issues) => issues.every((other) => other.path.length > 0));
      if (!inside) return problem(found === undefined ? 'property-missing' : 'not-allowed');
      return inside.flatMap((other) => problemsOf(other, found, here));
    }
    case 'invalid_key':
    case 'invalid_format':
      return problem('variable-name');
    case 'too_small':
      return problem(Array.isArray(found) ? 'too-few' : 'number');
    case 'too_big':
      return problem(Array.isArray(found) ? 'too-many' : 'number');
    case 'custom': {
      const { code, detail } = issue.params ?? {};
      return problem(lintCodes.find((known) => known === code) ?? 'not-allowed', String(detail));
    }
    default:
      return problem('not-allowed');
  }
}

function at(whole: unknown, path: Issue['path']): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    whole,
  );
}

function pathOf(keys: Issue['path'], path: string): string {
  return keys.reduce<string>(
    (before, key) => (typeof key === 'number' ? `${before}[${key}]` : `${before}.${String(key)}`),
    path,
  );
}

/** A value in a message; never the inside of an object, which may be as deep as its sender likes. */
function shown(value: unknown): string {
  return typeof value === 'object' && value !== null ? typeof value : (JSON.stringify(value) ?? 'undefined');
}
