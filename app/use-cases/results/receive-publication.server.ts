import { createHash } from 'node:crypto';
import type { PublicationDocument } from '#core/publication/document.ts';
import { nonsenseIn } from '#core/publication/nonsense/nonsense.ts';
import type { PublishedPlaces } from '#core/publication/places/published-places.ts';
import { readPublication } from '#core/publication/read.ts';
import {
  fingerprintOf,
  isSignatureOf,
  type PublicationSignature,
  readSignedFile,
} from '#core/publication/signed-file.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { Outcome, StaffAct } from '../staff-act.ts';

export interface IncomingPublication {
  /** The file as it came: the document with its signature. */
  file: string;
  /** What somebody else said the file's SHA-256 is, if anyone did. */
  sha256?: string | undefined;
}

export type PublicationRefusal =
  | 'not-json'
  | 'repeated-key'
  | 'not-a-publication'
  | 'newer-format'
  | 'not-signed'
  | 'unknown-signer'
  | 'revoked-signer'
  | 'altered'
  | 'nonsense'
  | 'already-received'
  | 'number-taken'
  | 'older-number'
  | 'replaces-unknown';

type Received = Outcome<{ publicationId: string }, PublicationRefusal>;

/**
 * Takes a publication into city hall's database, whole or not at all: signed by a firm whose key is pinned,
 * byte for byte what was signed, and with figures that can stand beside each other. From then on neither it
 * nor any of its figures can change; a correction arrives as a new publication that names the newest one of
 * its wave.
 */
export function receivePublication(
  database: ResultsDatabase,
  { file, sha256: expected }: IncomingPublication,
  act: Pick<StaffAct, 'actor' | 'now'>,
): Received {
  const sha256 = createHash('sha256').update(file, 'utf8').digest('hex');
  if (expected !== undefined && expected !== sha256) return { ok: false, reason: 'altered' };
  const signed = readSignedFile(file);
  if (!signed.ok) return signed;
  const distrust = distrusted(database, signed.signature);
  if (distrust) return distrust;
  if (!isSignatureOf(signed.text, signed.signature)) return { ok: false, reason: 'altered' };
  const read = readPublication(signed.text);
  if (!read.ok) return { ...read, ...('where' in read ? { detail: { field: read.where } } : {}) };
  const nonsense = nonsenseIn(read.document);
  if (nonsense) return { ok: false, reason: 'nonsense', detail: { ...nonsense } };
  return store(database, { document: read.document, ...signed, sha256 }, act);
}

function distrusted(database: ResultsDatabase, { publicKey }: PublicationSignature): Received | null {
  const key = database.trustedKeys.key(publicKey);
  if (key && key.revokedAt === null) return null;
  const detail = { fingerprint: fingerprintOf(publicKey) };
  return { ok: false, reason: key ? 'revoked-signer' : 'unknown-signer', detail };
}

interface CheckedPublication {
  document: PublicationDocument;
  /** Its canonical JSON, as it was signed. */
  text: string;
  signature: PublicationSignature;
  sha256: string;
}

function store(
  database: ResultsDatabase,
  { document, text, signature, sha256 }: CheckedPublication,
  { actor, now }: Pick<StaffAct, 'actor' | 'now'>,
): Received {
  const { publicationId, number, replaces, correctionNote, wave } = document;
  return database.transact((): Received => {
    const known = database.publications.documentText(publicationId);
    if (known !== undefined)
      return { ok: false, reason: known === text ? 'already-received' : 'number-taken' };
    const newest = database.publications.headsOfWave(wave.waveId).at(-1);
    if (newest && number <= newest.number) return { ok: false, reason: 'older-number' };
    const here = newest?.publicationId ?? null;
    if (replaces !== here) {
      return {
        ok: false,
        reason: 'replaces-unknown',
        detail: { missing: replaces ?? '–', newestHere: here ?? '–' },
      };
    }
    database.publications.add({
      publicationId,
      waveId: wave.waveId,
      year: wave.year,
      season: wave.season,
      number,
      replaces,
      correctionNote,
      wave,
      sha256,
      publicKey: signature.publicKey,
      signature: signature.value,
      receivedBy: actor,
      receivedAt: now,
      document: text,
    });
    for (const estimate of document.estimates) database.estimates.add(publicationId, estimate);
    database.modeEffects.add(publicationId, document.parallelSamples ?? []);
    database.publishedPlaces.add(publicationId, placesIn(document));
    return { ok: true, publicationId };
  });
}

function placesIn({ places, placeAnswers, mentionCells, method }: PublicationDocument): PublishedPlaces {
  return { places, placeAnswers, mentionCells, resolution: method.placeRule.resolution };
}
