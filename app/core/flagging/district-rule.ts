import { districtKey } from '../sampling/stratum.ts';
import { conservativeBurden } from './burden.ts';
import { testChanges, testYearChanges } from './change.ts';
import { comparisonsOf } from './comparisons.ts';
import type { DistrictTest } from './district-test.ts';
import type { FlagSeverity, PublishedFlag, TestIdentity } from './flag.ts';
import { byUrgency } from './flag-order.ts';
import { testGaps } from './gap.ts';
import { isJudgedAlike } from './judged-alike.ts';
import { testAbsolute, testLevel } from './level.ts';
import type { PublishedComparisons } from './published-comparisons.ts';
import { isHeadline, onYear, rollingYear } from './rolling-year.ts';
import type { FlagRuleSettings } from './rule-settings.ts';
import { isFlagged, isProblem, needsIntervention, statusOf } from './status.ts';
import { comparableWaves, type EarlierWave, indexFigures, type WaveFigures } from './wave-figures.ts';

/** Everything that decides which districts of a wave are flagged. */
export interface DistrictRuleInput {
  wave: WaveFigures;
  /** In any order; what cannot be compared is left aside. */
  earlier: readonly EarlierWave[];
  /** Every district of the city, also one without respondents. */
  districts: readonly number[];
  /** Respondents that were aimed at in each district: few enough, and the rolling year leads. */
  targetPerDistrict: number;
  /** Adult residents by district, for the people concerned. */
  populations: ReadonlyMap<number, number>;
  rule: FlagRuleSettings;
}

/** What the district rule says of a wave. */
export interface JudgedDistricts {
  /** With their evidence, see `judgeDistricts`. */
  flags: PublishedFlag[];
  /**
   * Tests that were made and raise nothing: without them nobody could tell them from those that could not be
   * made.
   */
  unflagged: TestIdentity[];
  comparisons: PublishedComparisons[];
}

/**
 * Every test of the district rule in one wave (method 3.6), flagged or not. False discovery control is per
 * kind and basis: a family is all districts × headline indicators (× groups) of one kind, on the wave or on
 * the rolling year. Level, absolute, deterioration and improvement are tested on both where both are there,
 * gaps on the rolling year where it is.
 */
export function testDistricts({
  wave,
  earlier,
  districts,
  targetPerDistrict,
  rule,
}: Omit<DistrictRuleInput, 'populations'>): DistrictTest[] {
  const gaps = testGaps(wave, earlier, districts, rule);
  const ofWave = [
    ...testsOf(wave, districts, rule),
    ...testChanges('deterioration', wave, earlier, districts, rule),
    ...testChanges('improvement', wave, earlier, districts, rule),
  ];
  const year = rollingYear(wave, earlier, rule, isHeadline(rule));
  if (!year) return [...ofWave, ...gaps];
  const asked = new Set(year.figures.estimates.map(({ indicator }) => indicator));
  const pooledRule = { ...rule, headlineIndicators: rule.headlineIndicators.filter((id) => asked.has(id)) };
  const ofYear = [
    ...onYear(testsOf(year.figures, districts, pooledRule), year),
    ...testYearChanges('deterioration', year, earlier, districts, pooledRule),
    ...testYearChanges('improvement', year, earlier, districts, pooledRule),
  ];
  if (targetPerDistrict >= rule.rollingYearBelow) return [...ofWave, ...leading(ofYear, false), ...gaps];
  // What both waves did not ask, or do not reach back far enough to compare, the wave alone has to say.
  const led = new Set(ofYear.map(({ kind, indicator }) => `${kind} ${indicator}`));
  return [
    ...ofWave.map((test) => ({ ...test, leads: !led.has(`${test.kind} ${test.indicator}`) })),
    ...ofYear,
    ...gaps,
    ...leading(testGaps(wave, [], districts, rule), false),
  ];
}

function leading(tests: readonly DistrictTest[], leads: boolean): DistrictTest[] {
  return tests.map((test) => ({ ...test, leads }));
}

function testsOf(wave: WaveFigures, districts: readonly number[], rule: FlagRuleSettings): DistrictTest[] {
  const figures = indexFigures(wave);
  return [...testLevel(figures, districts, rule), ...testAbsolute(figures, districts, rule)];
}

/**
 * The flags of one wave with their evidence: alerts, watches, what recovers since the last wave, and where
 * the data do not suffice to say. The history of a flag is that of comparable waves in which the same was
 * asked of it. Evidence is exact; `suppress` rounds it. Ordered by kind, then alerts before watches before
 * the rest, then by district. Of tests that stand beside, on the wave where the year leads, only what they
 * flag is listed; on the year where the wave leads, nothing: they only decide whether a repeated watch calls
 * for an intervention. Of improvements only what is found is listed: what could not be judged, the same
 * change's deterioration says already.
 */
