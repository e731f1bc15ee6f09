import {
  asDifference,
  type Difference,
  differenceInterval,
  independentDifference,
} from '../estimation/difference.ts';
import type { FlagRuleSettings } from '../publication/document.ts';
import { districtKey } from '../sampling/stratum.ts';
import {
  adjustOver,
  type DistrictTest,
  insufficientTest,
  isBaseSufficient,
  upperTail,
} from './district-test.ts';
import { comparisonWave, type FigureIndex, indexFigures, type WaveFigures } from './wave-figures.ts';

interface Change {
  /** What the district itself changed by. */
  change: Difference;
  /** What it changed by more than the rest of the city. */
  relativeChange: Difference;
}

interface Member extends Change {
  indicator: string;
  district: number;
  estimate: number;
  n: number;
}

/**
 * Deterioration: did a district get worse since the same season of the year before (or else the last comparable wave), by
 * itself and against the rest of the city? Alert when both tests reject and the change reaches the margin; watch
 * when one of them rejects and its own size reaches the margin, or after two changes of that size in a row. A change that the rest of
 * the city surely shares is the city's: by itself it makes no watch of a district, or a city-wide shift would flag nearly all of them. Nothing is tested across a break of method, questionnaire or mode, nor of
 * an indicator that the earlier wave did not ask.
 */
export function testDeterioration(
  wave: WaveFigures,
  earlier: readonly WaveFigures[],
  districts: readonly number[],
  rule: FlagRuleSettings,
): DistrictTest[] {
  const before = comparisonWave(wave, earlier, rule);
  if (!before) return [];
  const [now, then] = [indexFigures(wave), indexFigures(before)];
  const longBefore = comparisonWave(before, earlier, rule);
  const origin = longBefore && indexFigures(longBefore);

  const members: Member[] = [];
  const lacking: { indicator: string; district: number }[] = [];
  const asked = new Set(before.estimates.map(({ indicator }) => indicator));
  for (const indicator of rule.headlineIndicators) {
    // A wave that did not ask is no base for a change: that is not the same as too few answers.
    if (!asked.has(indicator)) continue;
    for (const district of districts) {
      const member = memberOf(now, then, indicator, district, rule);
      if (member) members.push(member);
      else lacking.push({ indicator, district });
    }
  }

  const qChange = adjustOver(members, ({ change }) => upperTail(change, 0));
  const qRelative = adjustOver(members, ({ relativeChange }) => upperTail(relativeChange, 0));
  const against = before.waveId;
  const tests = members.map((member, index): DistrictTest => {
    const { indicator, district, change, relativeChange } = member;
    const [ofChange, ofRelative] = [qChange[index] ?? 1, qRelative[index] ?? 1];
    const isWorse = ofChange <= rule.falseDiscoveryRate && change.difference >= rule.changeMargin;
    const isRelativelyWorse = ofRelative <= rule.falseDiscoveryRate;
    const isRelativeWatch = isRelativelyWorse && relativeChange.difference >= rule.changeMargin;
    const isAlert = isWorse && isRelativelyWorse;
    const isOwn = !isShared(member, rule);
    const isWatch = isRelativeWatch || (isOwn && (isWorse || fellTwice(member, then, origin, rule)));
    return {
      kind: 'deterioration',
      indicator,
      district,
      group: null,
      severity: isAlert ? 'alert' : isWatch ? 'watch' : 'none',
      estimate: member.estimate,
      size: change.difference,
      standardError: change.standardError,
      ...differenceInterval(change),
      n: member.n,
      q: isAlert ? Math.max(ofChange, ofRelative) : !isWorse && isRelativeWatch ? ofRelative : ofChange,
      familySize: members.length,
      against,
      pooledWith: null,
    };
  });
  const missing = lacking.map(({ indicator, district }) =>
    insufficientTest({ kind: 'deterioration', indicator, district, group: null, against }, members.length),
  );
  return [...tests, ...missing];
}

function memberOf(
  now: FigureIndex,
  then: FigureIndex,
  indicator: string,
  district: number,
  rule: FlagRuleSettings,
): Member | null {
  const domain = districtKey(district);
  const [estimate, past] = [now.estimate(indicator, domain), then.estimate(indicator, domain)];
  const changes = changeOf(now, then, indicator, district);
  if (!estimate || !past || !changes) return null;
  if (!isBaseSufficient(estimate, rule) || !isBaseSufficient(past, rule)) return null;
  return { indicator, district, estimate: estimate.value, n: estimate.n, ...changes };
}

function changeOf(now: FigureIndex, then: FigureIndex, indicator: string, district: number): Change | null {
  const domain = districtKey(district);
  const [estimate, past] = [now.estimate(indicator, domain), then.estimate(indicator, domain)];
  const versusRest = now.contrast('vs-rest', indicator, domain);
  const pastVersusRest = then.contrast('vs-rest', indicator, domain);
  if (!estimate || !past || !versusRest || !pastVersusRest) return null;
  return {
    change: independentDifference(asDifference(estimate), asDifference(past)),
    relativeChange: independentDifference(versusRest, pastVersusRest),
  };
}

/**
 * Whether the rest of the city surely got worse as well. Its change is what the district's own and relative change leave, and so is its variance:
 * a district and the rest are samples of different people.
 */
function isShared({ change, relativeChange }: Change, rule: FlagRuleSettings): boolean {
  const ofRest: Difference = {
    difference: change.difference - relativeChange.difference,
    standardError: Math.sqrt(Math.max(0, relativeChange.standardError ** 2 - change.standardError ** 2)),
    degreesOfFreedom: relativeChange.degreesOfFreedom,
  };
  return upperTail(ofRest, 0) <= rule.falseDiscoveryRate;
}

/** Two changes for the worse in a row, each of the margin or more, the one before not shared with the rest of the city either. */
function fellTwice(
  { indicator, district, change }: Member,
  then: FigureIndex,
  origin: FigureIndex | null,
  rule: FlagRuleSettings,
): boolean {
  const first = origin?.estimate(indicator, districtKey(district));
  const before = origin && changeOf(then, origin, indicator, district);
  if (!first || !before || !isBaseSufficient(first, rule) || isShared(before, rule)) return false;
  return change.difference >= rule.changeMargin && before.change.difference >= rule.changeMargin;
}
