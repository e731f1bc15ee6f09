import { describe, expect, it } from 'vitest';
import { serialisePublication } from '#core/disclosure/serialise-publication.ts';
import { suppress } from '#core/disclosure/suppress.ts';
import type { ExactParallelSample, ExactPublication } from '#core/publication/exact-publication.ts';
import { readPublication } from '#core/publication/read.ts';
import { digest, sampleOf } from '#tests/support/exact-parallel-sample.ts';
import {
  answerOf,
  exactEstimate,
  exactPublication,
  unsafeIndicator,
} from '#tests/support/exact-publication.ts';
import { eighteenDistricts } from '#tests/support/results.ts';

const exactWith = (sample: ExactParallelSample, changes: Partial<ExactPublication> = {}): ExactPublication =>
  exactPublication(eighteenDistricts, { parallelSamples: [sample], ...changes });

const effectsOf = (exact: ExactPublication) => suppress(exact).parallelSamples?.[0]?.effects;

describe('the mode effects that a publication carries', () => {
  it('are rounded as its other figures are, and nothing exact of the sample goes with them', () => {
    const [sample] = suppress(exactWith(sampleOf(1234, 0.3))).parallelSamples ?? [];
    expect(sample).toEqual({
      study: { name: 'CATI', fileSha256: digest('a'), mappingSha256: digest('b') },
      fieldworkFrom: '2026-04-10',
      fieldworkTo: '2026-04-30',
      questionnaireVersion: '1',
      modes: [{ mode: 'phone', share: 1 }],
      respondents: 1230,
      designEffect: 1.23,
      converged: true,
      warnings: [],
      run: { run: 1, inputSha256: digest('c'), outputSha256: digest('d') },
      effects: [
        {
          indicator: 'unsafe',
          difference: 0.031,
          standardError: 0.0112,
          lower: 0.009,
          upper: 0.053,
          n: { to: 10_080, from: 1230 },
        },
      ],
    });
  });

  it('are read back as they were written, and nothing else may travel with them', () => {
    const { text } = serialisePublication(suppress(exactWith(sampleOf(1234, 0.3))));
    const read = readPublication(text);
    expect(read.ok && read.document.parallelSamples).toEqual(JSON.parse(text).parallelSamples);
    const more = text.replace('"parallelSamples":[{', '"parallelSamples":[{"answers":[1],');
    expect(more).not.toBe(text);
    expect(readPublication(more)).toMatchObject({ ok: false, where: 'parallelSamples.0' });
  });

  it('are not named by a publication without them, whose bytes are those recorded', () => {
    const { text, sha256 } = serialisePublication(suppress(exactPublication(eighteenDistricts)));
    expect(text).not.toContain('parallelSamples');
    expect(sha256).toBe('1e04f603f530e26444d1ec13fd7cec87d2a729eca96928d3e212bb32db0ebaea');
  });
});

describe('invariant 7: a mode effect is hidden, because it would give the sample’s own figure away', () => {
  it('when fewer than 30 people of the sample answered', () => {
    expect(effectsOf(exactWith(sampleOf(29, 0.4)))).toEqual([]);
    expect(effectsOf(exactWith(sampleOf(30, 0.4)))).toHaveLength(1);
  });

  it('when fewer than 10 of them gave the rarer answer', () => {
    expect(effectsOf(exactWith(sampleOf(100, 0.09)))).toEqual([]);
    expect(effectsOf(exactWith(sampleOf(100, 0.1)))).toHaveLength(1);
  });

  it('when the wave’s own figure is hidden', () => {
    const { estimates } = exactPublication(eighteenDistricts);
    const hidden = estimates.map((estimate) =>
      estimate.domain === 'city' ? { ...estimate, quality: 'suppressed' as const } : estimate,
    );
    expect(effectsOf(exactWith(sampleOf(1000, 0.3), { estimates: hidden }))).toEqual([]);
  });

  it('when two indicators of one question would give a rare answer of the sample away', () => {
    const words = { pl: '', en: '', uk: '' };
    const wider = {
      ...unsafeIndicator,
      id: 'wider',
      derivedFrom: { variable: 'q07', codes: [1, 2, 3], baseCodes: [1, 2, 3, 4] },
    };
    const narrower = {
      ...unsafeIndicator,
      derivedFrom: { variable: 'q07', codes: [2, 3], baseCodes: [1, 2, 3, 4] },
    };
    const shares = [0.004, 0.3, 0.2, 0.496];
    const estimates = [
      { ...exactEstimate('city', 0.5, 1000), indicator: 'unsafe' },
      { ...exactEstimate('city', 0.504, 1000), indicator: 'wider' },
    ];
    const [effect] = sampleOf(1000, 0.5).effects;
    if (!effect) throw new Error('the sample has an effect');
    const sample = sampleOf(1000, 0.5, {
      estimates,
      effects: [effect, { ...effect, indicator: 'wider' }],
      distributions: [
        {
          variable: 'q07',
          domain: 'city',
          title: words,
          n: 1000,
          answers: shares.map((share, index) => answerOf(index + 1, words, share)),
        },
      ],
    });
    const own = exactPublication(eighteenDistricts);
    const draft = exactWith(sample, {
      indicators: [narrower, wider],
      estimates: [...own.estimates, { ...exactEstimate('city', 0.504, 10_080), indicator: 'wider' }],
      distributions: [],
    });
    expect(effectsOf(draft)?.length).toBeLessThan(2);
  });

  it.each([
    ['by a few people more', 1236, 0],
    ['by many more', 1300, 1],
    ['by the same people', 1230, 1],
  ])('in a correction when the sample differs %s', (_, n, shown) => {
    const before = exactWith(sampleOf(1230, 0.3));
    const after = {
      ...exactWith(sampleOf(n, 0.3)),
      number: 2,
      publicationId: '2026-1.2',
      replaces: '2026-1.1',
      correctionNote: 'a parallel sample',
    };
    const corrected = suppress(after, { replaced: { exact: before, published: suppress(before) } });
    expect(corrected.parallelSamples?.[0]?.effects).toHaveLength(shown);
  });

  it('in a correction when it was hidden before', () => {
    const before = exactWith(sampleOf(100, 0.09));
    const after = {
      ...exactWith(sampleOf(120, 0.3)),
      number: 2,
      publicationId: '2026-1.2',
      replaces: '2026-1.1',
      correctionNote: 'a parallel sample',
    };
    const corrected = suppress(after, { replaced: { exact: before, published: suppress(before) } });
    expect(corrected.parallelSamples?.[0]?.effects).toEqual([]);
  });
});
