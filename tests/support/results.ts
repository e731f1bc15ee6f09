import { createHash } from 'node:crypto';
import { suppress } from '#core/disclosure/suppress.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import type { DraftPublication } from '#core/publication/draft.ts';
import { type ResultsDatabase, withResultsQueries } from '#db/results/database.ts';
import { openTestDatabase } from './database.ts';
import { type AnswerCounts, draftPublication } from './draft-publication.ts';

export function openTestResults(): ResultsDatabase {
  return withResultsQueries(openTestDatabase('results'));
}

/** Eighteen districts of 600 people; the third and the seventh feel less safe. */
export const eighteenDistricts: AnswerCounts = Array.from({ length: 18 }, (_, index) => {
  const unsafe = index === 2 || index === 6 ? 120 : 60;
  return [
    [300 - unsafe, unsafe, 0, 0],
    [310 - unsafe, unsafe - 10, 0, 0],
  ];
});

/** A publication that went through disclosure control, as a firm would send it. */
export function testPublication(changes: Partial<DraftPublication> = {}): PublicationDocument {
  return suppress(draftPublication(eighteenDistricts, changes));
}

/** The correction of `published`: the same figures under the next number. */
export function testCorrection(
  published: PublicationDocument,
  changes: Partial<DraftPublication> = {},
): PublicationDocument {
  const draft = draftPublication(eighteenDistricts, { wave: published.wave });
  const number = published.number + 1;
  return suppress(
    {
      ...draft,
      number,
      publicationId: `${published.wave.waveId}.${number}`,
      replaces: published.publicationId,
      correctionNote: 'a mistake in the weights',
      ...changes,
    },
    { replaced: { published, draft } },
  );
}

export function incoming(document: PublicationDocument): {
  document: PublicationDocument;
  text: string;
  sha256: string;
} {
  const text = JSON.stringify(document);
  return { document, text, sha256: createHash('sha256').update(text, 'utf8').digest('hex') };
}
