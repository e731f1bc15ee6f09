import { describe, expect, it } from 'vitest';
import {
  modeBreak,
  periodAt,
  trendSeries,
  type WaveFigure,
  waveAt,
} from '#app/components/charts/trend-series.ts';
import type { PublishedWave } from '#core/publication/document.ts';
import { draftEstimate, draftPublication } from '#tests/support/draft-publication.ts';

const base = draftPublication([]).wave;

function wave(year: number, season: 'spring' | 'autumn', web = 0.7): PublishedWave {
  const waveId = `${year}-${season === 'spring' ? 1 : 2}`;
  const modes: PublishedWave['modes'] = [
    { mode: 'web', share: web },
    { mode: 'phone', share: 1 - web },
  ];
  return { ...base, waveId, year, season, modes };
}

const figure = (at: PublishedWave, value: number | null): WaveFigure => ({
  wave: at,
  estimate: draftEstimate('D01', value, 1800),
});

describe('a trend over waves', () => {
  it('joins comparable waves by one line, oldest first, on an axis from 0 to 100', () => {
    const { segments, breaks } = trendSeries(
      [
        figure(wave(2026, 'autumn'), 0.31),
        figure(wave(2025, 'spring'), 0.25),
        figure(wave(2026, 'spring'), 0.28),
      ],
      'share',
      0.1,
    );
    expect(breaks).toEqual([]);
    expect(segments.map((run) => run.map(({ value }) => Math.round(value)))).toEqual([[25, 28, 31]]);
    expect(segments[0]?.[0]?.lower).toBeCloseTo(23);
    expect(segments[0]?.[0]?.upper).toBeCloseTo(27);
  });

  it('leaves means as points of 100', () => {
    const { segments } = trendSeries([figure(wave(2026, 'spring'), 61.5)], 'mean', 0.1);
    expect(segments[0]?.[0]?.value).toBe(61.5);
  });

  it('does not draw a line over a suppressed wave', () => {
    const { segments } = trendSeries(
      [
        figure(wave(2025, 'spring'), 0.25),
        figure(wave(2025, 'autumn'), null),
        figure(wave(2026, 'spring'), 0.28),
        figure(wave(2026, 'autumn'), 0.29),
      ],
      'share',
      0.1,
    );
    expect(segments.map((run) => run.length)).toEqual([1, 2]);
  });

  it('breaks where the share of a mode moved more than the rule allows, and says which mode', () => {
    const { segments, breaks } = trendSeries(
      [
        figure(wave(2025, 'spring', 0.2), 0.25),
        figure(wave(2025, 'autumn', 0.7), 0.31),
        figure(wave(2026, 'spring', 0.75), 0.3),
      ],
      'share',
      0.1,
    );
    expect(segments.map((run) => run.length)).toEqual([1, 2]);
    expect(breaks).toHaveLength(1);
    expect(breaks[0]).toMatchObject({ mode: 'web', shareBefore: 0.2, shareAfter: 0.7 });
  });

  it('takes a shift of exactly the limit as comparable', () => {
    expect(modeBreak(wave(2025, 'spring', 0.6), wave(2026, 'spring', 0.7), 0.1)).toBeNull();
  });

  it('has no runs where every wave is suppressed', () => {
    expect(trendSeries([figure(wave(2026, 'spring'), null)], 'share', 0.1).segments).toEqual([]);
  });

  it('puts a month of the published history on the same axis as the waves', () => {
    expect(periodAt('2019-10')).toBeCloseTo(2019.79, 2);
    expect(periodAt('2021')).toBe(2021.5);
    expect(waveAt({ year: 2026, season: 'spring' })).toBeLessThan(waveAt({ year: 2026, season: 'autumn' }));
  });
});
