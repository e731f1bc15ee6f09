import { eq } from 'drizzle-orm';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { ResponseRow } from '#db/fieldwork/queries/analysis.ts';
import { responses } from '#db/fieldwork/schema/responses.ts';

/** The rows that the freeze or an import left, whole, in the order of their ids. */
export const storedResponses = ({ orm }: FieldworkDatabase, waveId: string): ResponseRow[] =>
  orm.select().from(responses).where(eq(responses.waveId, waveId)).orderBy(responses.responseId).all();
