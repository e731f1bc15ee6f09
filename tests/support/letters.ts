import { parse } from 'csv-parse/sync';
import type { ResidentContext } from '#app/use-cases/wave/resident-visit.ts';
import { normaliseAccessCode } from '#core/sampling/access-code.ts';
import { parseStratumKey } from '#core/sampling/stratum.ts';
import { answerAll, wholeAnswers } from './whole-answers.ts';

/** What one letter says, as the print supplier reads it. */
export interface Letter {
  caseId: string;
  language: string;
  /** As it is printed, in groups. */
  code: string;
  link: string;
}

/** Residents who answer at the same time: they share transactions, as in a busy hour. */
const atOnce = 60;

/** Reads the file that the manager downloaded. */
export function readLetters(printerFile: string): Letter[] {
  const rows: Record<string, string>[] = parse(printerFile, { bom: true, delimiter: ';', columns: true });
  return rows.map(({ case_id = '', jezyk = '', kod_dostepu = '', link_qr = '' }) => ({
    caseId: case_id,
    language: jezyk,
    code: kod_dostepu,
    link: link_qr,
  }));
}

/**
 * Everybody with one of these letters answers the whole questionnaire and sends it; each confirms the own
 * district.
 */
export async function answerLetters(context: ResidentContext, letters: readonly Letter[]): Promise<void> {
  for (let start = 0; start < letters.length; start += atOnce) {
    await Promise.all(letters.slice(start, start + atOnce).map((letter) => answerLetter(context, letter)));
  }
}

async function answerLetter(context: ResidentContext, { caseId, code }: Letter): Promise<void> {
  const stratum = context.database.residents.case(caseId)?.stratum;
  const read = normaliseAccessCode(code);
  if (!stratum || !read.ok) throw new Error(`answerLetter requires a letter of the wave, not ${caseId}`);
  const invited = { caseId, code: read.code, stratum };
  await answerAll(context, invited, wholeAnswers(invited, parseStratumKey(stratum).district));
}
