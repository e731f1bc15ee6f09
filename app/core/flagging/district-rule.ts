import type { FlagRuleSettings, PublishedFlag } from '../publication/document.ts';
import { districtKey } from '../sampling/stratum.ts';
import { normalQuantile } from '../statistics/distributions.ts';
import { testDeterioration } from './deterioration.ts';
import type { DistrictTest } from './district-test.ts';
import { testGaps } from './gap.ts';
import { isJudgedAlike } from './judged-alike.ts';
import { testAbsolute, testLevel } from './level.ts';
import { isFlagged, needsIntervention, statusOf } from './status.ts';
import { comparableWaves, type EarlierWave, indexFigures, type WaveFigures } from './wave-figures.ts';

/** Everything that decides which districts of a wave are flagged. */
export interface DistrictRuleInput {
  wave: WaveFigures;
  /** In any order; what cannot be compared is left aside. */
  earlier: readonly EarlierWave[];
  /** Every district of the city, also one without respondents. */
  districts: readonly number[];
  /** Adult residents by district, for the people concerned. */
  populations: ReadonlyMap<number, number>;
  rule: FlagRuleSettings;
}

/**
 * Every test of the district rule in one wave (method 3.6), flagged or not. False discovery control is per kind: a family is all
 * districts × headline indicators (× groups) of one kind.
 */
export function testDistricts({
  wave,
  earlier,
  districts,
  rule,
}: Omit<DistrictRuleInput, 'populations'>): DistrictTest[] {
  const figures = indexFigures(wave);
  return [
    ...testLevel(figures, districts, rule),
    ...testAbsolute(figures, districts, rule),
    ...testDeterioration(wave, earlier, districts, rule),
    ...testGaps(wave, earlier, districts, rule),
  ];
}

/**
 * The flags of one wave with their evidence: alerts, watches, what recovers since the last wave, and where the data do not
 * suffice to say. The history of a flag is that of comparable waves in which the same was asked of it. Evidence is exact; `suppress` rounds it. Ordered by kind, then alerts before watches before the rest, then by district.
 */
export function flagDistricts(input: DistrictRuleInput): PublishedFlag[] {
  const { wave, earlier, populations, rule } = input;
  const past = comparableWaves(wave, earlier, rule).map(({ waveId, flags, rule: itsRule = rule }) => ({
    waveId,
    itsRule,
    severities: new Map(flags.map((flag) => [nameOf(flag), flag.severity])),
  }));
  const figures = indexFigures(wave);
  const concernedBy = ({ indicator, district }: DistrictTest): number | undefined => {
    const adults = populations.get(district);
    const baseShare = figures.estimate(indicator, districtKey(district))?.baseShare;
    return adults === undefined || baseShare === undefined ? undefined : adults * baseShare;
  };
  const flags = testDistricts(input).flatMap((test): PublishedFlag[] => {
    const history = past
      .filter(({ itsRule }) => isJudgedAlike(test, itsRule, rule))
      .map(({ waveId, severities }) => ({ waveId, severity: severities.get(nameOf(test)) ?? 'none' }));
    const severities = history.map(({ severity }) => severity);
    const status = statusOf(test.severity, severities);
    if (test.severity === 'none' && status === null) return [];
    const { standardError, ...evidence } = test;
    return [
      {
        ...evidence,
        status,
        needsIntervention: needsIntervention(test.severity, severities),
        conservativeBurden: burdenOf(test, standardError, concernedBy(test)),
        history,
      },
    ];
  });
  return flags.sort(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
      severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
      a.district - b.district ||
      rule.headlineIndicators.indexOf(a.indicator) - rule.headlineIndicators.indexOf(b.indicator),
  );
}

const kinds = ['level', 'absolute', 'deterioration', 'gap'];
const severityOrder = ['alert', 'watch', 'none', 'insufficient'];

function nameOf({
  kind,
  indicator,
  district,
  group,
}: Pick<PublishedFlag, 'kind' | 'indicator' | 'district' | 'group'>): string {
  return `${kind} ${indicator} ${district} ${group ?? ''}`;
}

/**
 * People at least this many above the rest of the city: N_base · max(0, Δ − z₀.₉₀ · SE), the lower end of an 80 % interval.
 * `concerned` is N_base, the adults of the district whom the indicator is about: a share of them says nothing of the others.
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
  return concerned * Math.max(0, size - normalQuantile(0.9) * standardError);
}
