import { closeWave } from '../fieldwork/close-wave.server.ts';
import { drawSample } from '../fieldwork/draw-sample.server.ts';
import { freezeWave } from '../fieldwork/freeze-wave.server.ts';
import { destroyIdentities } from '../fieldwork/identities/destroy-identities.server.ts';
import type { JobKind, JobOutcome } from '../fieldwork/wave-jobs.server.ts';
import type { StaffAct } from '../staff-act.ts';
import {
  handOver,
  publishAndHandOver,
  type WorkDatabases,
  weightAndAnalyse,
} from './publishing-steps.server.ts';

/** What a job does with a wave, as plain data, so that another process can be told. */
export type JobWork =
  | { act: 'draw' | 'close' | 'freeze' | 'weight' | 'hand-over' | 'destroy-identities' }
  | { act: 'publish'; correctionNote: string | null; accepted: string[] };

/** As which kind of job the work is shown. */
export function jobKindOf({ act }: JobWork): JobKind {
  return act === 'hand-over' ? 'publish' : act;
}

/** Does the work, and says what came of it in figures. */
export async function doJobWork(
  databases: WorkDatabases,
  waveId: string,
  work: JobWork,
  act: StaffAct & { secret: Buffer },
): Promise<JobOutcome> {
  const { fieldwork } = databases;
  switch (work.act) {
    case 'draw': {
      const drawn = await drawSample(fieldwork, waveId, act);
      return drawn.ok ? { ok: true, figures: { cases: drawn.cases, released: drawn.released } } : drawn;
    }
    case 'close': {
      const closed = closeWave(fieldwork, waveId, act);
      if (!closed.ok) return closed;
      return {
        ok: true,
        figures: closed.closed
          ? { complete: closed.complete, partial: closed.partial, brokeOff: closed.brokeOff }
          : {},
      };
    }
    case 'freeze': {
      const frozen = freezeWave(fieldwork, waveId, act);
      if (!frozen.ok) return frozen;
      return {
        ok: true,
        figures: {
          responses: frozen.responses,
          tooFewAnswers: frozen.tooFewAnswers,
          codesDestroyed: frozen.codesDestroyed,
        },
      };
    }
    case 'weight':
      return weightAndAnalyse(fieldwork, waveId, act);
    case 'publish': {
      const { correctionNote, accepted } = work;
      return publishAndHandOver(databases, { waveId, correctionNote, accepted }, act);
    }
    case 'hand-over':
      return handOver(databases, waveId, act);
    case 'destroy-identities': {
      const destroyed = await destroyIdentities(fieldwork, waveId, act);
      if (!destroyed.ok) return destroyed;
      const { identities, files, bytes } = destroyed;
      return { ok: true, figures: { identities, files, bytes } };
    }
  }
}
