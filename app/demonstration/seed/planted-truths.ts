import { halfYearOf, seasonOfWave } from '#core/fieldwork/wave-id.ts';
import type { Sex } from '#core/sampling/stratum.ts';

/** Waves of the demonstration: four published, and the one that is in the field. */
export const demonstrationWaves = ['2024-2', '2025-1', '2025-2', '2026-1', '2026-2'] as const;
export type DemonstrationWave = (typeof demonstrationWaves)[number];

export type PlantedIndicator =
  | 'hood_dark_unsafe'
  | 'district_unsafe'
  | 'transit_dark_unsafe'
  | 'avoids_places'
  | 'vict_6m_any'
  | 'problem_drinking';

export interface CityTruth {
  /** Share of the city without what is planted, in the spring of 2025. */
  share: number;
  /** Women minus men. */
  womenMinusMen: number;
  /** Added in autumn waves, when it is dark earlier. */
  autumn: number;
  /** Added with every wave. */
  trend: number;
}

/**
 * What is true of the city. Shares stay far enough below the absolute thresholds of the default rule that no
 * interval of 1,800 respondents covers one, not even with an excess of 15 points.
 */
export const cityTruths: Record<PlantedIndicator, CityTruth> = {
  hood_dark_unsafe: { share: 0.2, womenMinusMen: 0.1, autumn: 0.01, trend: -0.001 },
  district_unsafe: { share: 0.12, womenMinusMen: 0.02, autumn: 0, trend: -0.001 },
  transit_dark_unsafe: { share: 0.18, womenMinusMen: 0.06, autumn: 0.01, trend: -0.001 },
  avoids_places: { share: 0.24, womenMinusMen: 0.08, autumn: 0, trend: -0.001 },
  vict_6m_any: { share: 0.11, womenMinusMen: -0.01, autumn: 0, trend: 0 },
  problem_drinking: { share: 0.27, womenMinusMen: 0.02, autumn: 0, trend: 0.001 },
};

export interface PlantedExcess {
  district: number;
  indicator: PlantedIndicator;
  /** Points above the rest of the city, for everyone alike. */
  excess: number;
  /** The first wave in which it is true. */
  from: DemonstrationWave;
  /** The last one, where it ended. */
  until?: DemonstrationWave;
}

/**
 * Districts that are worse in every wave. Every district that is not named in this file equals the others.
 */
export const plantedLevels: readonly PlantedExcess[] = [
  { district: 1, indicator: 'problem_drinking', excess: 0.16, from: '2024-2' },
  { district: 12, indicator: 'hood_dark_unsafe', excess: 0.14, from: '2024-2' },
  { district: 12, indicator: 'avoids_places', excess: 0.15, from: '2024-2' },
  { district: 16, indicator: 'transit_dark_unsafe', excess: 0.15, from: '2024-2' },
];

/** A district that was like the others until the autumn of 2025 and got worse by the spring of 2026. */
export const plantedDeterioration: PlantedExcess = {
  district: 11,
  indicator: 'hood_dark_unsafe',
  excess: 0.11,
  from: '2026-1',
};

/**
 * A district that was worse until the spring of 2025, and like the others from the autumn on: of the
 * intervention between them (`app/demonstration/intervention-script.ts`) it is true that it helped.
 */
export const plantedRelief: PlantedExcess & Required<Pick<PlantedExcess, 'until'>> = {
  district: 18,
  indicator: 'hood_dark_unsafe',
  excess: 0.12,
  from: '2024-2',
  until: '2025-1',
};

/**
 * A district with the city's level in which women differ from men by `excess` more than elsewhere. The
 * women's part and the men's part cancel out in the district's share (women go out alone after dark a little
 * less often), so that only the gap can be flagged.
 */
export const plantedGap = {
  district: 14,
  indicator: 'hood_dark_unsafe',
  excess: 0.14,
  womenPart: 0.066,
  menPart: -0.074,
} as const satisfies { indicator: PlantedIndicator } & Record<string, unknown>;

export interface PlantedPlace {
  /** As the gazetteer writes it. */
  name: string;
  district: number;
  /** Of the unsafe places that residents of the district name, the share that is this one. */
  shareOfMentions: number;
  /** The same among residents of the other districts. */
  shareElsewhere: number;
  /** Codes of q21_k_type, q21_k_time, q21_k_reason and q21_k_fix that are typical of it. */
  type: number;
  times: readonly number[];
  reasons: readonly number[];
  remedy: number;
}

