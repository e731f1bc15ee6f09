import type { PublishedFlag, TestIdentity } from '../flagging/flag.ts';
import { byUrgency } from '../flagging/flag-order.ts';
import { gapDomains } from '../flagging/gap-groups.ts';
import type { PublishedComparisons } from '../flagging/published-comparisons.ts';
import { isOfChange, isProblem } from '../flagging/status.ts';
import type { PublicationDocument } from '../publication/document.ts';
import type { ExactPublication, ExactRollingYear } from '../publication/exact-publication.ts';
import { districtKey } from '../sampling/stratum.ts';
import { publicFigures } from './public-figures.ts';
import { roundBase, roundQ, roundShare } from './rounding.ts';

type IsShown = (indicator: string, domain: string) => boolean;
type WasPublic = ReturnType<typeof publicFigures>;

/**
 * The flags as they may be shown, and how many comparisons can be told. A test whose figures are hidden is
 * insufficient, whether it raised a flag or not: neither the list nor its order says which of the hidden ones
 * did. A hidden improvement leaves the list, in which only those that were found stand.
 */
export function publishableTests(
  exact: ExactPublication,
  isShown: IsShown,
  earlier: readonly PublicationDocument[],
): Pick<PublicationDocument, 'flags' | 'comparisons'> {
  const wasPublic = publicFigures(earlier);
  const isHidden = (test: TestIdentity) => !isPublicTest(test, isShown, wasPublic);
  const raised = exact.flags.filter(({ severity }) => severity !== 'insufficient');
  const lost = [...raised, ...exact.unflagged].filter(isHidden);
  const shown = exact.flags.filter((flag) => !lost.includes(flag));
  const flags = [
    ...shown.map((flag) => publishableFlag(flag, exact, isShown, wasPublic)),
    ...lost.filter(({ kind, leads }) => leads && isProblem(kind)).map((test) => withheld(test)),
  ];
  return {
    flags: flags.sort(byUrgency(exact.method.rule)),
    comparisons: exact.comparisons.map((comparisons) => withLost(comparisons, lost)),
  };
}

function withLost(comparisons: PublishedComparisons, lost: readonly TestIdentity[]): PublishedComparisons {
  const { kind, leads, made, insufficient } = comparisons;
  const own = lost.filter((test) => test.kind === kind && test.leads === leads).length;
  return { ...comparisons, made: made - own, insufficient: insufficient + own };
}

/** A flag whose figures are public, rounded; of earlier waves only what their publications let be told. */
function publishableFlag(
  flag: PublishedFlag,
  { rollingYear }: Pick<ExactPublication, 'rollingYear'>,
  isShown: IsShown,
  wasPublic: WasPublic,
): PublishedFlag {
  const history = flag.history.map((past) =>
    wasPublic(past.waveId, flag.indicator, districtKey(flag.district)) === false
      ? { ...past, severity: 'insufficient' as const }
      : past,
  );
  if (flag.severity === 'insufficient') return { ...withheld(flag), history };
  // The test of a year behind a wave's own rests on the years' other waves as well.
  const ofYear = { ...flag, ...(rollingYear && yearBehind(flag, rollingYear)) };
  return {
    ...flag,
    estimate: orNull(flag.estimate, roundShare),
    size: orNull(flag.size, roundShare),
    lower: orNull(flag.lower, roundShare),
    upper: orNull(flag.upper, roundShare),
    n: orNull(flag.n, roundBase),
    q: orNull(flag.q, roundQ),
    rollingYearQ: isPublicTest(ofYear, isShown, wasPublic) ? orNull(flag.rollingYearQ, roundQ) : null,
    conservativeBurden: orNull(flag.conservativeBurden, roundBase),
    history,
  };
}

function yearBehind(
  { kind, against }: TestIdentity,
  { pooledWith, against: of, againstPooledWith }: ExactRollingYear,
): Pick<TestIdentity, 'pooledWith' | 'against' | 'againstPooledWith'> {
  return isOfChange(kind)
    ? { pooledWith, against: of ?? against, againstPooledWith }
    : { pooledWith, against, againstPooledWith: null };
}

/**
 * Whether every figure behind a test is public: the district's and its groups', of this wave, of the one
 * pooled with it, and of those it is compared with.
 */
function isPublicTest(
  { kind, indicator, district, group, against, pooledWith, againstPooledWith }: TestIdentity,
  isShown: IsShown,
  wasPublic: WasPublic,
): boolean {
  const own = districtKey(district);
  const groups = group === null ? [] : gapDomains(group, district);
  if (![own, ...groups].every((domain) => isShown(indicator, domain))) return false;
  const waves = [pooledWith, againstPooledWith, isOfChange(kind) ? against : null];
  return waves.every(
    (waveId) =>
      waveId === null ||
      (wasPublic(waveId, indicator, own) === true &&
        groups.every((domain) => wasPublic(waveId, indicator, domain) !== false)),
  );
}

/** Nothing of a test but that it was wanted. */
function withheld(test: TestIdentity): PublishedFlag {
  const { kind, basis, leads, indicator, district, group, familySize, against } = test;
  return {
    kind,
    basis,
    leads,
    indicator,
    district,
    group,
    familySize,
    against,
    pooledWith: test.pooledWith,
    againstPooledWith: test.againstPooledWith,
    severity: 'insufficient',
    status: null,
    needsIntervention: false,
    estimate: null,
    size: null,
    lower: null,
    upper: null,
    n: null,
    q: null,
    rollingYearQ: null,
    conservativeBurden: null,
    history: [],
  };
}

function orNull(value: number | null, rounded: (value: number) => number): number | null {
  return value === null ? null : rounded(value);
}
