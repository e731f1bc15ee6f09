import { describe, expect, it } from 'vitest';
import { trendPicture } from '#app/components/charts/trend-picture.ts';
import type { WaveFigure } from '#app/components/charts/trend-series.ts';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { defaultFlagRule } from '#city/flag-rule.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import { exactEstimate, exactPublication, unsafeIndicator } from '#tests/support/exact-publication.ts';

const { wave } = exactPublication([]);
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

function subject(estimate: Partial<PublishedEstimate> = {}) {
  const earlier: WaveFigure = {
    wave: { ...wave, waveId: '2025-1', year: 2025 },
    estimate: exactEstimate('D01', 0.25, 1780),
  };
  const newest: WaveFigure = { wave, estimate: { ...exactEstimate('D01', 0.3, 1800), ...estimate } };
  return { indicator: unsafeIndicator, place: 'I', figures: [newest, earlier], rule: defaultFlagRule };
}

describe('the picture of a trend', () => {
  it('invariant 11: carries its base, its n, what the band is and its source in every language', () => {
    for (const language of ['pl', 'en', 'uk'] as const) {
      const notes = plain(trendPicture(serverTranslator(language), subject()).notes.join(' '));
      expect(notes).toContain('everyone');
      expect(notes).toMatch(/1[, ]?780–1[, ]?800/);
      expect(notes).toMatch(/95 ?%/);
      expect(notes).toMatch(/Krak|Краків/);
    }
  });

  it('says the answer in its title: the newest figure with its interval', () => {
    expect(plain(trendPicture(serverTranslator('pl'), subject()).title)).toBe(
      'unsafe after dark, I: 30,0 % (28,0–32,0), wiosna 2026',
    );
  });

  const change = { against: '2025-1', difference: 0.05, lower: 0.02, upper: 0.08 };

  it('names no change that the test has not confirmed to exceed the margin, wherever its interval lies', () => {
    const title = plain(
      trendPicture(serverTranslator('en'), subject({ change: { ...change, qMargin: 0.06 } })).title,
    );
    expect(title).toContain('no change beyond 3 pct points against spring 2025 is confirmed');
    expect(title).not.toContain('+5.0');
  });

  it('names a change with its interval where the test confirms that it exceeds the margin', () => {
    expect(
      plain(trendPicture(serverTranslator('en'), subject({ change: { ...change, qMargin: 0.04 } })).title),
    ).toContain('worse by 5.0 pct points (2.0 to 8.0)');
  });

  it('tells the seasons apart by shape', () => {
    const { figures, ...rest } = subject();
    const autumn = figures.map((figure) => ({
      ...figure,
      wave: { ...figure.wave, season: 'autumn' as const },
    }));
    const shapes = (list: WaveFigure[]) =>
      trendPicture(serverTranslator('pl'), { ...rest, figures: list }).runs[0]?.points.map(
        ({ shape }) => shape,
      );
    expect(shapes(figures)).toEqual(['circle', 'circle']);
    expect(shapes(autumn)).toEqual(['triangle', 'triangle']);
  });
});
