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
  /** The last save of every page that was saved, by the page's name: another page's save is no conflict. */
  saves: Record<string, LastSave>;
  /** Pages that were saved since their questions were asked first. */
  seen: string[];
  /** Every page was gone through once: what is corrected afterwards leads back to the review. */
  wasReviewed: boolean;
}

/** The window that saved a page last, and the number of its save in it: tells a late duplicate from another window. */
export interface LastSave {
  revision: number;
  writer: string;
  sequence: number;
}

type WrittenDraft = Omit<Draft, 'saves' | 'seen' | 'wasReviewed'> & Partial<Draft>;

export function readDraft(database: FieldworkDatabase, secret: Buffer, caseId: string): Draft | null {
  const sealed = database.residents.sealedDraft(caseId);
  if (!sealed) return null;
  // Drafts begun before saves were kept by page lack these.
  return { saves: {}, seen: [], wasReviewed: false, ...(openDraft(secret, caseId, sealed) as WrittenDraft) };
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
