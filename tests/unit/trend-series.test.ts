import { describe, expect, it } from 'vitest';
import {
  inTime,
  periodAt,
  trendSeries,
  type WaveFigure,
  waveAt,
} from '#app/components/charts/trend-series.ts';
import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import { exactEstimate, exactPublication } from '#tests/support/exact-publication.ts';

const base = exactPublication([]).wave;

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
  estimate: exactEstimate('D01', value, 1800),
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
    expect(breaks[0]?.reasons).toEqual([{ kind: 'mode', mode: 'web', before: 0.2, after: 0.7 }]);
  });

  it('breaks where the questionnaire or the method is another, and not for their small revisions', () => {
    const asked = (year: number, questionnaireVersion: string, methodVersion: string) =>
      figure({ ...wave(year, 'spring'), questionnaireVersion, methodVersion }, 0.3);
    const { segments, breaks } = trendSeries(
      [
        asked(2023, 'cati-2019', '1.0'),
        asked(2024, 'krakow-1', '1.0'),
        asked(2025, 'krakow-1.1', '1.4'),
        asked(2026, 'krakow-1', '2.0'),
      ],
      'share',
      0.1,
    );
    expect(segments.map((run) => run.length)).toEqual([1, 2, 1]);
    expect(breaks.map(({ to, reasons }) => [to.year, reasons])).toEqual([
      [2024, [{ kind: 'questionnaire', before: 'cati-2019', after: 'krakow-1' }]],
      [2026, [{ kind: 'method', before: '1.4', after: '2.0' }]],
    ]);
  });

  it('keeps the place of a wave that did not ask, joins nothing over it, and compares the waves around it', () => {
    const notAsked = [wave(2025, 'autumn')];
    const figures = [figure(wave(2025, 'spring'), 0.25), figure(wave(2026, 'spring', 0.2), 0.28)];
    const { segments, breaks } = trendSeries(figures, 'share', 0.1, notAsked);
    expect(segments.map((run) => run.length)).toEqual([1, 1]);
    expect(breaks.map(({ from, to }) => [from.waveId, to.waveId])).toEqual([['2025-1', '2026-1']]);
    expect(inTime(figures, notAsked).map((place) => [place.wave.waveId, place.figure !== null])).toEqual([
      ['2025-1', true],
      ['2025-2', false],
      ['2026-1', true],
    ]);
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
