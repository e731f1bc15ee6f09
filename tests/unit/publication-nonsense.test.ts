import { describe, expect, it } from 'vitest';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { nonsenseIn } from '#core/publication/nonsense/nonsense.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import { answerOf, outcome } from '#tests/support/exact-publication.ts';
import { testCorrection, testPublication } from '#tests/support/results.ts';

const sound = testPublication();
const shown = sound.estimates.findIndex(({ domain }) => domain === 'D07');
const district = sound.estimates[shown] as PublishedEstimate;

function withEstimate(change: Partial<PublishedEstimate>): PublicationDocument {
  return {
    ...sound,
    estimates: sound.estimates.map((each, index) => (index === shown ? { ...each, ...change } : each)),
  };
}

const alert: PublishedFlag = {
  kind: 'level',
  basis: 'wave',
  leads: true,
  severity: 'alert',
  status: 'new',
  needsIntervention: true,
  indicator: 'unsafe',
  district: 7,
  group: null,
  estimate: district.value,
  size: 0.19,
  lower: 0.15,
  upper: 0.23,
  n: 600,
  q: 0.001,
  familySize: 18,
  against: 'rest',
  pooledWith: null,
  againstPooledWith: null,
  rollingYearQ: null,
  conservativeBurden: 90,
  history: [],
};

const withFlag = (change: Partial<PublishedFlag>) => ({ ...sound, flags: [{ ...alert, ...change }] });

describe('a publication as it is made', () => {
  it('is no nonsense, nor is its correction', () => {
    expect(nonsenseIn(sound)).toBeNull();
    expect(nonsenseIn(testCorrection(sound))).toBeNull();
    expect(nonsenseIn(withFlag({}))).toBeNull();
  });
});

describe('a figure that cannot be', () => {
  it.each<[string, Partial<PublishedEstimate>]>([
    ['value-outside-interval', { value: 0.9 }],
    ['value-outside-interval', { lower: 0.5, upper: 0.4 }],
    ['value-out-of-range', { value: 1.2, upper: 1.3 }],
    ['value-out-of-range', { value: -0.1, lower: -0.2 }],
    ['interval-out-of-range', { lower: -0.01 }],
    ['base-not-rounded', { n: 603 }],
    ['figure-without-evidence', { lower: null }],
    ['figure-without-evidence', { value: null, quality: 'good' }],
    ['hidden-figure-is-told', { quality: 'suppressed', reason: 'few-answers' }],
    ['quality-against-reason', { quality: 'good', reason: 'wide-interval' }],
    ['quality-against-reason', { quality: 'use-with-care', reason: null }],
    [
      'difference-outside-interval',
      { versusRest: { difference: 0.3, lower: 0, upper: 0.2, q: 0.1, qMargin: 1 } },
    ],
    [
      'change-outside-interval',
      { change: { against: '2025-1', difference: -0.1, lower: 0, upper: 0.2, qMargin: 1 } },
    ],
    [
      'change-against-later-wave',
      { change: { against: '2026-2', difference: 0.1, lower: 0, upper: 0.2, qMargin: 1 } },
    ],
    ['ranks-out-of-range', { rankRange: { from: 5, to: 3 } }],
    ['ranks-out-of-range', { rankRange: { from: 1, to: 19 } }],
    ['indicator-unknown', { indicator: 'invented' }],
    ['district-unknown', { domain: 'D19' }],
    ['estimate-repeated', { domain: 'D06' }],
  ])('is refused by name: %s', (rule, change) => {
    expect(nonsenseIn(withEstimate(change))?.rule).toBe(rule);
  });

  it('of a question’s answer is refused too', () => {
    const [distribution, ...others] = sound.distributions;
    const [answer, ...answers] = distribution?.answers ?? [];
    if (!distribution || !answer) throw new Error('the test publication has no distribution');
    const changed = { ...answer, share: 0.5, lower: 0.1, upper: 0.2 };
    const document = {
      ...sound,
      distributions: [{ ...distribution, answers: [changed, ...answers] }, ...others],
    };
    expect(nonsenseIn(document)?.rule).toBe('value-outside-interval');
  });
});

