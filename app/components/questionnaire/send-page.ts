import { residentPaths } from '../../paths/s.ts';
import type { SaveAnswer } from './autosave.ts';

const longestSaveMilliseconds = 20_000;

/** The fields that a page's form sends, in the order in which it does. */
export type PageFields = readonly (readonly [name: string, value: string])[];

/** What the form of a page says now, as one of its buttons would send it. */
export function fieldsOf(form: HTMLFormElement, go: 'next' | 'back' | 'stay'): PageFields {
  const fields = new FormData(form);
  fields.set('go', go);
  return [...fields].map(([name, value]) => [name, String(value)]);
}

/** The same fields that the buttons send, so that the server reads one kind of form. */
export async function sendFields(fields: PageFields, leaving: boolean): Promise<SaveAnswer> {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]));
  try {
    const response = await fetch(residentPaths.draft, {
      method: 'POST',
      body,
      keepalive: leaving,
      // A connection that swallows everything is none; what is older than this signal waits as long as its
      // browser does.
      signal: leaving ? undefined : AbortSignal.timeout?.(longestSaveMilliseconds),
    });
    if (response.ok)
      return { kind: 'saved', ...((await response.json()) as { revision: number; step: string }) };
    if (response.status === 409) return { kind: 'stale' };
    if (response.status === 401 || response.status === 410) return { kind: 'ended' };
    if (response.status === 429 || response.status >= 500) return { kind: 'unreachable' };
    return { kind: 'refused' };
  } catch {
    return { kind: 'unreachable' };
  }
}
