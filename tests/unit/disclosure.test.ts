import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainSums } from '#core/disclosure/cell-suppression/domain-sums.ts';
import { roundBase, roundQ } from '#core/disclosure/rounding.ts';
import { isSuppressed, type SuppressedPublication, suppress } from '#core/disclosure/suppress.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { type AnswerCounts, exactPublication, outcome } from '#tests/support/exact-publication.ts';

/** A city of three districts of comfortable size, in which nothing needs hiding. */
const comfortable: AnswerCounts = [
  [
    [60, 30, 20],
    [70, 20, 15],
  ],
  [
    [50, 40, 25],
    [65, 30, 12],
  ],
  [
    [80, 20, 11],
    [75, 25, 14],
  ],
];

/** The same, with 20 people in the last district. */
const oneSmallDistrict: AnswerCounts = [
  ...comfortable.slice(0, 2),
  [
    [6, 2, 2],
    [6, 2, 2],
  ],
];

const estimateOf = (publication: PublicationDocument, domain: string) =>
  publication.estimates.find((estimate) => estimate.domain === domain);

describe('what is shown', () => {
  it('hides nothing where every figure rests on enough people', () => {
    const publication = suppress(exactPublication(comfortable));
    expect(publication.estimates.filter(({ value }) => value === null)).toEqual([]);
    expect(publication.method.suppression).toEqual({ minimumN: 30, suppressed: 0, complementary: 0 });
  });

  it('hides a small district and a second one, because the city less the others would be the small one', () => {
    const publication = suppress(exactPublication(oneSmallDistrict));
    expect(estimateOf(publication, 'D03')).toMatchObject({
      quality: 'suppressed',
      reason: 'few-respondents',
      n: null,
    });
    const hidden = ['D01', 'D02'].map((domain) => estimateOf(publication, domain)?.reason);
    expect(hidden).toContain('complementary');
    expect(estimateOf(publication, 'city')?.value).not.toBeNull();
  });

  it('hides a share whose rarer answer was given by fewer than 10 people, none included', () => {
    const nobody = structuredClone(comfortable);
    nobody[0] = [
      [110, 0, 0],
      [105, 0, 0],
    ];
    const estimate = estimateOf(suppress(exactPublication(nobody)), 'D01');
    expect(estimate).toMatchObject({
      quality: 'suppressed',
      reason: 'few-answers',
      value: null,
      standardError: null,
    });
  });

  it('takes with a suppressed figure everything that repeats it: ranks of all districts, comparisons, changes', () => {
    const draft = exactPublication(oneSmallDistrict);
    for (const estimate of draft.estimates.filter(({ domain }) => /^D\d\d$/.test(domain))) {
      estimate.rankRange = { from: 1, to: 2 };
      estimate.versusRest = { difference: 0.1, lower: 0.05, upper: 0.15, q: 0.012345, qMargin: 0.3 };
    }
    const publication = suppress(draft);
    expect(estimateOf(publication, 'D03')?.versusRest).toBeNull();
    expect(publication.estimates.every(({ rankRange }) => rankRange === null)).toBe(true);
  });

  it('shows a change only when the earlier figure is public, since the difference would reveal it', () => {
    const change = { against: '2025-1', difference: 0.04, lower: 0.01, upper: 0.07, qMargin: 0.25 };
    const draft = exactPublication(comfortable);
    for (const estimate of draft.estimates) estimate.change = change;
    const before = suppress(
      exactPublication(oneSmallDistrict, {
        publicationId: '2025-1.1',
        wave: { ...draft.wave, waveId: '2025-1', year: 2025 },
      }),
    );
    const publication = suppress(draft, { earlier: [before] });
    expect(estimateOf(publication, 'city')?.change).toEqual(change);
    expect(estimateOf(publication, 'D03')?.change).toBeNull();
    expect(estimateOf(suppress(draft), 'city')?.change).toBeNull();
  });

  it('withholds the evidence of a flag whose figures are suppressed and calls the data insufficient', () => {
    const flag = {
      kind: 'level' as const,
      basis: 'wave' as const,
      leads: true,
      severity: 'alert' as const,
      status: 'new' as const,
      needsIntervention: true,
      indicator: 'unsafe',
      group: null,
      estimate: 0.41234,
      size: 0.12345,
      lower: 0.1,
      upper: 0.2,
      n: 219,
      q: 0.00001,
      familySize: 3,
      against: 'rest',
      pooledWith: null,
      againstPooledWith: null,
      rollingYearQ: null,
      conservativeBurden: 1234,
      history: [],
    };
    const flags = [
      { ...flag, district: 1 },
      { ...flag, district: 3 },
    ];
    const shown = suppress(exactPublication(comfortable, { flags })).flags;
    expect(shown[0]).toMatchObject({
      severity: 'alert',
      estimate: 0.412,
      size: 0.123,
      n: 210,
      q: 0.0001,
      conservativeBurden: 1230,
    });
    const withheld = suppress(exactPublication(oneSmallDistrict, { flags })).flags[1];
    expect(withheld).toMatchObject({
      severity: 'insufficient',
      status: null,
      needsIntervention: false,
      estimate: null,
      size: null,
      lower: null,
      upper: null,
      n: null,
      q: null,
      conservativeBurden: null,
    });
  });

  it('leaves out the outcome rates of a district with fewer than 10 respondents, and of the next smallest', () => {
    const outcomes = [
      outcome('city', 3_012),
      outcome('D01', 1_000),
      outcome('D02', 2_005),
      outcome('D03', 7),
    ];
    const publication = suppress(exactPublication(comfortable, { outcomes }));
    expect(publication.outcomes.map(({ domain, complete }) => [domain, complete])).toEqual([
      ['city', 3_010],
      ['D02', 2_000],
    ]);
  });

  it('names no mode that fewer than 10 people used', () => {
    const { wave } = suppress(exactPublication(comfortable));
    expect(wave.modes).toEqual([
      { mode: 'web', share: 0.7 },
      { mode: 'phone', share: 0.3 },
    ]);
  });
});

