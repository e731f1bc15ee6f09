import {
  changeSince,
  type Difference,
  differenceInterval,
  independentDifference,
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
  /** Two changes for the worse in a row, when both can be told; the whole change over both. */
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
 */
export function testDeterioration(
  wave: WaveFigures,
  earlier: readonly WaveFigures[],
  districts: readonly number[],
  rule: FlagRuleSettings,
): DistrictTest[] {
  const before = comparisonWave(wave, earlier, rule);
  return before ? changeTests(wave, before, comparisonWave(before, earlier, rule), districts, rule) : [];
}

/** The same between rolling years that share no wave; none where the waves do not reach back so far. */
export function testYearDeterioration(
  year: RollingYear,
  earlier: readonly WaveFigures[],
  districts: readonly number[],
  rule: FlagRuleSettings,
): DistrictTest[] {
  const before = earlierRollingYear(year.figures, earlier, rule, isHeadline(rule));
  if (!before) return [];
  const tests = changeTests(year.figures, before.figures, null, districts, rule);
  return onYear(tests, year).map((test) => ({ ...test, againstPooledWith: before.pooledWith }));
}

function changeTests(
  wave: WaveFigures,
  before: WaveFigures,
  longBefore: WaveFigures | null,
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
      const member = memberOf({ now, then, origin }, indicator, district, rule);
      if (member) members.push(member);
      else lacking.push({ indicator, district });
    }
  }

  const qChange = adjustOver(members, ({ change }) => upperTail(change, 0));
  const qRelative = adjustOver(members, ({ relativeChange }) => upperTail(relativeChange, 0));
  const falling = members.flatMap(({ inRow }) => inRow ?? []);
  const qInRow = new Map(
    adjustOver(falling, (change) => upperTail(change, 0)).map((q, index) => [falling[index], q]),
  );
  const against = before.waveId;
  const tests = members.map((member, index): DistrictTest => {
    const { indicator, district, change, relativeChange, inRow } = member;
    const [ofChange, ofRelative] = [qChange[index] ?? 1, qRelative[index] ?? 1];
    const isWorse = ofChange <= rule.falseDiscoveryRate && change.difference >= rule.changeMargin;
    const isRelativelyWorse = ofRelative <= rule.falseDiscoveryRate;
    const isRelativeWatch = isRelativelyWorse && relativeChange.difference >= rule.changeMargin;
    const isBoth = isWorse && isRelativelyWorse;
    const isAlert = isBoth && Math.max(ofChange, ofRelative) <= rule.differenceAlertRate;
    const fellTwice =
      inRow !== null &&
      isStepwise(change, inRow, rule) &&
      (qInRow.get(inRow) ?? 1) <= rule.falseDiscoveryRate;
    const isOwn = !isShared(member, rule);
    const isWatch = isBoth || isRelativeWatch || (isOwn && (isWorse || fellTwice));
    return {
      kind: 'deterioration',
      ...onOneWave,
      indicator,
      district,
      group: null,
      severity: isAlert ? 'alert' : isWatch ? 'watch' : 'none',
      estimate: member.estimate,
      size: change.difference,
      standardError: change.standardError,
      ...differenceInterval(change),
      n: member.n,
      q: isBoth ? Math.max(ofChange, ofRelative) : !isWorse && isRelativeWatch ? ofRelative : ofChange,
      alertQ: Math.max(ofChange, ofRelative),
      familySize: members.length,
      against,
    };
  });
  const missing = lacking.map(({ indicator, district }) =>
    insufficientTest({ kind: 'deterioration', indicator, district, group: null, against }, members.length),
  );
  return [...tests, ...missing];
}

interface Waves {
  now: FigureIndex;
  then: FigureIndex;
  /** The wave that `then` is compared with. */
  origin: FigureIndex | null;
}

function memberOf(
  { now, then, origin }: Waves,
  indicator: string,
  district: number,
  rule: FlagRuleSettings,
): Member | null {
  const domain = districtKey(district);
  const [estimate, past] = [now.estimate(indicator, domain), then.estimate(indicator, domain)];
  const changes = changeOf(now, then, indicator, district);
  if (!estimate || !past || !changes) return null;
  if (!isBaseSufficient(estimate, rule) || !isBaseSufficient(past, rule)) return null;
  const first = origin?.estimate(indicator, domain);
  const before = origin && changeOf(then, origin, indicator, district);
  const canTell = first && before && isBaseSufficient(first, rule) && !isShared(before, rule);
  const inRow = canTell ? changeSince(estimate, first) : null;
  return { indicator, district, estimate: estimate.value, n: estimate.n, ...changes, inRow };
}

function changeOf(now: FigureIndex, then: FigureIndex, indicator: string, district: number): Change | null {
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

/** Whether the rest of the city surely got worse as well. */
function isShared({ ofRest }: Change, rule: FlagRuleSettings): boolean {
  return upperTail(ofRest, 0) <= rule.falseDiscoveryRate;
}

/** Whether each of two changes in a row is of the margin or more. */
function isStepwise(last: Difference, both: Difference, { changeMargin }: FlagRuleSettings): boolean {
  return last.difference >= changeMargin && both.difference - last.difference >= changeMargin;
}
