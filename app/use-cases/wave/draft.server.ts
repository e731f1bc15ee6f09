import { z } from 'zod';
import { type Language, languages } from '#core/language.ts';
import { answersForm } from '#core/questionnaire/answers-form.ts';
import type { Questionnaire } from '#core/questionnaire/definition.ts';
import { drawOrderVersion } from '#core/questionnaire/interview/order.ts';
import { checkStored } from '#core/text/stored-json.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { openDraft, sealDraft } from '../../sealing.server.ts';
import type { ResidentContext, ResidentVisit } from './resident-visit.ts';

/**
 * The window that saved a page last, and the number of its save in it: tells a late duplicate from another
 * window.
 */
const lastSave = z.strictObject({ revision: z.number(), writer: z.string(), sequence: z.number() });

const draftForm = z.strictObject({
  answers: answersForm,
  /** Where the resident was last: resuming begins there. */
  page: z.string(),
  language: z.enum(languages),
  /** Which of the orders of rows this resident sees; see `rowOrders`. */
  orderVersion: z.number(),
  /** Grows by one with every save. */
  revision: z.number(),
  /** The last save of every page that was saved, by the page's name: another page's save is no conflict. */
  saves: z.record(z.string(), lastSave),
  /** Pages that were saved since their questions were asked first. */
  seen: z.array(z.string()),
  /** Every page was gone through once: what is corrected afterwards leads back to the review. */
  wasReviewed: z.boolean(),
});

/** Answers that were saved and not sent yet. */
export type Draft = z.infer<typeof draftForm>;

/** A draft out of its seal; which case's is known, and is not told in an error. */
export function openedDraft(secret: Buffer, caseId: string, sealed: Buffer): Draft {
  return checkStored(draftForm, openDraft(secret, caseId, sealed), 'a draft under its seal');
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

/**
 * The saved answers of a case with the code that they belong to, whoever asks: nothing of them is for a page.
 */
export function savedDraft(
  database: FieldworkDatabase,
  secret: Buffer,
  caseId: string,
): { draft: Draft; codeHash: Buffer } | null {
  const saved = database.residents.draft(caseId);
  if (!saved) return null;
  const draft = openedDraft(secret, caseId, saved.sealed);
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
