import { expect, it } from 'vitest';
import { suppress } from '#core/disclosure/suppress.ts';
import { type AnswerCounts, exactPublication } from '#tests/support/exact-publication.ts';

/** Three districts, the last with 20 people. */
const oneSmallDistrict: AnswerCounts = [
  [
    [60, 30, 20],
    [70, 20, 15],
  ],
  [
    [50, 40, 25],
    [65, 30, 12],
  ],
  [
    [6, 2, 2],
    [6, 2, 2],
  ],
];

it('a publication counts what it hides by why, and a correction of the same answers alike', () => {
  const draft = exactPublication(oneSmallDistrict);
  const first = suppress(draft);
  const again = exactPublication(oneSmallDistrict, {
    number: 2,
    publicationId: '2026-1.2',
    replaces: '2026-1.1',
  });
  for (const { method, estimates, distributions } of [
    first,
    suppress(again, { replaced: { published: first, exact: draft } }),
  ]) {
    const hidden = estimates.filter(({ quality }) => quality === 'suppressed');
    const answers = distributions.flatMap((one) => one.answers).filter(({ share }) => share === null);
    const { suppressed, complementary } = method.suppression;
    expect(suppressed + complementary).toBe(hidden.length + answers.length);
    const complements = hidden.filter(({ reason }) => reason === 'complementary').length;
    expect(complements).toBeGreaterThan(0);
    expect(complementary).toBeGreaterThanOrEqual(complements);
    expect(suppressed).toBeGreaterThanOrEqual(hidden.length - complements);
  }
});
