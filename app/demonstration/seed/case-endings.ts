import { districts } from '#city/city.ts';
import { ageBands, type Stratum } from '#core/sampling/stratum.ts';
import type { caseEventKinds } from '#db/fieldwork/schema/cases.ts';
import type { Random } from './random.ts';

export type CaseEventKind = (typeof caseEventKinds)[number];

/** Something that happened to a case, `at` a share (0–1) of the time in which the wave is open. */
export interface TimedEvent {
  kind: CaseEventKind;
  at: number;
}

/** What becomes of one released case. */
export interface CaseOutcome {
  /**
   * In order of time; empty for a case of which nothing was ever heard. Letters and reminders are not among
   * them.
   */
  events: TimedEvent[];
  /** Null when there is no response. */
  response: {
    mode: 'web' | 'phone';
    /** By the half of the field period, as the platform decides it. */
    phase: 'early' | 'late';
    completeness: 'complete' | 'partial';
    /** The district that the resident confirms; now and then another than the register's. */
    confirmedDistrict: number;
  } | null;
}

const webByAge = [0.96, 0.94, 0.89, 0.81, 0.64, 0.43, 0.22] as const;
const diesByAge = [0, 0, 0, 0.001, 0.002, 0.005, 0.014] as const;
const foreignByAge = [0.05, 0.05, 0.035, 0.025, 0.01, 0.004, 0.001] as const;
const cannotByAge = [0.003, 0.003, 0.004, 0.006, 0.012, 0.03, 0.11] as const;

/** Those whom no letter reaches, or who no longer belong to the population; null for everyone else. */
export function drawUnreachable({ ageBand }: Stratum, random: Random): TimedEvent[] | null {
  const u = random.uniform();
  if (u < 0.026) return [{ kind: 'undeliverable', at: 0.05 + 0.2 * random.uniform() }];
  if (u < 0.038) return [{ kind: 'moved-away', at: 0.1 + 0.6 * random.uniform() }];
  if (u < 0.041) return [{ kind: 'screened-out', at: 0.1 + 0.6 * random.uniform() }];
  if (u < 0.041 + byAge(diesByAge, ageBand)) return [{ kind: 'deceased', at: 0.1 + 0.6 * random.uniform() }];
  return null;
}

export function drawResponse({ ageBand, district }: Stratum, random: Random): CaseOutcome {
  const mode = random.chance(byAge(webByAge, ageBand)) ? 'web' : 'phone';
  // People are called when they have not answered the letters; calls come in the second third and later.
  const isEarly = random.chance(mode === 'web' ? 0.74 : 0.3);
  const at = isEarly
    ? earliest(mode) + (0.499 - earliest(mode)) * random.uniform()
    : 0.5 + 0.48 * random.uniform();
  // Whether the answers were given in another language, and in which: no longer kept, still drawn, so that
  // the people of the demonstration, and what its tests know of them, stay as they were.
  if (random.chance(byAge(foreignByAge, ageBand))) random.chance(0.68);
  const completeness = random.chance(0.97) ? 'complete' : 'partial';
  const confirmedDistrict = random.chance(0.02) ? 1 + random.below(districts.length) : district;
  const opening: CaseEventKind[] = mode === 'web' ? ['opened', 'started'] : ['called', 'started'];
  const ending = completeness === 'complete' ? 'completed' : 'partial';
  return {
    events: [...opening, ending].map((kind): TimedEvent => ({ kind: kind as CaseEventKind, at })),
    response: { mode, phase: isEarly ? 'early' : 'late', completeness, confirmedDistrict },
  };
}

function earliest(mode: 'web' | 'phone'): number {
  return mode === 'web' ? 0.02 : 0.35;
}

/** A case that could have responded and did not. */
export function drawSilence({ ageBand }: Stratum, random: Random): TimedEvent[] {
  const cannot = byAge(cannotByAge, ageBand);
  const ending = random.weighted([0.15, 0.025, 0.3, cannot, 0.006, 0.03, 0.02, 0.47]);
  const first = 0.35 + 0.3 * random.uniform();
  if (ending === 2) {
    return [
      { kind: 'called', at: first },
      { kind: 'called', at: first + 0.15 },
      { kind: 'no-contact', at: 0.85 + 0.13 * random.uniform() },
    ];
  }
  if (ending === 5) {
    const at = 0.02 + 0.9 * random.uniform();
    return (['opened', 'started', 'broke-off'] as const).map((kind) => ({ kind, at }));
  }
  if (ending === 6) return [{ kind: 'opened', at: 0.02 + 0.9 * random.uniform() }];
  const kind = (['refused', 'refused-by-other', null, 'unable', 'language-barrier'] as const)[ending];
  if (!kind) return [];
  return [
    { kind: 'called', at: first },
    { kind, at: first },
  ];
}

function byAge(shares: readonly number[], ageBand: Stratum['ageBand']): number {
  return shares[ageBands.indexOf(ageBand)] ?? 0;
}
