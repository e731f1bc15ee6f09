import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openFieldwork } from '#db/fieldwork/database.ts';
import { withServer } from '../server.ts';
import { inviteResidents } from '../submits.ts';
import type { FilledForm } from './form-of-page.ts';
import { type LoadedServer, type LoadResult, runLoad } from './load.ts';
import { type MachineLimits, machineLimits } from './machine-limits.ts';
import { phoneInterview } from './phone-interview.ts';
import { plainInterview } from './plain-interview.ts';
import { type RequestCosts, requestCosts } from './request-costs.ts';

export interface InterviewFigures {
  limits: MachineLimits;
  costs: RequestCosts | null;
  loads: LoadResult[];
}

export interface Extent {
  /** Milliseconds of each load without thinking. */
  lasting: number;
  /** Milliseconds of the load of people who think; 0 leaves it out. */
  thinkingFor: number;
  visitors: readonly number[];
}

export const wholeExtent: Extent = { lasting: 20_000, thinkingFor: 90_000, visitors: [1, 8, 32] };
export const quickExtent: Extent = { lasting: 2000, thinkingFor: 0, visitors: [8] };

/** Codes enough for any machine: an interview takes one, whether it is finished or not. */
const invited = 30_000;

/** Whole interviews against the built server on a folder of its own. */
export async function measureInterviews(folder: string, extent: Extent): Promise<InterviewFigures> {
  const secretText = randomBytes(32).toString('base64url');
  const fieldwork = openFieldwork(join(folder, 'fieldwork.sqlite'));
  const codes = inviteResidents(fieldwork, Buffer.from(secretText, 'utf8'), invited, Date.now());
  fieldwork.close();
  const limits = await machineLimits(folder, Math.min(3, extent.lasting / 1000));
  const environment = { POCZUCIE_DATA: folder, POCZUCIE_SECRET: secretText, POCZUCIE_PROXIES: '1' };
  return withServer(environment, async ({ origin, pid }) => {
    const nextCode = () => codes.pop() ?? '';
    const forms = await warmedUp({ origin, pid }, nextCode, extent.lasting / 4);
    const costs = await requestCosts({ origin, pid }, nextCode(), extent.lasting);
    const loads: LoadResult[] = [];
    for (const load of loadsOf(extent, forms, nextCode)) loads.push(await runLoad({ origin, pid }, load));
    return { limits, costs, loads };
  });
}

/** The first interviews compile what the others run. */
async function warmedUp(
  server: LoadedServer,
  nextCode: () => string,
  lasting: number,
): Promise<readonly FilledForm[]> {
  let forms: readonly FilledForm[] = [];
  await runLoad(server, {
    name: 'warming up',
    visitors: 2,
    lasting,
    thinking: [0, 0],
    interview: async (visitor, think) => {
      forms = await plainInterview(visitor, nextCode(), think);
    },
  });
  return forms;
}

function loadsOf(
  { lasting, thinkingFor, visitors }: Extent,
  forms: readonly FilledForm[],
  nextCode: () => string,
) {
  const plain = (visitor: Parameters<typeof plainInterview>[0], think: () => Promise<void>) =>
    plainInterview(visitor, nextCode(), think);
  const phone = (visitor: Parameters<typeof phoneInterview>[0], think: () => Promise<void>) =>
    phoneInterview(visitor, nextCode(), forms, think);
  const atOnce = { lasting, thinking: [0, 0] as const };
  return [
    ...visitors.map((count) => ({ name: 'without scripts', visitors: count, ...atOnce, interview: plain })),
    ...visitors.map((count) => ({ name: 'with scripts', visitors: count, ...atOnce, interview: phone })),
    ...(thinkingFor === 0
      ? []
      : [
          {
            name: 'with scripts, 2–10 s to think',
            visitors: 200,
            lasting: thinkingFor,
            thinking: [2000, 10_000] as const,
            interview: phone,
          },
        ]),
  ];
}