describe('the answers of a question', () => {
  const [distribution, ...others] = sound.distributions;
  if (!distribution) throw new Error('the test publication has no distribution');
  const withAnswers = (answers: typeof distribution.answers): PublicationDocument => ({
    ...sound,
    distributions: [{ ...distribution, answers }, ...others],
  });
  const shares = (...given: (number | null)[]) =>
    withAnswers(given.map((share, index) => answerOf(index + 1, distribution.title, share)));

  it.each([
    ['three thirds, each rounded down', [0.333, 0.333, 0.333]],
    ['sixths, each rounded up', [0.167, 0.167, 0.167, 0.167, 0.167, 0.167]],
    ['the rest hidden', [0.7, null, null]],
    ['all of it shown, and those of nobody hidden', [0.999, 0.002, null, null]],
    ['all hidden', [null, null]],
  ])('are parts of one whole: %s', (_how, given) => {
    expect(nonsenseIn(shares(...given))).toBeNull();
  });

  it.each([
    ['shares-above-one', [0.7, 0.7, 0.7]],
    ['shares-above-one', [0.6, 0.5, null]],
    ['shares-above-one', [0.5, 0.503]],
    ['shares-below-one', [0.5, 0.497]],
    ['shares-below-one', [0, 0, 0]],
  ])('that are not are refused by name: %s %j', (rule, given) => {
    const where = `${distribution.variable} ${distribution.domain}`;
    expect(nonsenseIn(shares(...given))).toEqual({ rule, where });
  });

  it('and their question stand once', () => {
    const [answer] = distribution.answers;
    if (!answer) throw new Error('the distribution has no answer');
    const halves = [0.5, 0.5].map((share) => ({ ...answer, share }));
    expect(nonsenseIn(withAnswers(halves))?.rule).toBe('answer-repeated');
    const twice = { ...sound, distributions: [...sound.distributions, distribution] };
    expect(nonsenseIn(twice)?.rule).toBe('distribution-repeated');
  });
});

describe('figures that were cut out', () => {
  const without = (isCut: (estimate: PublishedEstimate) => boolean): PublicationDocument => {
    const second = { ...(sound.indicators[0] as PublicationDocument['indicators'][number]), id: 'avoids' };
    const estimates = sound.estimates.flatMap((each) => [each, { ...each, indicator: 'avoids' }]);
    return {
      ...sound,
      indicators: [...sound.indicators, second],
      estimates: estimates.filter((estimate) => !isCut(estimate)),
    };
  };

  it('are missed in every domain in which others are told', () => {
    expect(nonsenseIn(without(() => false))).toBeNull();
    for (const domain of new Set(sound.estimates.map((estimate) => estimate.domain))) {
      const cut = without((estimate) => estimate.indicator === 'avoids' && estimate.domain === domain);
      expect(nonsenseIn(cut)).toEqual({ rule: 'estimate-missing', where: `avoids ${domain}` });
    }
  });

  it('of a whole district are missed where its answers or its respondents are told', () => {
    const cut = without(({ domain }) => domain.startsWith('D07'));
    expect(nonsenseIn(cut)).toEqual({ rule: 'district-without-figures', where: 'D07' });
    const alone = { ...cut, distributions: cut.distributions.filter(({ domain }) => domain !== 'D07') };
    expect(nonsenseIn(alone)).toBeNull();
    const counted = { ...alone, outcomes: [outcome('D07', 300)] };
    expect(nonsenseIn(counted)).toEqual({ rule: 'district-without-figures', where: 'D07' });
  });

  it('are missed in a rolling year', () => {
    const estimates = without(() => false).estimates.filter(({ domain }) => !domain.includes(':'));
    const year = { pooledWith: '2025-2', leads: true, estimates };
    const document = { ...without(() => false), rollingYear: year };
    expect(nonsenseIn(document)).toBeNull();
    const cut = { ...year, estimates: estimates.slice(1) };
    expect(nonsenseIn({ ...document, rollingYear: cut })?.rule).toBe('estimate-missing');
  });
});