describe('a correction', () => {
  it('requires the publication that it replaces', () => {
    expect(() => suppress(exactPublication(comfortable, { replaces: '2026-1.1' }))).toThrow(
      '`suppress` requires the publication that it replaces',
    );
  });

  it('hides a figure whose base changed by fewer than 10 people: the difference would be theirs', () => {
    const draft = exactPublication(comfortable);
    const corrected = structuredClone(comfortable);
    corrected[0] = [
      [60, 30, 19],
      [70, 20, 15],
    ];
    const correction = exactPublication(corrected, {
      number: 2,
      publicationId: '2026-1.2',
      replaces: '2026-1.1',
    });
    const publication = suppress(correction, { replaced: { published: suppress(draft), exact: draft } });
    expect(estimateOf(publication, 'D01')?.reason).toBe('differencing');
    expect(estimateOf(publication, 'D01|sex:F')?.reason).toBe('differencing');
    expect(estimateOf(publication, 'D01|sex:M')?.value).not.toBeNull();
    expect(estimateOf(publication, 'D02')?.reason).not.toBe('differencing');
  });
});

describe('rounding', () => {
  it('invariant 7: published bases never show a group of fewer than 10 by subtraction', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 2, maxLength: 18 }), (bases) => {
        const total = roundBase(bases.reduce((sum, n) => sum + n, 0));
        const others = bases.slice(1).map(roundBase);
        const fewest = total - others.reduce((sum, n) => sum + n + 9, 0);
        const most = total + 9 - others.reduce((sum, n) => sum + n, 0);
        expect(bases[0]).toBeGreaterThanOrEqual(fewest);
        expect(bases[0]).toBeLessThanOrEqual(most);
        expect(most - fewest).toBeGreaterThanOrEqual(9 + 9 * others.length);
      }),
      { seed: 9 },
    );
  });

  it('keeps an interval around its value and rounds a q-value up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 31, max: 969 }), (people) => {
        const publication = suppress(
          exactPublication([
            [
              [1000 - people, people, 0],
              [500, 300, 200],
            ],
          ]),
        );
        for (const { value, lower, upper } of publication.estimates) {
          if (value === null || lower === null || upper === null) continue;
          expect(lower).toBeLessThanOrEqual(value);
          expect(upper).toBeGreaterThanOrEqual(value);
        }
      }),
      { seed: 10, numRuns: 50 },
    );
    expect([0, 1e-9, 0.05, 0.04991, 0.99999, 1].map(roundQ)).toEqual([0.0001, 0.0001, 0.05, 0.05, 1, 1]);
  });
});

describe('sums between domains', () => {
  it('are found for districts, subgroups and age bands within wider ones', () => {
    const sums = domainSums([
      'city',
      'D01',
      'D02',
      'sex:F',
      'D01|sex:F',
      'D02|sex:F',
      'age:65+',
      'age:65-74',
      'age:75+',
    ]);
    const written = sums.map(({ whole, parts }) => `${whole} ⊇ ${parts.join(' + ')}`);
    expect(written.sort()).toEqual(
      [
        'city ⊇ D01 + D02',
        'city ⊇ sex:F',
        'city ⊇ age:65+',
        'city ⊇ age:65-74 + age:75+',
        'D01 ⊇ D01|sex:F',
        'D02 ⊇ D02|sex:F',
        'sex:F ⊇ D01|sex:F + D02|sex:F',
        'age:65+ ⊇ age:65-74 + age:75+',
      ].sort(),
    );
  });
});

describe('the type of a suppressed publication', () => {
  const accept = (publication: SuppressedPublication): boolean => isSuppressed(publication);

  it('invariant 7: nothing but `suppress` makes one, for the compiler and at run time', () => {
    const draft = exactPublication(comfortable);
    expect(accept(suppress(draft))).toBe(true);
    // @ts-expect-error a draft is not a suppressed publication
    expect(accept(draft)).toBe(false);
    // @ts-expect-error neither is the document that a file was read into
    expect(accept(JSON.parse(JSON.stringify(draft)) as PublicationDocument)).toBe(false);
    expect(accept({ ...suppress(draft) })).toBe(false);
  });

  it('is frozen, so that it stays what was checked, and leaves the draft as it was', () => {
    const draft = exactPublication(oneSmallDistrict);
    const copy = structuredClone(draft);
    const publication = suppress(draft);
    expect(draft).toEqual(copy);
    expect(() => {
      publication.estimates[0] = draft.estimates[0] as never;
    }).toThrow(TypeError);
    expect(JSON.stringify(publication)).not.toContain('rarerCount');
  });
});
