import type { DistrictTest } from './district-test.ts';
import type { FlagBasis, FlagKind } from './flag.ts';
import type { PublishedComparisons } from './published-comparisons.ts';

const kinds: readonly FlagKind[] = ['level', 'absolute', 'deterioration', 'gap', 'improvement'];

/** How many comparisons the rule asks for in a city. */
interface Wanted {
  /** Districts × headline indicators. */
  wanted: number;
  /** Kinds of gaps. */
  groups: number;
}

/**
 * How many comparisons of each kind were made, how many had too few respondents, and how many had nothing to
 * be compared with. The kinds that decide always come, also where nothing was compared: an absence is said.
 */
export function comparisonsOf(
  tests: readonly DistrictTest[],
  { wanted, groups }: Wanted,
): PublishedComparisons[] {
  return kinds.flatMap((kind) =>
    [true, false].flatMap((leads): PublishedComparisons[] => {
      const own = tests.filter((test) => test.kind === kind && test.leads === leads);
      if (own.length === 0 && !leads) return [];
      const insufficient = own.filter(({ severity }) => severity === 'insufficient').length;
      const all = kind === 'gap' ? wanted * groups : wanted;
      const basis: FlagBasis = own.some((test) => test.basis === 'rolling-year') ? 'rolling-year' : 'wave';
      const made = own.length - insufficient;
      return [{ kind, basis, leads, made, insufficient, withoutComparison: Math.max(0, all - own.length) }];
    }),
  );
}
