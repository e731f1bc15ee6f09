import type { Language } from '#core/language.ts';
import type { Answers, Questionnaire } from '#core/questionnaire/definition.ts';
import { drawOrderVersion } from '#core/questionnaire/interview/order.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { openDraft, sealDraft } from '../../sealing.server.ts';
import type { ResidentContext, ResidentVisit } from './resident-visit.ts';

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

/** The draft of someone who has answered nothing yet. */
export function emptyDraft(
  { definition }: Questionnaire,
  { language, random }: { language: Language; random: () => number },
): Draft {
  const nothing = { answers: {}, revision: 1, saves: {}, seen: [], wasReviewed: false };
  const page = definition.pages[0]?.name ?? '';
  return { ...nothing, page, language, orderVersion: drawOrderVersion(random) };
}

/** The saved answers of a case with the code that they belong to, whoever asks: nothing of them is for a page. */
export function savedDraft(
  database: FieldworkDatabase,
  secret: Buffer,
  caseId: string,
): { draft: Draft; codeHash: Buffer } | null {
  const saved = database.residents.draft(caseId);
  if (!saved) return null;
  const draft = openDraft(secret, caseId, saved.sealed) as Draft;
  return { draft, codeHash: Buffer.from(saved.codeHash) };
}

/** Whom answers are shown to: a visit with the code that they belong to. */
export type DraftReader = Pick<ResidentVisit, 'codeHash'> & { case: { caseId: string } };

/** The answers of a visit; null also for those that were begun with another code and not claimed. */
export function readDraft(
  { database, secret }: Pick<ResidentContext, 'database' | 'secret'>,
  { case: { caseId }, codeHash }: DraftReader,
): Draft | null {
  const saved = savedDraft(database, secret, caseId);
  return saved?.codeHash.equals(codeHash) ? saved.draft : null;
}

/** Only inside a job of `database.write`. */
export function writeDraft(
  database: FieldworkDatabase,
  secret: Buffer,
  { caseId, waveId, codeHash }: { caseId: string; waveId: string; codeHash: Buffer },
  draft: Draft,
): void {
  database.residents.putDraft({ caseId, waveId, codeHash, sealed: sealDraft(secret, caseId, draft) });
}
