import { describe, expect, it } from 'vitest';
import { gapSentence } from '#app/components/flags/gap-words.ts';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import type { Language } from '#core/language.ts';

const gap = { group: 'women-men', estimate: 0.12, size: 0.07, n: 1800, pooledWith: null };
const sentence = (
  changes: Partial<typeof gap>,
  language: Language = 'en',
  kind: 'share' | 'mean' = 'share',
) => gapSentence(serverTranslator(language), { ...gap, ...changes }, { kind, waveId: '2026-1' });

describe('the sentence of a gap between groups', () => {
  it('gives the two differences with their signs, and calls no group higher', () => {
    expect(sentence({})).toBe(
      'The figure of women minus that of men: +12.0 pct points here, +5.0 pct points in the rest of the city.',
    );
    expect(sentence({ estimate: -0.02, size: 0.07 })).toMatch(/−2\.0 pct points here, −9\.0 pct points/);
    expect(sentence({ estimate: 0.02, size: 0.07 })).toMatch(/\+2\.0 pct points here, −5\.0 pct points/);
  });

  it('gives a difference that rounds to nothing no sign', () => {
    expect(sentence({ estimate: 0.0004, size: 0.07 })).toMatch(/men: 0\.0 pct points here/);
    expect(sentence({ estimate: 0.07, size: 0.07 })).toMatch(/, 0\.0 pct points in the rest/);
  });

  it('is told in Polish and Ukrainian too, without decimals of a small sample, and of both waves when pooled', () => {
    expect(sentence({ n: 100 }, 'pl')).toBe(
      'Wynik kobiet minus wynik mężczyzn: +12 pkt proc. tutaj, +5 pkt proc. w reszcie miasta.',
    );
    expect(sentence({ group: 'age:65+' }, 'pl')).toMatch(
      /^Wynik osób w wieku 65 lat i więcej minus wynik pozostałych:/,
    );
    const pooled = gapSentence(
      serverTranslator('uk'),
      { ...gap, pooledWith: '2025-2' },
      { kind: 'share', waveId: '2026-1' },
    );
    expect(pooled).toBe(
      'У середньому за дві хвилі (весна 2026 і осінь 2025) показник жінок мінус показник чоловіків: +12,0 в. п. тут, +5,0 в. п. у решті міста.',
    );
  });

  it('is not told without figures', () => {
    const insufficient = { group: 'women-men', estimate: null, size: null, n: null, pooledWith: null };
    expect(gapSentence(serverTranslator('pl'), insufficient, { kind: 'share', waveId: '2026-1' })).toBeNull();
  });
});
