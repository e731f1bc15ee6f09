import {
  changeSince,
  type Difference,
  differenceInterval,
  independentDifference,
  negated,
  upperTail,
} from '../estimation/difference.ts';
import type { SharePart } from '../estimation/intervals/share-part.ts';
import { districtKey } from '../sampling/stratum.ts';
import {
  adjustOver,
  type DistrictTest,
  insufficientTest,
  isBaseSufficient,
  onOneWave,
} from './district-test.ts';
import { earlierRollingYear, isHeadline, onYear, type RollingYear } from './rolling-year.ts';
import type { FlagRuleSettings } from './rule-settings.ts';
import { comparisonWave, type FigureIndex, indexFigures, type WaveFigures } from './wave-figures.ts';

/** Kinds of flags that ask what changed: for the worse, and its mirror. */
export type ChangeKind = 'deterioration' | 'improvement';

/** Differences counted in the direction that is asked: upwards for the worse, downwards for the better. */
interface Change {
  /** What the district itself changed by. */
  change: Difference;
  /** What it changed by more than the rest of the city. */
  relativeChange: Difference;
  /** What the rest of the city changed by. */
  ofRest: Difference;
}

interface Member extends Change {
  indicator: string;
  district: number;
  estimate: number;
  n: number;
  /** The district's own change as it is told, whichever direction is asked. */
  told: Difference;
  /** Two changes in that direction in a row, when both can be told; the whole change over both. */
  inRow: Difference | null;
}

/**
 * Deterioration: did a district get worse since the same season of the year before (or else the last
 * comparable wave), by itself and against the rest of the city? Alert when both tests reject and the change
 * reaches the margin; watch when one of them rejects and its own size reaches the margin, or after two
 * changes of that size in a row whose sum is sure. A change that the rest of the city surely shares is the
 * city's: by itself it makes no watch of a district, or a city-wide shift would flag nearly all of them.
 * Nothing is tested across a break of method, questionnaire or mode, nor of an indicator that the earlier
 * wave did not ask.
 *
 * Improvement is its mirror image: the same tests of the other tail, in a family of their own, so that
 * neither changes what the other finds. Headline indicators count what is bad: more of it is worse.
 */
export function testChanges(
  kind: ChangeKind,
  wave: WaveFigures,
  earlier: readonly WaveFigures[],
  districts: readonly number[],
  rule: FlagRuleSettings,
): DistrictTest[] {
  const before = comparisonWave(wave, earlier, rule);
  if (!before) return [];
  const longBefore = comparisonWave(before, earlier, rule);
  return changeTests({ kind, wave, before, longBefore }, districts, rule);
}

/** The same between rolling years that share no wave; none where the waves do not reach back so far. */
export function testYearChanges(
  kind: ChangeKind,
  year: RollingYear,
  earlier: readonly WaveFigures[],
  districts: readonly number[],
  rule: FlagRuleSettings,
): DistrictTest[] {
  const before = earlierRollingYear(year.figures, earlier, rule, isHeadline(rule));
  if (!before) return [];
  const compared = { kind, wave: year.figures, before: before.figures, longBefore: null };
  return onYear(changeTests(compared, districts, rule), year).map((test) => ({
    ...test,
    againstPooledWith: before.pooledWith,
  }));
}

interface Compared {
  kind: ChangeKind;
  wave: WaveFigures;
  before: WaveFigures;
  longBefore: WaveFigures | null;
}

function changeTests(
  { kind, wave, before, longBefore }: Compared,
  districts: readonly number[],
  rule: FlagRuleSettings,
): DistrictTest[] {
  const [now, then] = [indexFigures(wave), indexFigures(before)];
  const origin = longBefore && indexFigures(longBefore);
  const members: Member[] = [];
  const lacking: { indicator: string; district: number }[] = [];
  const asked = new Set(before.estimates.map(({ indicator }) => indicator));
  for (const indicator of rule.headlineIndicators) {
    // A wave that did not ask is no base for a change: that is not the same as too few answers.
    if (!asked.has(indicator)) continue;
    for (const district of districts) {
      const member = memberOf({ kind, now, then, origin }, { indicator, district }, rule);
      if (member) members.push(member);
      else lacking.push({ indicator, district });
    }
  }

  const qChange = adjustOver(members, ({ change }) => upperTail(change, 0));
  const qRelative = adjustOver(members, ({ relativeChange }) => upperTail(relativeChange, 0));
  const twice = members.flatMap(({ inRow }) => inRow ?? []);
  const qInRow = new Map(
    adjustOver(twice, (change) => upperTail(change, 0)).map((q, index) => [twice[index], q]),
  );
  const against = before.waveId;
  const tests = members.map((member, index): DistrictTest => {
    const { indicator, district, change, relativeChange, inRow, told } = member;
    const [ofChange, ofRelative] = [qChange[index] ?? 1, qRelative[index] ?? 1];
    const isBeyond = ofChange <= rule.falseDiscoveryRate && change.difference >= rule.changeMargin;
    const isRelativelyBeyond = ofRelative <= rule.falseDiscoveryRate;
    const isRelativeWatch = isRelativelyBeyond && relativeChange.difference >= rule.changeMargin;
    const isBoth = isBeyond && isRelativelyBeyond;
    const isAlert = isBoth && Math.max(ofChange, ofRelative) <= rule.differenceAlertRate;
    const isTwice =
      inRow !== null &&
      isStepwise(change, inRow, rule) &&
      (qInRow.get(inRow) ?? 1) <= rule.falseDiscoveryRate;
    const isOwn = !isShared(member, rule);
    const isWatch = isBoth || isRelativeWatch || (isOwn && (isBeyond || isTwice));
    return {
      kind,
      ...onOneWave,
      indicator,
      district,
      group: null,
      severity: isAlert ? 'alert' : isWatch ? 'watch' : 'none',
      estimate: member.estimate,
      size: told.difference,
      standardError: told.standardError,
      ...differenceInterval(told),
      n: member.n,
      q: isBoth ? Math.max(ofChange, ofRelative) : !isBeyond && isRelativeWatch ? ofRelative : ofChange,
      alertQ: Math.max(ofChange, ofRelative),
      familySize: members.length,
      against,
    };
  });
  const missing = lacking.map(({ indicator, district }) =>
    insufficientTest({ kind, indicator, district, group: null, against }, members.length),
  );
  return [...tests, ...missing];
}

