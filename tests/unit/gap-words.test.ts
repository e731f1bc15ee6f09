import { describe, expect, it } from 'vitest';
import { gapSentence } from '#app/components/gap-words.ts';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import type { Language } from '#core/language.ts';

const gap = { group: 'women-men', estimate: 0.12, size: 0.07, n: 1800, pooledWith: null };
const sentence = (
  changes: Partial<typeof gap>,
  language: Language = 'en',
  kind: 'share' | 'mean' = 'share',
) => gapSentence(serverTranslator(language), { ...gap, ...changes }, { kind, waveId: '2026-1' });

describe('the sentence of a gap between groups', () => {
  it('names each difference by its own sign', () => {
    expect(sentence({})).toBe(
      'Among women the figure is 12.0 pct points higher than among men; in the rest of the city it is 5.0 pct points higher.',
    );
    expect(sentence({ size: -0.03 })).toMatch(
      /12\.0 pct points higher than .*; .* 15\.0 pct points higher\.$/,
    );
    expect(sentence({ estimate: -0.02, size: 0.07 })).toMatch(
      /2\.0 pct points lower .*; .* 9\.0 pct points lower/,
    );
    expect(sentence({ estimate: 0.02, size: 0.07 })).toMatch(
      /2\.0 pct points higher .*; .* 5\.0 pct points lower/,
    );
  });

  it('calls a difference that rounds to nothing the same', () => {
    expect(sentence({ estimate: 0.0004, size: 0.07 })).toMatch(
      /^Among women the figure is the same as among men;/,
    );
    expect(sentence({ estimate: 0.07, size: 0.07 })).toMatch(/in the rest of the city it is the same\.$/);
  });

  it('is told in Polish and Ukrainian too, without decimals of a small sample, and of both waves when pooled', () => {
    expect(sentence({ n: 100 }, 'pl')).toBe(
      'Wśród kobiet wynik jest o 12 pkt proc. wyższy niż wśród mężczyzn; w reszcie miasta o 5 pkt proc. wyższy.',
    );
    expect(sentence({ group: 'age:65+' }, 'pl')).toMatch(
      /^Wśród osób w wieku 65 lat i więcej .* niż wśród pozostałych;/,
    );
    const pooled = gapSentence(
      serverTranslator('uk'),
      { ...gap, pooledWith: '2025-2' },
      { kind: 'share', waveId: '2026-1' },
    );
    expect(pooled).toBe(
      'У середньому за дві хвилі (весна 2026 і осінь 2025). Серед жінок показник на 12,0 в. п. вищий, ніж серед чоловіків; у решті міста на 5,0 в. п. вищий.',
    );
  });

  it('is not told without figures', () => {
    const insufficient = { group: 'women-men', estimate: null, size: null, n: null, pooledWith: null };
    expect(gapSentence(serverTranslator('pl'), insufficient, { kind: 'share', waveId: '2026-1' })).toBeNull();
  });
});
