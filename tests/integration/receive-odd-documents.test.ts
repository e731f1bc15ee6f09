import { describe, expect, it } from 'vitest';
import { waves } from '#app/use-cases/results/published-results.server.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { openTestResults, receiveTrusted, testPublication } from '#tests/support/results.ts';

const act = { actor: 'manager-1', now: Date.UTC(2026, 5, 30) };
const sound = testPublication();

/** A document that the trusted firm signed all the same. */
function received(document: PublicationDocument) {
  const database = openTestResults();
  const answer = receiveTrusted(database, document, act);
  return { answer, stored: waves(database).length };
}

describe('a day that is in no calendar', () => {
  const withDays = (days: Partial<PublicationDocument['wave']>): PublicationDocument => ({
    ...sound,
    wave: { ...sound.wave, ...days },
  });

  it.each([
    ['fieldworkFrom', '2026-02-30'],
    ['fieldworkTo', '2026-04-31'],
    ['fieldworkPlannedTo', '2026-13-01'],
    ['publishedOn', '2025-02-29'],
    ['publishedOn', '2026-00-10'],
    ['publishedOn', '2026-06-00'],
    ['publishedOn', '30.06.2026'],
  ] as const)('refuses a publication by the name of its field: %s %s', (field, value) => {
    expect(received(withDays({ [field]: value }))).toEqual({
      answer: {
        ok: false,
        reason: 'not-a-publication',
        where: `wave.${field}`,
        detail: { field: `wave.${field}` },
      },
      stored: 0,
    });
  });

  it('is not the 29th of February of a leap year', () => {
    const leap = withDays({ fieldworkFrom: '2024-02-29' });
    expect(received(leap)).toEqual({ answer: { ok: true, publicationId: '2026-1.1' }, stored: 1 });
  });
});