/** Places that gather unsafe mentions far beyond what the people who pass there explain. */
export const plantedPlaces: readonly PlantedPlace[] = [
  {
    name: 'Dworzec Główny Zachód',
    district: 1,
    shareOfMentions: 0.34,
    shareElsewhere: 0.04,
    type: 4,
    times: [2, 3],
    reasons: [3, 5, 8],
    remedy: 2,
  },
  {
    name: 'Prokocim Szpital',
    district: 12,
    shareOfMentions: 0.32,
    shareElsewhere: 0.003,
    type: 2,
    times: [2, 3],
    reasons: [1, 2, 10],
    remedy: 1,
  },
  {
    name: 'Rondo Hipokratesa',
    district: 16,
    shareOfMentions: 0.36,
    shareElsewhere: 0.003,
    type: 3,
    times: [2, 3, 4],
    reasons: [3, 5, 1],
    remedy: 2,
  },
  {
    name: 'Dworzec Płaszów Estakada',
    district: 13,
    shareOfMentions: 0.3,
    shareElsewhere: 0.006,
    type: 10,
    times: [2, 3],
    reasons: [9, 10, 4],
    remedy: 3,
  },
];

/**
 * The share among residents of one district and sex, before age; `wave` need not be one of the
 * demonstration's.
 */
export function headlineShare(
  indicator: PlantedIndicator,
  { district, sex, waveId }: { district: number; sex: Sex; waveId: string },
): number {
  const { share, womenMinusMen, autumn, trend } = cityTruths[indicator];
  const season = waveId.endsWith('-2') ? autumn : 0;
  return (
    share +
    season +
    trend * (halfYear(waveId) - halfYear('2025-1')) +
    womenMinusMen * (sex === 'F' ? shareOfMen : shareOfMen - 1) +
    plantedExcess(indicator, district, waveId) +
    (indicator === plantedGap.indicator && district === plantedGap.district
      ? plantedGap[sex === 'F' ? 'womenPart' : 'menPart']
      : 0)
  );
}

/** Men among adult residents, so that the difference between the sexes leaves the city's share as it is. */
const shareOfMen = 0.4515;

/** Points by which a district is worse than the rest of the city in a wave. */
export function plantedExcess(indicator: PlantedIndicator, district: number, waveId: string): number {
  return [...plantedLevels, plantedDeterioration, plantedRelief]
    .filter((planted) => planted.indicator === indicator && planted.district === district)
    .filter((planted) => isTrueIn(planted, waveId))
    .reduce((sum, { excess }) => sum + excess, 0);
}

function isTrueIn({ from, until }: PlantedExcess, waveId: string): boolean {
  const isOver = until !== undefined && halfYear(until) < halfYear(waveId);
  return halfYear(from) <= halfYear(waveId) && !isOver;
}

/** `2024-2` is the second half of 2024. */
function halfYear(waveId: string): number {
  const named = seasonOfWave(waveId);
  if (!named) throw new Error(`halfYear requires a wave like 2025-1, not ${waveId}`);
  return halfYearOf(named);
}

export interface ExpectedFlag {
  kind: 'level' | 'deterioration' | 'improvement' | 'gap';
  indicator: PlantedIndicator;
  district: number;
  /** Of a gap. */
  group: string | null;
}

/** What the district rule must flag as an alert in a wave; anything else that it flags is chance. */
export function plantedDistricts(waveId: string): ExpectedFlag[] {
  const isTrue = (planted: PlantedExcess) => isTrueIn(planted, waveId);
  const levels = [...plantedLevels, plantedDeterioration, plantedRelief].filter(isTrue);
  // One year later the comparison is with a wave that was bad already.
  const isFirstYear = halfYear(waveId) - halfYear(plantedDeterioration.from) < 2;
  const worse = isTrue(plantedDeterioration) && isFirstYear ? [plantedDeterioration] : [];
  // A year on, both waves of the comparison know the relief.
  const sinceRelief = halfYear(waveId) - halfYear(plantedRelief.until);
  const better = sinceRelief > 0 && sinceRelief <= 2 ? [plantedRelief] : [];
  const flag = (kind: ExpectedFlag['kind']) => {
    return ({ indicator, district }: PlantedExcess): ExpectedFlag => ({
      kind,
      indicator,
      district,
      group: null,
    });
  };
  const { indicator, district } = plantedGap;
  return [
    ...levels.map(flag('level')),
    ...worse.map(flag('deterioration')),
    ...better.map(flag('improvement')),
    { kind: 'gap', indicator, district, group: 'women-men' },
  ];
}
