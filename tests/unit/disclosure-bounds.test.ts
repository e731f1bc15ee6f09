import { describe, expect, it } from 'vitest';
import { primarySuppression } from '#core/disclosure/cell-suppression/primary.ts';
import { mainMode } from '#core/disclosure/parallel-samples.ts';
import { publishableModes, publishableOutcomes } from '#core/disclosure/people-counts.ts';
import { publishablePlaces } from '#core/disclosure/place-counts.ts';
import { publishableTests } from '#core/disclosure/publishable-tests.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import type { ExactEstimate } from '#core/publication/exact-publication.ts';
import type { PublishedDistribution } from '#core/publication/published-distribution.ts';
import {
  answerOf,
  exactEstimate,
  exactPublication,
  outcome,
  unsafeIndicator,
} from '#tests/support/exact-publication.ts';
import { testPlace } from '#tests/support/test-place.ts';

const mean = { ...unsafeIndicator, id: 'points', kind: 'mean' as const };

function hiddenOf(estimates: ExactEstimate[], distributions: PublishedDistribution[] = []) {
  const figures = { indicators: [unsafeIndicator, mean], estimates, distributions };
  return [...primarySuppression(figures, null).values()];
}

const words = { pl: 'tak', en: 'yes', uk: 'так' };
const answers = (n: number, ...shares: number[]): PublishedDistribution => ({
  variable: 'q07',
  domain: 'D01',
  title: words,
  n,
  answers: shares.map((share, code) => answerOf(code, words, share)),
});

describe('a figure that rests on', () => {
  it('30 people is shown, on 29 is not', () => {
    expect(hiddenOf([exactEstimate('D01', 0.5, 30)])).toEqual([]);
    expect(hiddenOf([exactEstimate('D01', 0.5, 29)])).toEqual(['few-respondents']);
  });

  it.each([
    { rarerCount: 10, hidden: [] },
    { rarerCount: 9, hidden: ['few-answers'] },
  ])('$rarerCount of the rarer answer', ({ rarerCount, hidden }) => {
    expect(hiddenOf([{ ...exactEstimate('D01', 0.1, 1000), rarerCount }])).toEqual(hidden);
  });

  it('an eighth, or seven eighths, of 80 people is shown; a little rarer on either side is not', () => {
    const reasons = [0.125, 0.875, 0.12, 0.88].map((share) => hiddenOf([exactEstimate('D01', share, 80)])[0]);
    expect(reasons).toEqual([undefined, undefined, 'few-answers', 'few-answers']);
  });

  it('a mean has no rarer answer', () => {
    expect(hiddenOf([{ ...exactEstimate('D01', 0.01, 100), indicator: 'points' }])).toEqual([]);
  });

  it('its own reason keeps it, and few respondents is what is said where none is given', () => {
    const withheld = { ...exactEstimate('D01', null, 100), value: null };
    expect(hiddenOf([withheld])).toEqual(['few-respondents']);
    expect(hiddenOf([{ ...withheld, reason: 'wide-interval' }])).toEqual(['wide-interval']);
  });

  it('30 people and 10 of an answer is shown in a distribution, one fewer is not', () => {
    expect(hiddenOf([], [answers(40, 0.25, 0.75)])).toEqual([]);
    expect(hiddenOf([], [answers(30, 0.5, 0.5)])).toEqual([]);
    expect(hiddenOf([], [answers(36, 0.25, 0.75)])).toEqual(['few-answers']);
    expect(hiddenOf([], [answers(29, 0.5, 0.5)])).toEqual(['few-respondents', 'few-respondents']);
  });
});

describe('a correction', () => {
  const corrected = (n: number, before: number) => {
    const old = exactEstimate('D01', 0.5, before);
    const draft = { estimates: [old], distributions: [answers(before, 0.5, 0.5)] };
    const published = { estimates: [{ ...old, quality: 'good' as const }], distributions: [] };
    const figures = {
      indicators: [unsafeIndicator],
      estimates: [exactEstimate('D01', 0.5, n)],
      distributions: [answers(n, 0.5, 0.5)],
    };
    return [...primarySuppression(figures, { exact: draft, published }).values()];
  };

  it('is shown when it rests on the same people or on ten others, and not in between', () => {
    const differing = Array(3).fill('differencing');
    expect([100, 110, 90].map((n) => corrected(n, 100))).toEqual([[], [], []]);
    expect([109, 91, 101].map((n) => corrected(n, 100))).toEqual([differing, differing, differing]);
  });

  it('keeps hidden what was hidden', () => {
    const old = { ...exactEstimate('D01', 0.5, 100), quality: 'suppressed' as const };
    const figures = {
      indicators: [unsafeIndicator],
      estimates: [exactEstimate('D01', 0.5, 100)],
      distributions: [],
    };
    const replacedBy = (reason: 'few-answers' | null) =>
      primarySuppression(figures, {
        exact: { estimates: [old], distributions: [] },
        published: { estimates: [{ ...old, reason }], distributions: [] },
      });
    expect([...replacedBy('few-answers').values()]).toEqual(['few-answers']);
    expect([...replacedBy(null).values()]).toEqual(['complementary']);
  });
});

