import type { Language } from '#core/language.ts';
import type { Answers } from '#core/questionnaire/definition.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { openDraft, sealDraft } from '../sealing.server.ts';

/** Answers that were saved and not sent yet. */
export interface Draft {
  answers: Answers;
  /** Where the resident was last: resuming begins there. */
  page: string;
  language: Language;
  /** Which of the orders of rows this resident sees; see `rowOrders`. */
  orderVersion: number;
  /** Grows by one with every save. */
  revision: number;
  /** The opened page that saved last, and the number of its save: tells a late duplicate from another window. */
  writer: string;
  sequence: number;
}

export function readDraft(database: FieldworkDatabase, secret: Buffer, caseId: string): Draft | null {
  const sealed = database.residents.sealedDraft(caseId);
  return sealed ? (openDraft(secret, caseId, sealed) as Draft) : null;
}

/** Only inside a job of `database.write`. */
export function writeDraft(
  database: FieldworkDatabase,
  secret: Buffer,
  owner: { caseId: string; waveId: string },
  draft: Draft,
): void {
  database.residents.putDraft(owner.caseId, owner.waveId, sealDraft(secret, owner.caseId, draft));
}
