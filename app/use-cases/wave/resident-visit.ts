import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { CaseRow } from '#db/fieldwork/queries/resident.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import type { WaveMoment } from './wave-moment.ts';

/** What every resident use case works with; the instant is the request's. */
export interface ResidentContext {
  database: FieldworkDatabase;
  secret: Buffer;
  now: number;
}

/** A resident inside: whose case, which wave, and what their session remembers of the code. */
export interface ResidentVisit {
  case: CaseRow;
  wave: WaveRow;
  moment: WaveMoment;
  receiptSeed: string;
  /** Hash of the code that was typed. */
  codeHash: Buffer;
  tokenHash: Buffer;
}
