import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { changeTest, rateOf, rateWords, testFact } from '#app/components/flags/flag-test.tsx';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import type { FlagKind, FlagSeverity } from '#core/flagging/flag.ts';
import { type Language, languages } from '#core/language.ts';
import { testPublication } from '#tests/support/results.ts';

const { rule } = testPublication().method;
const told = (severity: FlagSeverity, q: number | null, size = 0.08, kind: FlagKind = 'deterioration') =>
  changeTest({ kind, severity, q, size }, rule);

describe('which test the q of a deterioration is of', () => {
  it('is the larger of both for an alert, which both tests must confirm', () => {
    expect(told('alert', 0.001)).toBe('both');
  });

  it('is that against the rest of the city for a watch whose own change is below the margin', () => {
    expect(told('watch', 0.001, rule.changeMargin / 2)).toBe('relative');
  });

  it('is of one of the two for a watch whose change reaches the margin, which does not tell which', () => {
    expect(told('watch', 0.001, rule.changeMargin)).toBe('one');
  });

  it('may be of both where it is too large for an alert of both', () => {
    const between = (rule.differenceAlertRate + rule.falseDiscoveryRate) / 2;
    expect(told('watch', between)).toBe('oneOrBoth');
  });

  it('is of the change for a district that fell twice with neither test passed, and where nothing is flagged', () => {
    expect(told('watch', 0.3)).toBe('twice');
    expect(told('none', 0.3)).toBe('change');
    expect(told('none', 0.001, rule.changeMargin / 2)).toBe('change');
  });

  it('of a lifted flag whose rise its test confirms can only be one that the rest of the city shares', () => {
    expect(told('none', 0.001)).toBe('changeShared');
  });

  it('is not asked of other kinds of flags, nor where nothing was tested', () => {
    expect(told('alert', 0.001, 0.08, 'level')).toBeNull();
    expect(told('insufficient', null)).toBeNull();
  });
});

const alert = {
  kind: 'deterioration',
  basis: 'wave' as const,
  leads: true,
  severity: 'alert',
  status: 'new',
  needsIntervention: true,
  indicator: 'unsafe',
  district: 11,
  group: null,
  estimate: 0.3,
  size: 0.08,
  lower: 0.05,
  upper: 0.11,
  n: 1800,
  q: 0.02,
  familySize: 108,
  against: '2025-1',
  pooledWith: null,
  againstPooledWith: null,
  rollingYearQ: null,
  conservativeBurden: null,
  history: [],
} as const;

const cardWords = (language: Language) =>
  renderToStaticMarkup(
    <p>{testFact(serverTranslator(language), { ...alert, history: [] }, rule)?.value}</p>,
  ).replace(/<[^>]*>/g, '');

it('the card of an alert says that both tests were passed, and of which the q is', () => {
  expect(cardWords('pl')).toContain(
    'Pogorszenie potwierdziły oba testy: zmiany od tamtej fali i zmiany na tle reszty miasta. Podane q to większe z dwóch.',
  );
  expect(cardWords('en')).toContain('Both tests confirmed the deterioration');
  for (const language of languages) expect(cardWords(language)).toMatch(/0[.,]02\d? /);
});

it('the limit that stands beside a q is the one that decided: alerts of differences have a stricter one', () => {
  const limitOf = (kind: FlagKind, severity: FlagSeverity) => rateOf({ kind, severity }, rule);
  expect(limitOf('level', 'alert')).toBe(rule.falseDiscoveryRate);
  expect(limitOf('absolute', 'alert')).toBe(rule.falseDiscoveryRate);
  for (const kind of ['deterioration', 'gap'] as const) {
    expect(limitOf(kind, 'alert')).toBe(rule.differenceAlertRate);
  }
  expect(limitOf('deterioration', 'watch')).toBe(rule.falseDiscoveryRate);
  expect(limitOf('gap', 'watch')).toBe(rule.gapWatchFalseDiscoveryRate);
  expect(rateWords('en', 0.025)).toBe('0.025');
  expect(rateWords('pl', 0.05)).toBe('0,05');
});
