import { createHmac } from 'node:crypto';
import { allocate, compareKeys } from './allocate.ts';
import { parseStratumKey } from './stratum.ts';

/** A person of the frame, as the draw sees them. Ids are unique within the frame. */
export interface FrameUnit {
  unitId: string;
  stratum: string;
}

/** What decides the sample beside the frame: the same parameters and frame give the same sample. */
export interface DrawParameters {
  /** The wave's seed: the key of the HMAC, as UTF-8. */
  seed: string;
  /** Cases to issue at first, per district. */
  mainPerDistrict: number;
  /** Size of one reserve replicate, per district. */
  replicatePerDistrict: number;
  reserveReplicates: number;
  /** Every stratum that is not empty gets at least this many main cases. */
  minimumPerStratum: number;
}

/** A drawn person with the place in the draw, which anyone can check from seed and id. */
export interface DrawnCase<District = number> {
  unitId: string;
  stratum: string;
  district: District;
  /** 1 for the first of its stratum. */
  rank: number;
  /** 0 for the main sample, 1, 2, … for the reserve replicates. */
  replicate: number;
  hmac: string;
}

/** How many were drawn in a stratum, out of how many. */
export interface DrawnStratum<District = number> {
  key: string;
  district: District;
  population: number;
  mainSize: number;
  /** Cases of the stratum in each reserve replicate. */
  replicateSize: number;
}

/** Every stratum of the frame, and the cases by district, stratum and rank. */
export interface DrawnSample<District = number> {
  strata: DrawnStratum<District>[];
  cases: DrawnCase<District>[];
}

/** The frame of one district: the ids of the units in each stratum, by the stratum's key. */
export interface DistrictFrame<District> {
  district: District;
  strata: ReadonlyMap<string, readonly string[]>;
}

/**
 * The draw of `drawDistricts` from units whose strata are written as ours are; districts in the order of
 * their number. `parseStratumKey` throws for a unit whose stratum is no stratum.
 */
export function drawSample(units: Iterable<FrameUnit>, parameters: DrawParameters): DrawnSample {
  const byStratum = new Map<string, string[]>();
  for (const { unitId, stratum } of units) {
    const ids = byStratum.get(stratum);
    if (ids) ids.push(unitId);
    else byStratum.set(stratum, [unitId]);
  }
  const byDistrict = new Map<number, Map<string, string[]>>();
  for (const [key, ids] of byStratum) {
    const { district } = parseStratumKey(key);
    byDistrict.set(district, (byDistrict.get(district) ?? new Map<string, string[]>()).set(key, ids));
  }
  const districts = [...byDistrict].sort(([a], [b]) => a - b);
  return drawDistricts(
    districts.map(([district, strata]) => ({ district, strata })),
    parameters,
  );
}

/**
 * Stratified simple random sample by permanent random numbers: units of a stratum are ordered by the
 * lower-case hex of HMAC-SHA256(key = seed, message = unit id), ties by id; the first are the main sample,
 * the next the first reserve replicate, and so on. Nothing depends on the order of the frame, on a
 * generator's state, on the machine or on its language, and anyone can check it with any tool (Ohlsson 1995;
 * Eurostat, permanent random numbers).
 *
 * Each replicate is allocated over the strata like the main sample (without a minimum), so every replicate is
 * a random part of the sample. Strata of a district are in the order of their keys.
 */
export function drawDistricts<District>(
  districts: readonly DistrictFrame<District>[],
  parameters: DrawParameters,
): DrawnSample<District> {
  const sample: DrawnSample<District> = { strata: [], cases: [] };
  for (const frame of districts) drawDistrict(frame, parameters, sample);
  return sample;
}

function drawDistrict<District>(
  { district, strata }: DistrictFrame<District>,
  parameters: DrawParameters,
  sample: DrawnSample<District>,
): void {
  const sizes = [...strata]
    .map(([key, units]) => ({ key, population: units.length }))
    .sort((a, b) => compareKeys(a.key, b.key));
  const main = allocate(sizes, parameters.mainPerDistrict, parameters.minimumPerStratum);
  const replicate = allocate(sizes, parameters.replicatePerDistrict);
  for (const { key, population } of sizes) {
    const mainSize = main.get(key) ?? 0;
    const replicateSize = replicate.get(key) ?? 0;
    sample.strata.push({ key, district, population, mainSize, replicateSize });
    const drawn = mainSize + replicateSize * parameters.reserveReplicates;
    const ranked = rankUnits(strata.get(key) ?? [], parameters.seed).slice(0, drawn);
    ranked.forEach(({ unitId, hmac }, index) => {
      const reserve = index < mainSize ? 0 : 1 + Math.floor((index - mainSize) / replicateSize);
      sample.cases.push({ unitId, stratum: key, district, rank: index + 1, replicate: reserve, hmac });
    });
  }
}

/**
 * Units of a stratum in the order of their permanent random numbers, with these: lower-case hex of
 * HMAC-SHA256(key = seed, message = unit id), ties by id.
 */
function rankUnits(unitIds: readonly string[], seed: string): { unitId: string; hmac: string }[] {
  return unitIds
    .map((unitId) => ({ unitId, hmac: createHmac('sha256', seed).update(unitId).digest('hex') }))
    .sort((a, b) => compareKeys(a.hmac, b.hmac) || compareKeys(a.unitId, b.unitId));
}
