import type { PublicationDocument } from '#core/publication/document.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { type PublicationRefusal, receivePublication } from './receive-publication.server.ts';
import { entryOf, type Outcome, type StaffAct } from './staff-act.ts';

/** Hands a wave's newest publication to city hall's database of the same process, byte for byte as it was made. */
export function handOverPublication(
  fieldwork: FieldworkDatabase,
  results: ResultsDatabase,
  waveId: string,
  act: StaffAct,
): Outcome<{ publicationId: string }, PublicationRefusal | 'nothing-published'> {
  const newest = fieldwork.analysis.publications(waveId)[0];
  if (!newest) return { ok: false, reason: 'nothing-published' };
  const { document: text, sha256 } = newest;
  const document = JSON.parse(text) as PublicationDocument;
  const received = receivePublication(results, { document, text, sha256 }, act);
  if (received.ok) {
    fieldwork.transact(() => {
      const { publicationId } = received;
      fieldwork.audit.record(entryOf(act, 'publication-handed-over', waveId, { publicationId, sha256 }));
    });
  }
  return received;
}
