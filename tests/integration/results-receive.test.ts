import { expect, test } from 'vitest';
import { makeSigningKeys } from '#app/signing.server.ts';
import { publicationOf, trend, waves } from '#app/use-cases/results/published/published-results.server.ts';
import { receivePublication } from '#app/use-cases/results/receive-publication.server.ts';
import { revokePublicationKey, trustPublicationKey } from '#app/use-cases/results/trusted-keys.server.ts';
import { canonicalJson, sha256Of } from '#core/digest.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { fingerprintOf } from '#core/publication/signed-file.ts';
import { testSecret } from '#tests/support/fieldwork.ts';
import {
  incoming,
  openTestResults,
  receiveTrusted,
  testCorrection,
  testKeys,
  testPublication,
} from '#tests/support/results.ts';

const act = { actor: 'manager-1', now: Date.UTC(2026, 5, 30) };
const first = testPublication();
const stranger = makeSigningKeys(testSecret, Buffer.alloc(32, 1));

/** City hall that trusts the firm of the tests. */
function cityHall() {
  const database = openTestResults();
  trustPublicationKey(database, { publicKey: testKeys.publicKey, note: 'the firm' }, act);
  return database;
}

test('a publication is stored with its document, signature, digest, receiver and every figure', () => {
  const database = cityHall();
  const { file } = incoming(first);
  expect(receivePublication(database, { file, sha256: sha256Of(file) }, act)).toEqual({
    ok: true,
    publicationId: '2026-1.1',
  });
  expect(database.publications.publication('2026-1.1')).toMatchObject({
    waveId: '2026-1',
    sha256: sha256Of(file),
    publicKey: testKeys.publicKey,
    document: canonicalJson(first),
    receivedBy: 'manager-1',
    receivedAt: act.now,
  });
  const count = database.sqlite.prepare('SELECT count(*) AS n FROM published_estimates').get();
  expect(count).toEqual({ n: first.estimates.length });
  expect(publicationOf(database, '2026-1')).toEqual(first);
});

test('the same publication twice is refused as already received, and nothing is stored twice', () => {
  const database = openTestResults();
  receiveTrusted(database, first, act);
  expect(receiveTrusted(database, first, act)).toEqual({ ok: false, reason: 'already-received' });
  expect(waves(database)).toHaveLength(1);
});

test('a publication that was indented on the way is the same one', () => {
  const database = cityHall();
  const file = JSON.stringify(JSON.parse(incoming(first).file), null, 2);
  expect(receivePublication(database, { file }, act).ok).toBe(true);
  expect(database.publications.documentText('2026-1.1')).toBe(canonicalJson(first));
});

