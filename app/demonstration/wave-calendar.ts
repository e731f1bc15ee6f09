import type { WaveRow } from '#db/fieldwork/queries/waves.ts';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * When each act on a wave of the demonstration was done: by day, between a plan and a publication as a firm
 * makes them.
 */
export interface WaveCalendar {
  frameProcessed: number;
  drawn: number;
  codesIssued: number;
  opened: number;
  closed: number;
  frozen: number;
  weighted: number;
  analysed: number;
  published: number;
  identitiesDestroyed: number;
}

/** Acts in milliseconds since 1970, around the window of the wave, which is from midnight to midnight. */
export function waveCalendar({ opensAt, closesAt }: Pick<WaveRow, 'opensAt' | 'closesAt'>): WaveCalendar {
  return {
    frameProcessed: opensAt - 29 * day + 10 * hour,
    drawn: opensAt - 28 * day + 11 * hour,
    codesIssued: opensAt - 21 * day + 9 * hour,
    opened: opensAt - day + 14 * hour,
    closed: closesAt + 9 * hour,
    frozen: closesAt + day + 9 * hour,
    weighted: closesAt + 7 * day + 10 * hour,
    analysed: closesAt + 7 * day + 10 * hour,
    published: closesAt + 30 * day + 12 * hour,
    identitiesDestroyed: closesAt + 45 * day + 12 * hour,
  };
}
