import { requirePValues, stepUp } from './false-discovery.ts';

/**
 * p-values adjusted for a family of tests, by three rules older or stricter than Benjamini–Hochberg. The
 * district rule does not use them: they let a reader of an analysis see what stricter control would leave
 * standing.
 */

/**
 * Bonferroni: p times the size of the family. Controls the chance of any false rejection. R's `p.adjust(p,
 * "bonferroni")`.
 */
export function bonferroni(pValues: readonly number[]): number[] {
  requirePValues('bonferroni', pValues);
  return pValues.map((p) => Math.min(1, pValues.length * p));
}

/**
 * Holm (1979): step-down Bonferroni, never weaker and under the same assumptions. R's `p.adjust(p, "holm")`.
 */
export function holm(pValues: readonly number[]): number[] {
  requirePValues('holm', pValues);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let largest = 0;
  const ascending = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  ascending.forEach(({ p, index }, position) => {
    largest = Math.max(largest, (pValues.length - position) * p);
    adjusted[index] = Math.min(1, largest);
  });
  return adjusted;
}

/**
 * Benjamini & Yekutieli (2001): false discovery control under any dependence between the tests, at the price
 * of the factor Σ 1/i. R's `p.adjust(p, "BY")`.
 */
export function benjaminiYekutieli(pValues: readonly number[]): number[] {
  requirePValues('benjaminiYekutieli', pValues);
  return stepUp(
    pValues,
    pValues.reduce((sum, _, i) => sum + 1 / (i + 1), 0),
  );
}
