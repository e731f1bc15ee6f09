import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { districtLines, newReasons, watchedDistricts } from '#app/use-cases/results/overview/act-lines.ts';
import { otherDifferences } from '#app/use-cases/results/overview/other-differences.ts';
import { whatChanged } from '#app/use-cases/results/overview/what-changed.ts';
import { districtSign } from '#core/analysis/district-sign.ts';
import type { FlagSeverity, PublishedFlag } from '#core/flagging/flag.ts';
import { flagSince } from '#core/flagging/flag-since.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { exactEstimate, exactLevelFlag, unsafeIndicator } from '#tests/support/exact-publication.ts';
import { testPublication } from '#tests/support/results.ts';

const { method } = testPublication();
const rule = { ...method.rule, headlineIndicators: ['unsafe'] };
const alert: PublishedFlag = { ...exactLevelFlag, severity: 'alert', needsIntervention: true };

function history(...severities: FlagSeverity[]): PublishedFlag['history'] {
  return severities.map((severity, index) => ({
    waveId: `${2025 - Math.floor(index / 2)}-${2 - (index % 2)}`,
    severity,
  }));
}

describe('since when a flag stands', () => {
  it('is the oldest wave of the run that has not been interrupted', () => {
    expect(flagSince({ history: history('alert', 'watch', 'none', 'alert') })).toEqual({
      kind: 'since',
      waveId: '2025-1',
    });
  });

  it('is told as new only where an earlier wave was judged and raised none', () => {
    expect(flagSince({ history: history('none', 'none') })).toEqual({ kind: 'new' });
    expect(flagSince({ history: history('none', 'alert') })).toEqual({ kind: 'again', waveId: '2025-1' });
    expect(flagSince({ history: [] })).toEqual({ kind: 'first' });
  });

  it('does not change by waves in which it could not be judged', () => {
    const severity = fc.constantFrom<FlagSeverity>('alert', 'watch', 'none');
    fc.assert(
      fc.property(fc.array(severity, { maxLength: 6 }), fc.nat(6), (severities, at) => {
        const judged = history(...severities);
        const place = Math.min(at, judged.length);
        const unjudged = { waveId: '2000-1', severity: 'insufficient' as const };
        expect(flagSince({ history: [...judged.slice(0, place), unjudged, ...judged.slice(place)] })).toEqual(
          flagSince({ history: judged }),
        );
      }),
    );
  });
});

describe('the sign of a district', () => {
  const figure = (difference: number, qMargin: number): PublishedEstimate => ({
    ...exactEstimate('D07', 0.3, 600),
    versusRest: { difference, lower: difference - 0.02, upper: difference + 0.02, q: qMargin, qMargin },
  });

  it('is that of its most urgent flag, whatever the comparison says beside it', () => {
    const flags = [{ ...alert, severity: 'watch' as const, needsIntervention: false }, alert];
    expect(districtSign(figure(-0.2, 0.001), unsafeIndicator, rule, flags)).toBe('alert');
    expect(districtSign(null, unsafeIndicator, rule, [{ ...alert, severity: 'watch' }])).toBe('repeated');
  });

  it('is better only where a test confirms it, and never worse without a flag', () => {
    expect(districtSign(figure(-0.2, 0.001), unsafeIndicator, rule, [])).toBe('better');
    expect(districtSign(figure(-0.2, 0.2), unsafeIndicator, rule, [])).toBe('even');
    expect(districtSign(figure(0.2, 0.001), unsafeIndicator, rule, [])).toBe('even');
  });

  it('is an improvement where a test confirmed one, unless a flag is more urgent', () => {
    const improved = { ...alert, kind: 'improvement' as const, needsIntervention: false };
    expect(districtSign(figure(0.01, 0.9), unsafeIndicator, rule, [improved])).toBe('improved');
    expect(districtSign(figure(-0.2, 0.001), unsafeIndicator, rule, [improved])).toBe('improved');
    expect(districtSign(figure(0.01, 0.9), unsafeIndicator, rule, [improved, alert])).toBe('alert');
    const possible = { ...improved, severity: 'watch' as const };
    expect(districtSign(figure(0.01, 0.9), unsafeIndicator, rule, [possible])).toBe('even');
  });

  it('claims no more than was tested: it says so where some of the tests could not be made', () => {
    const gap = { ...alert, kind: 'gap' as const, group: 'women-men', severity: 'insufficient' as const };
    expect(districtSign(figure(0.01, 0.9), unsafeIndicator, rule, [gap])).toBe('partly');
    expect(districtSign(figure(-0.2, 0.001), unsafeIndicator, rule, [gap])).toBe('better');
    expect(districtSign(figure(0.01, 0.9), unsafeIndicator, rule, [gap, alert])).toBe('alert');
  });

  it('is not judged where the level is hidden or had too small a base, which is not "no difference"', () => {
    const insufficient = { ...alert, severity: 'insufficient' as const, needsIntervention: false };
    expect(districtSign(figure(0.01, 0.9), unsafeIndicator, rule, [insufficient])).toBe('untold');
    expect(districtSign(null, unsafeIndicator, rule, [])).toBe('untold');
  });
});

