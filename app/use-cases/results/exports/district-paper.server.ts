import { districtKey } from '#core/sampling/stratum.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { type DistrictReport, districtReport } from '../district-report.server.ts';
import type { Audience } from '../interventions/actions-for.server.ts';
import { type TrendPoint, trend } from '../published/published-results.server.ts';
import type { IndicatorRow } from '../report-topics.server.ts';

/** What the paper of a district says: its page, and every headline indicator over the waves. */
export interface DistrictPaper {
  report: DistrictReport;
  trends: { indicator: IndicatorRow['indicator']; points: readonly TrendPoint[] }[];
}

/** Null when the wave is not published. */
export function districtPaper(
  database: ResultsDatabase,
  { district, waveId, audience }: { district: number; waveId: string; audience: Audience },
): DistrictPaper | null {
  const report = districtReport(database, { district, waveId, indicator: null, audience });
  if (!report) return null;
  return {
    report,
    trends: report.indicators.headline.map(({ indicator }) => ({
      indicator,
      points: trend(database, indicator.id, districtKey(district)).filter(
        ({ wave }) => wave.waveId <= waveId,
      ),
    })),
  };
}
