import { residentPaths } from '#app/paths/s.ts';
import { filledForm } from './form-of-page.ts';
import type { LoadedServer } from './load.ts';
import { processFigures } from './server-process.ts';
import { Timings } from './timings.ts';
import { connectionsFor, Visitor } from './visitor.ts';

/** Milliseconds of the server's processor time that one request takes. */
export interface RequestCosts {
  page: number;
  save: number;
}

/** One visitor who looks at the same page and saves it, again and again; null where Linux does not say. */
export async function requestCosts(
  { origin, pid }: LoadedServer,
  code: string,
  lasting: number,
): Promise<RequestCosts | null> {
  if (!processFigures(pid)) return null;
  const agent = connectionsFor(1);
  const visitor = new Visitor(origin, agent, new Timings(), 1);
  const first = (await visitor.send('code', residentPaths.start, [['code', code]])).location;
  const city = filledForm((await visitor.read('page', first)).text);
  const second = (await visitor.send('save', first, city?.fields ?? [])).location;
  const form = filledForm((await visitor.read('page', second)).text);
  let saves = 0;
  const page = await costOf(pid, lasting, () => visitor.read('page', second));
  const save = await costOf(pid, lasting, async () => {
    saves += 1;
    const fields = (form?.fields ?? []).map(([name, value]) => [name, changed(name, value, saves)] as const);
    const answer = await visitor.send('save', residentPaths.draft, fields);
    if (answer.status !== 200) throw new Error(`requestCosts could not save: ${answer.status}`);
  });
  agent.destroy();
  return { page, save };
}

/** Another answer to every question at each save, so that each has something to write. */
function changed(name: string, value: string, saves: number): string {
  if (name === 'sequence') return String(saves);
  return name.startsWith('q') && value === '1' ? String(1 + (saves % 2)) : value;
}

async function costOf(pid: number, lasting: number, act: () => Promise<unknown>): Promise<number> {
  const before = processFigures(pid)?.cpu ?? 0;
  const end = performance.now() + lasting;
  let requests = 0;
  for (; performance.now() < end; requests += 1) await act();
  return ((processFigures(pid)?.cpu ?? 0) - before) / requests;
}
