import { expect, test } from 'vitest';
import { publicationOf, trend, waves } from '#app/use-cases/published-results.server.ts';
import { receivePublication } from '#app/use-cases/receive-publication.server.ts';
import { incoming, openTestResults, testCorrection, testPublication } from '#tests/support/results.ts';

const act = { actor: 'manager-1', now: Date.UTC(2026, 5, 30) };
const first = testPublication();

test('a publication is taken in whole: head, document and one row per figure', () => {
  const database = openTestResults();
  const sent = incoming(first);
  expect(receivePublication(database, sent, act)).toEqual({ ok: true, publicationId: '2026-1.1' });
  expect(database.publications.publication('2026-1.1')).toMatchObject({
    waveId: '2026-1',
    sha256: sent.sha256,
    document: sent.text,
    receivedBy: 'manager-1',
    receivedAt: act.now,
  });
  const count = database.sqlite.prepare('SELECT count(*) AS n FROM published_estimates').get();
  expect(count).toEqual({ n: first.estimates.length });
  expect(publicationOf(database, '2026-1')).toEqual(first);
});

test('the same publication twice is refused as already received, and nothing is stored twice', () => {
  const database = openTestResults();
  receivePublication(database, incoming(first), act);
  expect(receivePublication(database, incoming(first), act)).toEqual({
    ok: false,
    reason: 'already-received',
  });
  expect(waves(database)).toHaveLength(1);
});

test('a publication whose text, digest or content was touched on the way is refused', () => {
  const database = openTestResults();
  const sent = incoming(first);
  const text = sent.text.replace('"number":1', '"number":2');
  const altered = { ok: false, reason: 'altered' };
  expect(receivePublication(database, { ...sent, text }, act)).toEqual(altered);
  expect(receivePublication(database, { ...incoming(first), sha256: '0'.repeat(64) }, act)).toEqual(altered);
  expect(receivePublication(database, { ...sent, document: { ...first, number: 2 } }, act)).toEqual(altered);
  expect(waves(database)).toEqual([]);
});

test('invariant 8: a received publication and its figures cannot be changed or deleted', () => {
  const database = openTestResults();
  receivePublication(database, incoming(first), act);
  const run = (statement: string) => () => database.sqlite.prepare(statement).run();
  expect(run("UPDATE publications SET correction_note = 'x'")).toThrow('a publication never changes');
  expect(run('DELETE FROM publications')).toThrow('a publication is never deleted');
  expect(run("UPDATE published_estimates SET estimate = '{}'")).toThrow('a published figure never changes');
  expect(run('DELETE FROM published_estimates')).toThrow('a published figure is never deleted');
  const other = incoming({ ...first, correctionNote: 'another text under the same number' });
  expect(receivePublication(database, other, act)).toEqual({ ok: false, reason: 'altered' });
  expect(publicationOf(database, '2026-1')).toEqual(first);
});

test('invariant 8: a correction names what it replaces, is shown instead of it, and leaves it readable', () => {
  const database = openTestResults();
  const correction = testCorrection(first);
  expect(receivePublication(database, incoming(correction), act)).toEqual({
    ok: false,
    reason: 'replaces-unknown',
    detail: { missing: '2026-1.1', newestHere: '–' },
  });
  receivePublication(database, incoming(first), act);
  const unnamed = { ...correction, replaces: null };
  expect(receivePublication(database, incoming(unnamed), act)).toEqual({
    ok: false,
    reason: 'replaces-unknown',
    detail: { missing: '–', newestHere: '2026-1.1' },
  });
  expect(receivePublication(database, incoming(correction), act)).toEqual({
    ok: true,
    publicationId: '2026-1.2',
  });
  expect(waves(database)).toMatchObject([
    {
      publicationId: '2026-1.2',
      replaced: { publicationId: '2026-1.1', note: 'a mistake in the weights' },
    },
  ]);
  expect(trend(database, 'unsafe', 'city')).toHaveLength(1);
  expect(database.publications.publication('2026-1.1')?.document).toBe(incoming(first).text);
});

test('a publication older than the one at hand is refused', () => {
  const database = openTestResults();
  const third = { ...first, number: 3, publicationId: '2026-1.3' };
  receivePublication(database, incoming(third), act);
  const second = { ...first, number: 2, publicationId: '2026-1.2' };
  expect(receivePublication(database, incoming(second), act)).toEqual({ ok: false, reason: 'older-number' });
});
