import { compareKeys } from '#core/sampling/allocate.ts';
import { type DrawnSample, drawDistricts } from '#core/sampling/draw.ts';
import type { FrameTable } from './folder.ts';
import type { AnalysisSettings } from './settings.ts';

const reserveReplicates = 2;

/**
 * The draw of the settings from the folder's frame, whose strata and districts are written as its own study
 * does.
 */
export function drawFromFrame(
  frame: FrameTable,
  draw: NonNullable<AnalysisSettings['draw']>,
): DrawnSample<string> {
  const districts = new Map<string, Map<string, string[]>>();
  for (let row = 0; row < frame.rows; row += 1) {
    const district = frame.district[row] ?? '';
    const stratum = frame.stratum[row] ?? '';
    const strata = districts.get(district) ?? new Map<string, string[]>();
    const units = strata.get(stratum) ?? [];
    units.push(frame.unitId[row] ?? '');
    districts.set(district, strata.set(stratum, units));
  }
  const inOrder = [...districts]
    .sort(([a], [b]) => compareKeys(a, b))
    .map(([district, strata]) => ({ district, strata }));
  return drawDistricts(inOrder, {
    seed: draw.seed,
    mainPerDistrict: draw.n_per_district,
    replicatePerDistrict: draw.n_reserve_per_district,
    reserveReplicates,
    minimumPerStratum: draw.min_per_stratum,
  });
}
