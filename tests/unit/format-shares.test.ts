import { describe, expect, it } from 'vitest';
import { formatPoints, formatShare, inPercent } from '#app/i18n/format.ts';

describe('a share in words', () => {
  it.each([
    ['pl', '43,1\u00a0%', '31,1–35,7\u00a0%'],
    ['en', '43.1%', '31.1–35.7%'],
    ['uk', '43,1\u00a0%', '31,1–35,7\u00a0%'],
  ] as const)('has the sign of percent as %s writes it, a range too', (language, share, range) => {
    expect(formatShare(language, 0.4312)).toBe(share);
    expect(inPercent(language, language === 'en' ? '31.1–35.7' : '31,1–35,7')).toBe(range);
  });

  it('differs by percentage points that always have their sign', () => {
    expect(formatPoints('pl', 0.0519)).toBe('+5,2');
    expect(formatPoints('en', -0.0519)).toBe('−5.2');
  });
});
