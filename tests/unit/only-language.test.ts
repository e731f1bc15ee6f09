import { describe, expect, it } from 'vitest';
import { onlyLanguage } from '#app/i18n/only-language.ts';

describe('what a page carries of its texts', () => {
  it('is its own language, however deep a text lies, and everything that is no text', () => {
    const report = {
      n: 1790,
      estimate: null,
      indicators: [{ id: 'safe', name: { pl: 'Bezpiecznie', en: 'Safe', uk: 'Безпечно' } }],
      languages: { pl: 1, en: 2, uk: 3 },
    };
    expect(onlyLanguage(report, 'uk')).toEqual({
      ...report,
      indicators: [{ id: 'safe', name: { pl: '', en: '', uk: 'Безпечно' } }],
    });
    expect(report.indicators[0]?.name.pl).toBe('Bezpiecznie');
  });
});