export function judgeDistricts(input: DistrictRuleInput): JudgedDistricts {
  const { wave, earlier, districts, populations, rule } = input;
  const tests = testDistricts(input);
  const past = comparableWaves(wave, earlier, rule).map(({ waveId, flags, rule: itsRule }) => ({
    waveId,
    itsRule,
    severities: new Map(flags.flatMap((flag) => namesOf(flag).map((name) => [name, flag.severity] as const))),
  }));
  const ofYear = new Map(
    tests.flatMap((test) => (test.basis === 'rolling-year' ? [[figureOf(test), test] as const] : [])),
  );
  const figures = indexFigures(wave);
  const concernedBy = ({ indicator, district }: DistrictTest): number | undefined => {
    const adults = populations.get(district);
    const baseShare = figures.estimate(indicator, districtKey(district))?.baseShare;
    return adults === undefined || baseShare === undefined ? undefined : adults * baseShare;
  };
  const unflagged: TestIdentity[] = [];
  const flags = tests.filter(isPublished).flatMap((test): PublishedFlag[] => {
    const history = past
      .filter(({ itsRule }) => isJudgedAlike(test, itsRule, rule))
      .map(({ waveId, severities }) => ({ waveId, severity: pastSeverity(severities, test) }));
    const severities = history.map(({ severity }) => severity);
    const status = statusOf(test.severity, severities, test.basis);
    const year = ofYear.get(figureOf(test));
    const { standardError, alertQ: _alertQ, ...evidence } = test;
    if (test.severity === 'none' && (status === null || !isProblem(test.kind))) {
      unflagged.push(identityOf(test));
      return [];
    }
    if (test.severity === 'insufficient' && (!test.leads || !isProblem(test.kind))) return [];
    return [
      {
        ...evidence,
        status,
        needsIntervention:
          test.leads &&
          isProblem(test.kind) &&
          needsIntervention(test.severity, severities, year?.severity ?? null),
        rollingYearQ: decidesOnRepeat(test) ? (year?.alertQ ?? null) : null,
        conservativeBurden: burdenOf(test, standardError, concernedBy(test)),
        history,
      },
    ];
  });
  flags.sort(byUrgency(rule));
  const groups = new Set(tests.flatMap(({ group }) => group ?? [])).size;
  const wanted = districts.length * rule.headlineIndicators.length;
  return { flags, unflagged, comparisons: comparisonsOf(tests.filter(isPublished), { wanted, groups }) };
}

/** The flags alone. */
export function flagDistricts(input: DistrictRuleInput): PublishedFlag[] {
  return judgeDistricts(input).flags;
}

/** Tests of the rolling year are shown where it leads, and those of gaps, which rest on it. */
function isPublished({ basis, leads }: DistrictTest): boolean {
  return leads || basis === 'wave';
}

function identityOf(test: DistrictTest): TestIdentity {
  const { kind, basis, leads, indicator, district, group, against, familySize } = test;
  const { pooledWith, againstPooledWith } = test;
  return {
    kind,
    basis,
    leads,
    indicator,
    district,
    group,
    against,
    familySize,
    pooledWith,
    againstPooledWith,
  };
}

type Named = Pick<PublishedFlag, 'kind' | 'indicator' | 'district' | 'group'>;

/** What is judged, whatever it rests on. */
function figureOf({ kind, indicator, district, group }: Named): string {
  return `${kind} ${indicator} ${district} ${group ?? ''}`;
}

/**
 * A flag that leads continues the one that led before, whichever it rested on; one that stands beside, those
 * on a wave alone.
 */
function continuedBy(flag: Named & { leads: boolean }): string {
  return `${figureOf(flag)} ${flag.leads ? 'leading' : 'wave'}`;
}

function namesOf(flag: Named & { leads: boolean; basis: PublishedFlag['basis'] }): string[] {
  const figure = figureOf(flag);
  return [...(flag.leads ? [`${figure} leading`] : []), ...(flag.basis === 'wave' ? [`${figure} wave`] : [])];
}

function pastSeverity(past: ReadonlyMap<string, FlagSeverity>, test: DistrictTest): FlagSeverity {
  const severity = past.get(continuedBy(test)) ?? 'none';
  if (isProblem(test.kind)) return severity;
  // Improvements that could not be judged are not listed: the deterioration of the same change is.
  const ofSameChange = past.get(continuedBy({ ...test, kind: 'deterioration' }));
  return ofSameChange === 'insufficient' ? ofSameChange : severity;
}

/** Whether its rolling year says what a repeated watch calls for. */
function decidesOnRepeat({ kind, severity }: DistrictTest): boolean {
  return severity !== 'insufficient' && isProblem(kind);
}

/**
 * The burden of a level that is flagged. `concerned` are the adults of the district whom the indicator is
 * about.
 */
function burdenOf(
  test: DistrictTest,
  standardError: number | null,
  concerned: number | undefined,
): number | null {
  const { kind, severity, size } = test;
  if (
    kind !== 'level' ||
    !isFlagged(severity) ||
    size === null ||
    standardError === null ||
    concerned === undefined
  ) {
    return null;
  }
  return conservativeBurden({ difference: size, standardError }, concerned);
}
