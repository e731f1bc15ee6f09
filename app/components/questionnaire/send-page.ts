import { residentPaths } from '../../paths/s.ts';
import type { SaveAnswer } from './autosave.ts';

const longestSaveMilliseconds = 20_000;

/** The same fields that the buttons send, so that the server reads one kind of form. */
export async function sendPage(form: HTMLFormElement, leaving: boolean): Promise<SaveAnswer> {
  const fields = new FormData(form);
  fields.set('go', 'stay');
  const body = new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]));
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
      return { kind: 'saved', revision: ((await response.json()) as { revision: number }).revision };
    if (response.status === 409) return { kind: 'stale' };
    if (response.status === 401 || response.status === 410) return { kind: 'ended' };
    if (response.status === 429 || response.status >= 500) return { kind: 'unreachable' };
    return { kind: 'refused' };
  } catch {
    return { kind: 'unreachable' };
  }
}
