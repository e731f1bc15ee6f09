import { servesArea } from '../db.server.ts';
import { type Reading, recordReading } from '../use-cases/staff/readings.server.ts';
import { accessContext, staffTokenIn } from './authentication.server.ts';

/** Keeps what the sender of these cookies has read of the city's results. */
export async function noteReading({ cookies, ...reading }: Reading & { cookies: string }): Promise<void> {
  if (!servesArea('results')) return;
  recordReading(accessContext(), await staffTokenIn(cookies), reading);
}