describe('the outcomes of a district', () => {
  const shownOf = (...sizes: number[]) =>
    publishableOutcomes([outcome('city', 1000), ...sizes.map((size, i) => outcome(`D0${i + 1}`, size))]).map(
      ({ domain }) => domain,
    );

  it('with 10 answers are shown; one with fewer takes the next smallest with it, two hide each other', () => {
    expect(shownOf(30, 10, 20)).toEqual(['city', 'D01', 'D02', 'D03']);
    expect(shownOf(30, 9, 20)).toEqual(['city', 'D01']);
    expect(shownOf(30, 9, 8)).toEqual(['city', 'D01']);
  });

  it('count partial answers with the complete ones', () => {
    const [shown] = publishableOutcomes([{ ...outcome('city', 6), partial: 4 }]);
    expect(shown?.domain).toBe('city');
    expect(publishableOutcomes([{ ...outcome('city', 6), partial: 3 }])).toEqual([]);
    const two = [
      { ...outcome('D01', 20), partial: 0 },
      { ...outcome('D02', 15), partial: 10 },
      { ...outcome('D03', 2), partial: 0 },
    ];
    expect(publishableOutcomes(two).map(({ domain }) => domain)).toEqual(['D02']);
  });
});

it('the people who named a place are told in tens, from ten on', () => {
  const told = (unsafeRespondents: number | null, totalRespondents: number | null) => {
    const places = [testPlace({ unsafeRespondents, totalRespondents })];
    const [shown] = publishablePlaces(exactPublication([], { places }), null);
    return [shown?.unsafeRespondents, shown?.totalRespondents];
  };
  expect([told(10, 19), told(9, 25), told(null, 30)]).toEqual([
    [10, 10],
    [null, 20],
    [null, 30],
  ]);
});

it('the mode of a sample is that of most of its people, wherever it stands', () => {
  const [web, phone] = [
    { mode: 'web' as const, share: 0.2 },
    { mode: 'phone' as const, share: 0.8 },
  ];
  expect([mainMode({ modes: [web, phone] }), mainMode({ modes: [phone, web] })]).toEqual(['phone', 'phone']);
  expect(() => mainMode({ modes: [] })).toThrow('`mainMode` requires a mode');
});

it('a mode is told from ten people on', () => {
  const modes = [
    { mode: 'web' as const, share: 0.9 },
    { mode: 'phone' as const, share: 0.1 },
  ];
  expect(publishableModes({ modes, respondents: 100 })).toHaveLength(2);
  expect(publishableModes({ modes, respondents: 99 })).toHaveLength(1);
});

describe('the evidence of a flag', () => {
  const flag = (changes: Partial<PublishedFlag> = {}): PublishedFlag => ({
    kind: 'level',
    basis: 'wave' as const,
    leads: true,
    indicator: 'unsafe',
    district: 1,
    group: null,
    severity: 'alert',
    estimate: 0.41,
    size: 0.12,
    lower: 0.1,
    upper: 0.14,
    n: 1803,
    q: 0.001,
    familySize: 108,
    against: 'rest',
    pooledWith: null,
    againstPooledWith: null,
    rollingYearQ: null,
    status: 'new',
    needsIntervention: true,
    conservativeBurden: 5012,
    history: [],
    ...changes,
  });
  const earlier = (domains: Record<string, 'good' | 'suppressed'>, waveId = '2025-1') =>
    ({
      wave: { waveId },
      estimates: Object.entries(domains).map(([domain, quality]) => ({
        indicator: 'unsafe',
        domain,
        quality,
      })),
    }) as PublicationDocument;
  const shown = (
    given: PublishedFlag,
    hidden: string[] = [],
    past: PublicationDocument[] = [],
  ): PublishedFlag['severity'] =>
    publishableTests(exactPublication([], { flags: [given] }), (_, domain) => !hidden.includes(domain), past)
      .flags[0]?.severity ?? 'none';
  const gap = flag({ kind: 'gap', group: 'women-men' });

  it('is shown when its district is, and for a gap both of its groups', () => {
    expect(shown(flag())).toBe('alert');
    expect(shown(flag(), ['D01|sex:F'])).toBe('alert');
    expect(shown(flag(), ['D01'])).toBe('insufficient');
    expect(shown(gap)).toBe('alert');
    expect([['D01'], ['D01|sex:F'], ['D01|sex:M']].map((hidden) => shown(gap, hidden))).toEqual(
      Array(3).fill('insufficient'),
    );
  });

  it('of a change is shown when the wave before told of the district too', () => {
    const change = flag({ kind: 'deterioration', against: '2025-1' });
    const other = earlier({ D01: 'good' }, '2024-1');
    expect(shown(change, [], [other, earlier({ D01: 'good' })])).toBe('alert');
    expect(shown(change, [], [other, earlier({ D01: 'suppressed', D02: 'good' })])).toBe('insufficient');
    expect(shown(change, [], [earlier({ D02: 'good' })])).toBe('insufficient');
    expect(shown(change, [], [other])).toBe('insufficient');
  });

  it('of an improvement leaves the list when a wave behind it hid the district: none is said to be hidden', () => {
    const change = flag({ ...{ kind: 'improvement', against: '2025-1' }, needsIntervention: false });
    expect(shown(change, [], [earlier({ D01: 'good' })])).toBe('alert');
    expect(shown(change, ['D01'], [earlier({ D01: 'good' })])).toBe('none');
    expect(shown(change, [], [earlier({ D01: 'suppressed', D02: 'good' })])).toBe('none');
  });

  it('of a pooled gap is shown when the other wave hid none of its groups', () => {
    const pooled = { ...gap, pooledWith: '2025-1' };
    const then = (women: 'good' | 'suppressed') =>
      earlier({ D01: 'good', 'D01|sex:F': women, 'D01|sex:M': 'good' });
    expect(shown(pooled, [], [then('good')])).toBe('alert');
    expect(shown(pooled, [], [then('suppressed')])).toBe('insufficient');
  });
});