interface Waves {
  kind: ChangeKind;
  now: FigureIndex;
  then: FigureIndex;
  /** The wave that `then` is compared with. */
  origin: FigureIndex | null;
}

type Figure = Pick<Member, 'indicator' | 'district'>;

function memberOf(
  { kind, now, then, origin }: Waves,
  { indicator, district }: Figure,
  rule: FlagRuleSettings,
): Member | null {
  const domain = districtKey(district);
  const [estimate, past] = [now.estimate(indicator, domain), then.estimate(indicator, domain)];
  const found = changeOf(now, then, { indicator, district });
  if (!estimate || !past || !found) return null;
  if (!isBaseSufficient(estimate, rule) || !isBaseSufficient(past, rule)) return null;
  const first = origin?.estimate(indicator, domain);
  const before = origin && changeOf(then, origin, { indicator, district });
  const canTell = first && before && isBaseSufficient(first, rule) && !isShared(directed(before, kind), rule);
  return {
    indicator,
    district,
    estimate: estimate.value,
    n: estimate.n,
    ...directed(found, kind),
    told: found.change,
    inRow: canTell ? towards(changeSince(estimate, first), kind) : null,
  };
}

/** A change in the direction that is asked. */
function directed({ change, relativeChange, ofRest }: Change, kind: ChangeKind): Change {
  return {
    change: towards(change, kind),
    relativeChange: towards(relativeChange, kind),
    ofRest: towards(ofRest, kind),
  };
}

function towards(difference: Difference, kind: ChangeKind): Difference {
  return kind === 'improvement' ? negated(difference) : difference;
}

function changeOf(now: FigureIndex, then: FigureIndex, { indicator, district }: Figure): Change | null {
  const domain = districtKey(district);
  const [estimate, past] = [now.estimate(indicator, domain), then.estimate(indicator, domain)];
  const versusRest = now.contrast('vs-rest', indicator, domain);
  const pastVersusRest = then.contrast('vs-rest', indicator, domain);
  if (!estimate || !past || !versusRest || !pastVersusRest) return null;
  const change = changeSince(estimate, past);
  const relativeChange = independentDifference(versusRest, pastVersusRest);
  return { change, relativeChange, ofRest: changeOfRest(change, relativeChange) };
}

/**
 * What the rest of the city changed by: what the district's own and relative change leave, and so is its
 * variance: a district and the rest are samples of different people.
 */
function changeOfRest(change: Difference, relativeChange: Difference): Difference {
  const ofRest = relativeChange.parts?.filter(({ isExact }) => !isExact);
  return {
    difference: change.difference - relativeChange.difference,
    standardError: Math.sqrt(Math.max(0, relativeChange.standardError ** 2 - change.standardError ** 2)),
    degreesOfFreedom: relativeChange.degreesOfFreedom,
    // They stand in the relative change with the other sign.
    ...(ofRest && {
      parts: ofRest.map((part): SharePart => ({ ...part, sign: part.sign > 0 ? -1 : 1 })),
      standardError: Math.hypot(...ofRest.map(({ standardError }) => standardError)),
    }),
  };
}

/** Whether the rest of the city surely changed alike. */
function isShared({ ofRest }: Change, rule: FlagRuleSettings): boolean {
  return upperTail(ofRest, 0) <= rule.falseDiscoveryRate;
}

/** Whether each of two changes in a row is of the margin or more. */
function isStepwise(last: Difference, both: Difference, { changeMargin }: FlagRuleSettings): boolean {
  return last.difference >= changeMargin && both.difference - last.difference >= changeMargin;
}
