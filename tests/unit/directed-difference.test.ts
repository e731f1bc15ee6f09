import { describe, expect, it } from 'vitest';
import { directedWords, endsOf } from '#app/components/charts/directed-words.ts';
import { serverTranslator } from '#app/i18n/resources.server.ts';

const told = (
  [difference, lower, upper]: [number, number, number],
  direction: 'high-is-bad' | 'high-is-good' | 'neutral',
) => {
  const { value, interval } = directedWords(serverTranslator('en'), {
    ...{ difference, lower, upper, n: 1800 },
    kind: 'share',
    ends: endsOf({ direction }),
  });
  return `${value} (${interval})`;
};

describe('a difference in words', () => {
  it('is for the worse or for the better by the direction of its indicator', () => {
    expect(told([0.121, 0.098, 0.144], 'high-is-bad')).toBe('worse by 12.1 pct points (9.8 to 14.4)');
    expect(told([0.121, 0.098, 0.144], 'high-is-good')).toBe('better by 12.1 pct points (9.8 to 14.4)');
    expect(told([0.121, 0.098, 0.144], 'neutral')).toBe('higher by 12.1 pct points (9.8 to 14.4)');
  });

  it('gives the nearer end of its interval first, whatever its sign', () => {
    expect(told([-0.121, -0.144, -0.098], 'high-is-bad')).toBe('better by 12.1 pct points (9.8 to 14.4)');
  });

  it('names both ends of an interval that holds zero', () => {
    expect(told([0.012, -0.009, 0.033], 'high-is-bad')).toBe(
      'worse by 1.2 pct points (from 0.9 better to 3.3 worse)',
    );
  });

  it('is none where it rounds to zero', () => {
    expect(told([0.0002, -0.02, 0.021], 'high-is-bad')).toBe('no difference (from 2.0 better to 2.1 worse)');
  });
});
