import type { ExactParallelSample } from '#core/publication/exact-publication.ts';
import { exactEstimate } from './exact-publication.ts';

export const digest = (letter: string) => letter.repeat(64);

/** A telephone sample of n people beside the wave of `exactPublication`; a share of them feels unsafe. */
export function sampleOf(
  n: number,
  value: number,
  changes: Partial<ExactParallelSample> = {},
): ExactParallelSample {
  return {
    study: { name: 'CATI', fileSha256: digest('a'), mappingSha256: digest('b') },
    fieldworkFrom: '2026-04-10',
    fieldworkTo: '2026-04-30',
    questionnaireVersion: '1',
    modes: [{ mode: 'phone', share: 1 }],
    respondents: n,
    designEffect: 1.23456,
    converged: true,
    warnings: [],
    run: { run: 1, inputSha256: digest('c'), outputSha256: digest('d') },
    effects: [
      {
        indicator: 'unsafe',
        difference: 0.0312345,
        standardError: 0.0112345,
        lower: 0.0091234,
        upper: 0.0531234,
        n: { to: 10_080, from: n },
      },
    ],
    estimates: [exactEstimate('city', value, n)],
    distributions: [],
    ...changes,
  };
}
