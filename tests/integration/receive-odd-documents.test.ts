import { describe, expect, it } from 'vitest';
import { waves } from '#app/use-cases/results/published/published-results.server.ts';
import { receivePublication } from '#app/use-cases/results/receive-publication.server.ts';
import { trustPublicationKey } from '#app/use-cases/results/trusted-keys.server.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import {
  incoming,
  openTestResults,
  receiveTrusted,
  testKeys,
  testPublication,
} from '#tests/support/results.ts';

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

describe('a document that the trusted firm signed anew', () => {
  const refused = (rule: string, where: string) => ({
    answer: { ok: false, reason: 'nonsense', detail: { rule, where } },
    stored: 0,
  });

  it('is refused by name when the shares of a question add up to more than one', () => {
    const distributions = sound.distributions.map((distribution) =>
      distribution.domain === 'D07'
        ? { ...distribution, answers: distribution.answers.map((answer) => ({ ...answer, share: 0.9 })) }
        : distribution,
    );
    expect(received({ ...sound, distributions })).toEqual(refused('shares-above-one', 'q07 D07'));
  });

  it('is refused by name when figures are cut out of a district that others have', () => {
    const estimates = sound.estimates.filter(({ domain }) => domain !== 'D07');
    expect(received({ ...sound, estimates })).toEqual(refused('district-without-figures', 'D07'));
  });
});

describe('a file that says one thing twice', () => {
  const { file } = incoming(sound);

  it.each([
    ['synthetic', file.replace('"synthetic":true', '"synthetic":false,"synthetic":true')],
    ['value', file.replace('"value":', '"value":0.001,"value":')],
    ['number', file.replace('"number":1', '"number":1, "numb\\u0065r":1')],
    ['publication', file.replace('"publication":', '"publication":{},"publication":')],
    ['publicKey', file.replace('"publicKey":', '"publicKey":"x","publicKey":')],
  ])('is refused by the name of the key, though its signature holds: %s', (key, text) => {
    const database = openTestResults();
    trustPublicationKey(database, { publicKey: testKeys.publicKey, note: '' }, act);
    expect(receivePublication(database, { file: text }, act)).toEqual({
      ok: false,
      reason: 'repeated-key',
      detail: { key },
    });
    expect(waves(database)).toEqual([]);
    expect(receivePublication(database, { file }, act).ok).toBe(true);
  });
});