describe('a flag that does not follow from its test', () => {
  it.each<[string, Partial<PublishedFlag>]>([
    ['severity-against-rate', { q: 0.2 }],
    ['severity-against-rate', { severity: 'watch', needsIntervention: false, q: 0.06 }],
    ['severity-against-size', { size: 0.01, lower: 0.005 }],
    ['severity-against-size', { severity: 'watch', needsIntervention: false, size: 0.02, lower: 0.01 }],
    ['value-outside-interval', { lower: 0.2 }],
    ['base-not-rounded', { n: 601 }],
    ['flag-without-evidence', { q: null }],
    ['status-against-history', { status: 'persistent' }],
    ['intervention-against-history', { needsIntervention: false }],
    ['intervention-against-history', { severity: 'watch' }],
    ['insufficient-flag-is-told', { severity: 'insufficient' }],
    ['indicator-unknown', { indicator: 'invented' }],
    ['district-unknown', { district: 19 }],
    ['flag-against-its-kind', { group: 'women-men' }],
    ['flag-with-later-wave', { history: [{ waveId: '2026-1', severity: 'none' }] }],
    ['flag-against-estimate', { estimate: 0.123 }],
    ['flag-against-its-basis', { pooledWith: '2025-2' }],
    ['intervention-against-history', { leads: false }],
    [
      'intervention-against-history',
      {
        severity: 'watch',
        status: 'confirmed',
        history: [{ waveId: '2025-2', severity: 'watch' }],
        rollingYearQ: 0.2,
      },
    ],
  ])('is refused by name: %s', (rule, change) => {
    expect(nonsenseIn(withFlag(change))?.rule).toBe(rule);
  });

  it('may be shown half a step below its margin, for it was rounded', () => {
    const watch = { severity: 'watch', needsIntervention: false, size: 0.03, lower: 0.01 } as const;
    expect(nonsenseIn(withFlag(watch))).toBeNull();
  });
});

describe('the counts of comparisons', () => {
  it('are those of the flags that are listed', () => {
    const counted = {
      kind: 'level',
      basis: 'wave',
      leads: true,
      made: 17,
      insufficient: 1,
      withoutComparison: 0,
    } as const;
    const lacking = {
      ...alert,
      ...{ severity: 'insufficient', status: null, needsIntervention: false, district: 9 },
      ...{ estimate: null, size: null, lower: null, upper: null, n: null, q: null, conservativeBurden: null },
    } as PublishedFlag;
    expect(nonsenseIn({ ...sound, flags: [alert, lacking], comparisons: [counted] })).toBeNull();
    for (const flags of [[alert], [alert, lacking, { ...lacking, district: 10 }]])
      expect(nonsenseIn({ ...sound, flags, comparisons: [counted] })?.rule).toBe('flags-against-comparisons');
    const none = { ...counted, made: 0, insufficient: 0 };
    expect(nonsenseIn({ ...sound, flags: [alert], comparisons: [none] })?.rule).toBe(
      'flags-against-comparisons',
    );
  });
});

describe('a rolling year', () => {
  it('is of an earlier wave and this one, and its figures are checked like the wave’s', () => {
    const year = { pooledWith: '2025-2', leads: true, estimates: [district] };
    expect(nonsenseIn({ ...sound, rollingYear: year })).toBeNull();
    expect(nonsenseIn({ ...sound, rollingYear: { ...year, pooledWith: '2026-2' } })?.rule).toBe(
      'year-with-later-wave',
    );
    const broken = { ...year, estimates: [{ ...district, value: 0.9 }] };
    expect(nonsenseIn({ ...sound, rollingYear: broken })?.rule).toBe('value-outside-interval');
  });
});

describe('the head of a publication', () => {
  it.each<[string, Partial<PublicationDocument>]>([
    ['correction-without-note', { correctionNote: null }],
    ['correction-without-note', { correctionNote: '  ' }],
    ['correction-replaces-nothing', { replaces: null }],
    ['correction-replaces-nothing', { replaces: '2026-1.2' }],
    ['id-not-of-wave', { publicationId: '2026-2.2' }],
    ['id-not-of-wave', { number: 3 }],
    ['season-not-of-wave', { wave: { ...sound.wave, season: 'autumn' } }],
    ['fieldwork-ends-before-it-begins', { wave: { ...sound.wave, fieldworkTo: '2026-03-01' } }],
    ['base-above-respondents', { wave: { ...sound.wave, respondents: 10 } }],
    ['respondents-not-rounded', { wave: { ...sound.wave, respondents: 32_401 } }],
  ])('of a correction is refused by name: %s', (rule, change) => {
    expect(nonsenseIn({ ...testCorrection(sound), ...change })?.rule).toBe(rule);
  });

  it('of a first publication replaces nothing and has no note', () => {
    expect(nonsenseIn({ ...sound, replaces: '2026-1.0' })?.rule).toBe('first-replaces-another');
    expect(nonsenseIn({ ...sound, correctionNote: 'why' })?.rule).toBe('correction-without-note');
  });
});
