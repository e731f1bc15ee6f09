import type { Contrast, Estimate } from '#core/estimation/estimate.ts';
import { kornGraubardInterval, logitInterval } from '#core/estimation/intervals/interval.ts';
import type { WaveFigures } from '#core/flagging/wave-figures.ts';
import { districtKey } from '#core/sampling/stratum.ts';

export interface SimulatedSample {
  /** Respondents of a district and their design effect: answers are drawn for n / deff independent people. */
  n: number;
  designEffect: number;
  districts: number;
  /** True share of an indicator in a district; of one half of the district when a gap is compared. */
  shareOf(indicator: string, district: number, half: 0 | 1): number;
  indicators: readonly string[];
}

/**
 * One wave of simple random samples in equal districts, as the rule sees it; both halves of a district are
 * equally large.
 */
export function simulatedWave(sample: SimulatedSample, waveId: string, random: () => number): WaveFigures {
  const { n, designEffect, districts, indicators } = sample;
  const effective = Math.round(n / designEffect / 2);
  const estimates: Estimate[] = [];
  const contrasts: Contrast[] = [];
  for (const indicator of indicators) {
    const halves = Array.from({ length: districts }, (_, index) =>
      ([0, 1] as const).map((half) => {
        const share = sample.shareOf(indicator, index + 1, half);
        let yes = 0;
        for (let person = 0; person < effective; person += 1) if (random() < share) yes += 1;
        const value = yes / effective;
        return { value, variance: (value * (1 - value)) / effective };
      }),
    );
    const own = halves.map(([a, b]) => ({
      value: ((a?.value ?? 0) + (b?.value ?? 0)) / 2,
      variance: ((a?.variance ?? 0) + (b?.variance ?? 0)) / 4,
      gap: (a?.value ?? 0) - (b?.value ?? 0),
      gapVariance: (a?.variance ?? 0) + (b?.variance ?? 0),
    }));
    own.forEach((figure, index) => {
      const others = own.filter((_, other) => other !== index);
      const mean = (of: (one: typeof figure) => number) =>
        others.reduce((sum, one) => sum + of(one), 0) / others.length;
      const domain = districtKey(index + 1);
      const standardError = Math.sqrt(figure.variance);
      const df = n - 14;
      const exact = kornGraubardInterval(figure.value, standardError, n, df);
      const { lower, upper } = logitInterval(figure.value, standardError, df) ?? exact;
      estimates.push({
        indicator,
        domain,
        value: figure.value,
        standardError,
        degreesOfFreedom: df,
        lower,
        upper,
        intervalMethod: 'logit',
        n,
        baseShare: 1,
        rarerCount: Math.round(n * Math.min(figure.value, 1 - figure.value)),
        effectiveN: n / designEffect,
        kishN: n / designEffect,
        binomialN: null,
        designEffect,
        kornGraubardWidth: exact.upper - exact.lower,
      });
      const common = { indicator, domain, degreesOfFreedom: districts * df };
      const contrast = (
        kind: Contrast['kind'],
        against: string | null,
        difference: number,
        variance: number,
      ): Contrast => ({ ...common, kind, against, difference, standardError: Math.sqrt(variance) });
      contrasts.push(
        contrast(
          'vs-rest',
          null,
          figure.value - mean(({ value }) => value),
          figure.variance + mean(({ variance }) => variance) / others.length,
        ),
        contrast('gap', 'women-men', figure.gap, figure.gapVariance),
        contrast(
          'gap-vs-rest',
          'women-men',
          figure.gap - mean(({ gap }) => gap),
          figure.gapVariance + mean(({ gapVariance }) => gapVariance) / others.length,
        ),
      );
    });
  }
  const [year, half] = waveId.split('-').map(Number);
  return {
    waveId,
    year: year ?? 0,
    season: half === 1 ? 'spring' : 'autumn',
    modes: [{ mode: 'web', share: 1 }],
    methodVersion: '1.0',
    questionnaireVersion: 'krakow-1',
    estimates,
    contrasts,
  };
}
