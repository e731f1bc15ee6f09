import { makeSigningKeys, type SigningKeys, signText } from '#app/signing.server.ts';
import { receivePublication } from '#app/use-cases/results/receive-publication.server.ts';
import { trustPublicationKey } from '#app/use-cases/results/trusted-keys.server.ts';
import { canonicalJson } from '#core/digest.ts';
import { suppress } from '#core/disclosure/suppress.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import type { ExactPublication } from '#core/publication/exact-publication.ts';
import { signedFile } from '#core/publication/signed-file.ts';
import { type ResultsDatabase, withResultsQueries } from '#db/results/database.ts';
import { openTestDatabase } from './database.ts';
import { type AnswerCounts, exactPublication } from './exact-publication.ts';
import { testSecret } from './fieldwork.ts';

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
export function testPublication(changes: Partial<ExactPublication> = {}): PublicationDocument {
  return suppress(exactPublication(eighteenDistricts, changes));
}

/** The correction of `published`: the same figures under the next number. */
export function testCorrection(
  published: PublicationDocument,
  changes: Partial<ExactPublication> = {},
): PublicationDocument {
  const draft = exactPublication(eighteenDistricts, { wave: published.wave });
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
    { replaced: { published, exact: draft } },
  );
}

/** The key of the firm in tests. */
export const testKeys = makeSigningKeys(testSecret, Buffer.alloc(32, 9));

/** The file in which the firm of the tests hands a document over. */
export function incoming(document: PublicationDocument, keys: SigningKeys = testKeys): { file: string } {
  const text = canonicalJson(document);
  const signature = { publicKey: keys.publicKey, value: signText(testSecret, keys, text) };
  return { file: signedFile(text, signature) };
}

/** City hall takes a document in from the firm of the tests, whose key it trusts. */
export function receiveTrusted(
  database: ResultsDatabase,
  document: PublicationDocument,
  act: { actor: string; now: number },
): ReturnType<typeof receivePublication> {
  trustPublicationKey(database, { publicKey: testKeys.publicKey, note: 'the firm of the tests' }, act);
  return receivePublication(database, incoming(document), act);
}