test('whatever one letter of the document is changed, the publication is refused as altered', () => {
  const database = cityHall();
  const { file } = incoming(first);
  const altered = [
    file.replace('"value":0.2', '"value":0.1'),
    file.replace(/"flags":\[.*?\]/, '"flags":[{}]'),
    file.replace('"number":1', '"number":2'),
    file.replace('"synthetic":true', '"synthetic":false'),
    file.replace('"en":"unsafe after dark"', '"en":"safe after dark"'),
    file.replace(/"value":"(.)/, (_, letter) => `"value":"${letter === 'A' ? 'B' : 'A'}`),
  ];
  for (const text of altered) {
    expect(text).not.toBe(file);
    expect(receivePublication(database, { file: text }, act)).toEqual({ ok: false, reason: 'altered' });
  }
  const other = { file, sha256: '0'.repeat(64) };
  expect(receivePublication(database, other, act)).toEqual({ ok: false, reason: 'altered' });
  expect(waves(database)).toEqual([]);
});

test('a publication is taken in from a trusted signer only, and from none that was revoked', () => {
  const database = openTestResults();
  const refused = { ok: false, detail: { fingerprint: fingerprintOf(testKeys.publicKey) } };
  expect(receivePublication(database, incoming(first), act)).toEqual({
    ...refused,
    reason: 'unknown-signer',
  });
  receiveTrusted(database, first, act);
  expect(receivePublication(database, incoming(first, stranger), act)).toMatchObject({
    reason: 'unknown-signer',
  });
  const fingerprint = fingerprintOf(testKeys.publicKey);
  expect(revokePublicationKey(database, fingerprint.slice(0, 7), act)).toMatchObject({ ok: false });
  expect(revokePublicationKey(database, `SHA256:${fingerprint.slice(0, 12)}`, act)).toMatchObject({
    ok: true,
  });
  expect(receivePublication(database, incoming(testCorrection(first)), act)).toEqual({
    ...refused,
    reason: 'revoked-signer',
  });
  expect(database.trustedKeys.all()).toMatchObject([{ revokedBy: 'manager-1', revokedAt: act.now }]);
  expect(publicationOf(database, '2026-1')).toEqual(first);
  expect(() => database.sqlite.prepare('DELETE FROM trusted_keys').run()).toThrow('revoked, not forgotten');
});

test('a key in the file itself makes nobody a trusted signer', () => {
  const database = cityHall();
  const { file } = incoming(first, stranger);
  const posing = file.replace(stranger.publicKey, testKeys.publicKey);
  expect(receivePublication(database, { file: posing }, act)).toEqual({ ok: false, reason: 'altered' });
});

test.each([
  ['the document alone', canonicalJson(first), 'not-signed'],
  ['an empty signature', incoming(first).file.replace(/"signature":\{.*\}/, '"signature":{}}'), 'not-signed'],
  ['no JSON', 'poczucie', 'not-json'],
  ['another JSON', '[1]', 'not-a-publication'],
  [
    'a file of a later version',
    incoming(first).file.replace('signed-publication/1', 'signed-publication/2'),
    'newer-format',
  ],
  [
    'something beside the document',
    incoming(first).file.replace('{"format"', '{"answers":[],"format"'),
    'not-a-publication',
  ],
])('what is no signed publication is refused by name: %s', (_what, file, reason) => {
  expect(receivePublication(cityHall(), { file }, act)).toMatchObject({ ok: false, reason });
});

test('a document of a later version is refused with the advice to upgrade, before anything in it is read', () => {
  const later = { ...first, format: 'poczucie-publication/99', more: 1 } as unknown as PublicationDocument;
  expect(receivePublication(cityHall(), incoming(later), act)).toEqual({ ok: false, reason: 'newer-format' });
});

test('a document that holds more than a publication is refused though it is signed', () => {
  const more = { ...first, answers: [] } as unknown as PublicationDocument;
  expect(receivePublication(cityHall(), incoming(more), act)).toMatchObject({
    ok: false,
    reason: 'not-a-publication',
  });
});

test('invariant 8: a received publication and its figures cannot be changed or deleted', () => {
  const database = openTestResults();
  receiveTrusted(database, first, act);
  const run = (statement: string) => () => database.sqlite.prepare(statement).run();
  expect(run("UPDATE publications SET correction_note = 'x'")).toThrow('a publication never changes');
  expect(run('DELETE FROM publications')).toThrow('a publication is never deleted');
  expect(run("UPDATE published_estimates SET estimate = '{}'")).toThrow('a published figure never changes');
  expect(run('DELETE FROM published_estimates')).toThrow('a published figure is never deleted');
  const other = { ...first, method: { ...first.method, seed: 'another text under the same number' } };
  expect(receiveTrusted(database, other, act)).toEqual({ ok: false, reason: 'number-taken' });
  expect(publicationOf(database, '2026-1')).toEqual(first);
});

test('invariant 8: a correction names what it replaces, is shown instead of it, and leaves it readable', () => {
  const database = openTestResults();
  const correction = testCorrection(first);
  expect(receiveTrusted(database, correction, act)).toEqual({
    ok: false,
    reason: 'replaces-unknown',
    detail: { missing: '2026-1.1', newestHere: '–' },
  });
  receiveTrusted(database, first, act);
  expect(receiveTrusted(database, correction, act)).toEqual({ ok: true, publicationId: '2026-1.2' });
  expect(waves(database)).toMatchObject([
    {
      publicationId: '2026-1.2',
      replaced: { publicationId: '2026-1.1', note: 'a mistake in the weights' },
    },
  ]);
  expect(trend(database, 'unsafe', 'city')).toHaveLength(1);
  expect(database.publications.publication('2026-1.1')?.document).toBe(canonicalJson(first));
});

test('a publication older than the one at hand, and a correction of one that is not the last, are refused', () => {
  const database = openTestResults();
  const second = testCorrection(first);
  const third = testCorrection(second);
  for (const each of [first, second, third]) expect(receiveTrusted(database, each, act).ok).toBe(true);
  const rewritten = { ...second, correctionNote: 'another reason' };
  expect(receiveTrusted(database, rewritten, act)).toEqual({ ok: false, reason: 'number-taken' });
  const apart = openTestResults();
  receiveTrusted(apart, first, act);
  expect(receiveTrusted(apart, third, act)).toMatchObject({ ok: false, reason: 'replaces-unknown' });
});
