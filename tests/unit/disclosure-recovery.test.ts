import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBoundedSystem } from '#core/disclosure/cell-suppression/bounded-simplex.ts';
import { suppress } from '#core/disclosure/suppress.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import type { ExactPublication } from '#core/publication/exact-publication.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import { type AnswerCounts, exactPublication } from '#tests/support/exact-publication.ts';

/** One number that the publication shows, or hides, as a sum over the counts of district × sex × answer. */
interface Figure {
  key: string;
  coefficients: number[];
  /** The most people that it could be about. */
  base: number;
  isShown: boolean;
}

/**
 * The intruder's own model: every figure in terms of the finest counts, all bases of district × sex known,
 * all shown figures known exactly. A share p of some answers among others is the sum Σ (1 - p) over the first
 * less Σ p over the others, which is 0.
 */
function figuresOf(counts: AnswerCounts, publication: PublicationDocument): Figure[] {
  const exact = exactPublication(counts);
  const sumWhere = (weight: (district: number, sex: number, answer: number) => number): number[] =>
    counts.flatMap((district, d) => district.flatMap((row, s) => row.map((_, a) => weight(d, s, a))));
  const inDomain = (domain: string) => (district: number, sex: number) =>
    domain.split('|').every((part) => {
      if (part === 'city') return true;
      return part.startsWith('sex:') ? part === `sex:${'FM'[sex]}` : part === districtKey(district + 1);
    });
  const ofEstimates = publication.estimates.map(({ domain, value }) => {
    const truth = exact.estimates.find((estimate) => estimate.domain === domain);
    const share = truth?.value ?? 0;
    const weights = [-share, 1 - share, 1 - share, 0];
    return {
      key: `estimate ${domain}`,
      coefficients: sumWhere((d, s, a) => (inDomain(domain)(d, s) ? (weights[a] ?? 0) : 0)),
      base: truth?.n ?? 0,
      isShown: value !== null,
    };
  });
  const ofAnswers = publication.distributions.flatMap(({ domain, answers: shown }) =>
    shown.map(({ code, share }) => ({
      key: `answer ${code} ${domain}`,
      coefficients: sumWhere((d, s, a) => (inDomain(domain)(d, s) && a === code - 1 ? 1 : 0)),
      base: exact.distributions.find((distribution) => distribution.domain === domain)?.n ?? 0,
      isShown: share !== null,
    })),
  );
  return [...ofEstimates, ...ofAnswers];
}

/** How far each figure that is not known stays open, in people, for someone who knows the others. */
function openWidths(counts: AnswerCounts, figures: Figure[], isKnown: (figure: Figure) => boolean) {
  const content = counts.flat(2);
  const answers = counts[0]?.[0]?.length ?? 1;
  const hidden = figures.filter((figure) => !isKnown(figure));
  const zeros = hidden.map(() => 0);
  const bases = Array.from({ length: content.length / answers }, (_, base) =>
    content.map((_count, cell) => (Math.floor(cell / answers) === base ? 1 : 0)),
  );
  const shown = figures.filter(isKnown).map(({ coefficients }) => coefficients);
  const definitions = hidden.map(({ coefficients }, index) => [...coefficients, ...zeros.with(index, -1)]);
  const unlimited = hidden.map(() => Number.POSITIVE_INFINITY);
  const system = createBoundedSystem(
    [...[...bases, ...shown].map((row) => [...row, ...zeros]), ...definitions],
    [...content.map((count) => -count), ...unlimited.map((value) => -value)],
    [...content.map(() => Number.POSITIVE_INFINITY), ...unlimited],
  );
  return hidden.map(({ key, base }, index) => {
    const variable = content.length + index;
    return { key, base, width: system.extreme(variable, 1) - system.extreme(variable, -1) };
  });
}

const cell = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 90 }));
const cityOf = (answers: number): fc.Arbitrary<AnswerCounts> =>
  fc.array(
    fc.array(fc.array(cell, { minLength: answers, maxLength: answers }), { minLength: 2, maxLength: 2 }),
    { minLength: 2, maxLength: 5 },
  );

/**
 * Without women and men apart: bases of subgroups are published in tens only, and nothing exact follows from
 * them.
 */
function withoutSubgroups(exact: ExactPublication): ExactPublication {
  return { ...exact, estimates: exact.estimates.filter(({ domain }) => !domain.includes('sex:')) };
}

function expectOpen(counts: AnswerCounts, figures: Figure[], isKnown: (figure: Figure) => boolean): void {
  for (const { key, base, width } of openWidths(counts, figures, isKnown)) {
    expect(width, key).toBeGreaterThanOrEqual(Math.min(5, base) - 1e-6);
  }
}

describe('what an intruder can work out', () => {
  it('invariant 7: no suppressed figure follows from totals, complements, subgroups or the answers behind it', () => {
    fc.assert(
      fc.property(cityOf(3), (counts) => {
        expectOpen(counts, figuresOf(counts, suppress(exactPublication(counts))), ({ isShown }) => isShown);
      }),
      { seed: 7, numRuns: 250 },
    );
  });

  it('invariant 7: no suppressed answer outside the base of an indicator follows from the indicator', () => {
    fc.assert(
      fc.property(cityOf(4), (counts) => {
        const publication = suppress(withoutSubgroups(exactPublication(counts)));
        expectOpen(counts, figuresOf(counts, publication), ({ isShown }) => isShown);
      }),
      { seed: 12, numRuns: 250 },
    );
  });

  it('invariant 7: no suppressed figure follows from the difference of a publication and its correction', () => {
    const recoded = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 0, max: 25 })), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(cityOf(3), recoded, (counts, moves) => {
        const corrected = structuredClone(counts);
        for (const [d, s, a, count] of moves) {
          const row = corrected[d % corrected.length]?.[s % 2];
          if (row) row[a % 3] = count;
        }
        const draft = exactPublication(counts);
        const published = suppress(draft);
        const correction = exactPublication(corrected, {
          number: 2,
          publicationId: '2026-1.2',
          replaces: '2026-1.1',
        });
        const second = figuresOf(corrected, suppress(correction, { replaced: { published, exact: draft } }));
        expectOpen(corrected, second, ({ isShown }) => isShown);

        const first = figuresOf(counts, published);
        const hiddenBefore = new Set(first.filter(({ isShown }) => !isShown).map(({ key }) => key));
        const publicBefore = new Set(first.filter(({ isShown }) => isShown).map(({ key }) => key));
        expect(second.filter(({ key, isShown }) => isShown && hiddenBefore.has(key))).toEqual([]);
        if (!second.some(({ isShown }) => isShown)) return;
        expectOpen(corrected, second, ({ key, isShown }) => isShown || publicBefore.has(key));
      }),
      { seed: 8, numRuns: 200 },
    );
  });
});
