import { districts as cityDistricts } from '#city/city.ts';
import { type Progress, progressOf } from '#core/fieldwork/progress.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { WaveStatus } from '#db/fieldwork/queries/waves.ts';
import { type WaveMoment, waveMoment } from '../wave/wave-moment.ts';
import { waveStandings } from '../wave/wave-outcomes.ts';

export interface DistrictProgress extends Progress {
  district: number;
  /** Responses wanted. */
  target: number;
  /** Cases of the reserve that are not released yet. */
  reserve: number;
}

export interface FieldworkProgress {
  waveId: string;
  status: WaveStatus;
  moment: WaveMoment;
  opensAt: number;
  /** When the fieldwork ends or has ended, and when it was planned to. */
  closesAt: number;
  plannedClosesAt: number;
  city: Omit<DistrictProgress, 'district'>;
  /** Every district of the city, in the order of their numbers. */
  districts: DistrictProgress[];
}

/**
 * The fieldwork of a wave as it stands: cases, responses and outcome rates by district. All of it rests on
 * what happened to cases, none of it on an answer, so nothing has to be hidden from the people who run the
 * fieldwork.
 */
export function fieldworkProgress(
  database: FieldworkDatabase,
  waveId: string,
  now: number,
): FieldworkProgress | null {
  const wave = database.waves.wave(waveId);
  if (!wave) return null;
  const populations = new Map(
    database.waves.strata(waveId).map(({ stratum, population }) => [stratum, population]),
  );
  const { city, districts } = progressOf(waveStandings(database, wave), populations);
  const reserves = database.samples.reserves(waveId);
  const nothing = progressOf([], populations).city;
  return {
    waveId,
    status: wave.status,
    moment: waveMoment(wave, now),
    opensAt: wave.opensAt,
    closesAt: wave.closesAt,
    plannedClosesAt: wave.plannedClosesAt,
    city: {
      ...city,
      target: wave.sampleSize * cityDistricts.length,
      reserve: [...reserves.values()].reduce((sum, cases) => sum + cases, 0),
    },
    districts: cityDistricts.map(({ number }) => ({
      district: number,
      ...(districts.get(number) ?? nothing),
      target: wave.sampleSize,
      reserve: reserves.get(number) ?? 0,
    })),
  };
}

export interface FieldworkDay {
  /** `YYYY-MM-DD`. */
  day: string;
  opened: number;
  /**
   * Complete and partial ones: sent on that day or, on the day of the close, judged without having been sent.
   */
  responses: number;
}

/** How many opened the questionnaire and how many responses came on each day on which there was any of it. */
export function fieldworkDays(database: FieldworkDatabase, waveId: string): FieldworkDay[] {
  const days = new Map<string, FieldworkDay>();
  for (const { day, kind, cases } of database.outcomes.days(waveId)) {
    const entry = days.get(day) ?? { day, opened: 0, responses: 0 };
    entry[kind === 'opened' ? 'opened' : 'responses'] += cases;
    days.set(day, entry);
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