describe('the lines of districts where to act', () => {
  const flags: PublishedFlag[] = [
    { ...alert, district: 3, conservativeBurden: 90, history: history('none') },
    { ...alert, district: 5, conservativeBurden: 900, history: history('alert') },
    {
      ...alert,
      district: 3,
      kind: 'deterioration',
      size: 0.11,
      conservativeBurden: null,
      history: history('none'),
    },
    { ...alert, district: 8, severity: 'watch', needsIntervention: false },
    { ...alert, district: 3, severity: 'watch', needsIntervention: false, indicator: 'unsafe' },
    { ...alert, district: 9, leads: false },
  ];
  const publication = { flags, indicators: [unsafeIndicator] };
  const lines = districtLines(publication);

  it('stand in the order of the cautious counts, each with every reason, that of most people first', () => {
    expect(lines.map(({ district }) => district)).toEqual([5, 3]);
    expect(lines[1]?.reasons.map(({ flag }) => flag.kind)).toEqual(['level', 'deterioration']);
  });

  it('leave out what is only watched, and what does not decide', () => {
    expect(watchedDistricts(publication, lines)).toEqual([8]);
  });

  it('tell one new reason of a district, the change over time before the level', () => {
    expect(newReasons(lines).map(({ district, flag }) => `${district} ${flag.kind}`)).toEqual([
      '3 deterioration',
    ]);
  });
});

describe('what changed', () => {
  const change = (difference: number, qMargin: number) => ({
    difference,
    lower: difference - 0.02,
    upper: difference + 0.02,
    against: '2025-1',
    qMargin,
  });
  const changed = (figures: Record<string, PublishedEstimate>, flags: PublishedFlag[] = []) =>
    whatChanged({ indicators: [unsafeIndicator], flags }, (_indicator, domain) => figures[domain] ?? null, {
      rule,
      districts: [1, 2, 3, 4, 5, 6, 7],
    });
  const of = (domain: string, difference: number, qMargin = 0.001): PublishedEstimate => ({
    ...exactEstimate(domain, 0.3, 600),
    change: change(difference, qMargin),
  });

  it('calls no district worse that its flag of deterioration does not', () => {
    expect(changed({ D03: of('D03', 0.2) }).told).toEqual([]);
    const flag = { ...alert, kind: 'deterioration' as const, against: '2025-1', district: 3 };
    expect(changed({ D03: of('D03', 0.2) }, [flag]).told).toMatchObject([{ what: 'worse', district: 3 }]);
  });

  it('tells of the city and of what got better only what the test confirms', () => {
    const told = changed({ city: of('city', 0.05), D02: of('D02', -0.1), D04: of('D04', -0.1, 0.4) }).told;
    expect(told.map(({ what, district }) => `${what} ${district}`)).toEqual(['worse null', 'better 2']);
  });

  it('tells of an alert that is only watched now, and of none that still calls for action', () => {
    const watch = { ...alert, severity: 'watch' as const, district: 5, history: history('alert') };
    expect(changed({}, [{ ...watch, needsIntervention: false }]).told).toMatchObject([
      { what: 'eased', district: 5 },
    ]);
    expect(changed({}, [watch]).told).toEqual([]);
    const watched = { ...watch, needsIntervention: false, history: history('watch') };
    expect(changed({}, [watched]).told).toEqual([]);
  });

  it('is four sentences at most, and counts the rest', () => {
    const better = Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((number) => [`D0${number}`, of(`D0${number}`, -0.1)]),
    );
    const { told, more } = changed(better);
    expect([told.length, more]).toEqual([4, 2]);
  });

  it('says of a lifted flag that it is lifted, and never both that and that it got better', () => {
    const lifted = {
      ...alert,
      severity: 'none' as const,
      status: 'recovering' as const,
      needsIntervention: false,
    };
    expect(changed({}, [lifted]).told).toMatchObject([{ what: 'lifted', district: 7 }]);
    expect(changed({ D07: of('D07', -0.1) }, [lifted]).told).toMatchObject([{ what: 'better', district: 7 }]);
  });
});

describe('differences beyond the headline indicators', () => {
  const other = (id: string, changes: Partial<PublishedIndicator> = {}): PublishedIndicator => ({
    ...unsafeIndicator,
    id,
    headline: false,
    derivedFrom: null,
    ...changes,
  });
  const figure = (indicator: string, domain: string): PublishedEstimate | null => {
    if (domain !== 'D03' && domain !== 'D05') return null;
    const difference = domain === 'D03' ? 0.1 : -0.1;
    const versusRest = {
      difference,
      lower: difference - 0.02,
      upper: difference + 0.02,
      q: 0,
      qMargin: 0.001,
    };
    return { ...exactEstimate(domain, 0.3, 600), indicator, versusRest };
  };
  const found = (indicators: PublishedIndicator[]) =>
    otherDifferences({ indicators, method: { ...method, rule } }, figure, [1, 3, 5]).flatMap(
      ({ differences }) => differences,
    );

  it('are told for the worse and for the better, and of an indicator without a bad end as higher and lower', () => {
    expect(found([other('noise')])[0]?.ends).toEqual([
      { end: 'worse', districts: [3] },
      { end: 'better', districts: [5] },
    ]);
    expect(found([other('cameras', { direction: 'neutral' })])[0]?.ends.map(({ end }) => end)).toEqual([
      'higher',
      'lower',
    ]);
  });

  it('leave out headline indicators and what is the same question again', () => {
    const reverse = other('safe', { derivedFrom: unsafeIndicator.derivedFrom, direction: 'high-is-good' });
    expect(found([unsafeIndicator, reverse])).toEqual([]);
  });
});
