import { districts } from '#city/city.ts';
import { minimumPerStratum } from '#core/sampling/allocate.ts';
import { type DrawnSample, drawSample as drawFromFrame } from '#core/sampling/draw.ts';
import { sampleSizes } from '#core/sampling/sample-size.ts';
import { type AgeBand, parseStratumKey, type Sex, stratumKey } from '#core/sampling/stratum.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { FrameRow } from '#db/fieldwork/queries/frames.ts';
import type { DrawnCaseRow } from '#db/fieldwork/queries/samples.ts';
import { entryOf, type Outcome, type StaffAct } from '../staff-act.ts';
import { batchSize, breathe, deleteFramePeople } from './frame/frame-people.server.ts';
import { waitingFrames } from './frame/frame-standing.ts';
import { cancelFrame } from './frame/import-frame.server.ts';

export interface DrawnDistrict {
  district: number;
  /** People of the district in the frame. */
  population: number;
  /** Cases of the main sample, all released. */
  main: number;
  /** Cases of the reserve, none released. */
  reserve: number;
}

export type DrawOutcome = Outcome<
  { cases: number; released: number; districts: DrawnDistrict[] },
  'unknown-wave' | 'no-frame' | 'already-drawn' | 'frame-too-small'
>;

/**
 * Draws the sample of a wave from its processed frame. Rows are written in short transactions; the wave
 * counts as drawn with the last one, and a draw that was broken off before is cleared and done again.
 * Afterwards the people of the frame, and of a file still to be decided about, are deleted: whoever was drawn
 * lives on as a case.
 */
export async function drawSample(
  database: FieldworkDatabase,
  waveId: string,
  act: StaffAct,
): Promise<DrawOutcome> {
  const wave = database.waves.wave(waveId);
  if (!wave) return { ok: false, reason: 'unknown-wave' };
  const frame = database.frames.processedFrame(waveId);
  if (wave.status !== 'planned') {
    if (frame) await deleteFramePeople(database, frame.frameId);
    await giveUpWaiting(database, waveId, act);
    return { ok: false, reason: 'already-drawn' };
  }
  if (!frame) return { ok: false, reason: 'no-frame' };

  const sizes = sampleSizes(wave.sampleSize, wave.expectedResponseRate);
  const sample = drawFromFrame(strataOf(database, frame.frameId), {
    seed: wave.seed,
    mainPerDistrict: sizes.main,
    replicatePerDistrict: sizes.replicate,
    reserveReplicates: wave.reserveReplicates,
    minimumPerStratum,
  });
  const drawn = byDistrict(sample);
  const needed = sizes.main + sizes.replicate * wave.reserveReplicates;
  const short = drawn.find(({ population }) => population < needed);
  if (short) {
    const { district, population } = short;
    return { ok: false, reason: 'frame-too-small', detail: { district, people: population, needed } };
  }

  await storeSample(database, sample, frame, act);
  const cases = sample.cases.length;
  const released = drawn.reduce((sum, { main }) => sum + main, 0);
  database.transact(() => {
    database.waves.updateWave(waveId, { status: 'sampled' });
    database.frames.updateFrame(frame.frameId, { undrawnDeleted: frame.rowCount - cases });
    database.audit.record(
      entryOf(act, 'sample-drawn', waveId, {
        frameId: frame.frameId,
        frameSha256: frame.sha256,
        seed: wave.seed,
        cases,
        released,
        mainPerDistrict: sizes.main,
        replicatePerDistrict: sizes.replicate,
        reserveReplicates: wave.reserveReplicates,
      }),
    );
  });
  await deleteFramePeople(database, frame.frameId);
  await giveUpWaiting(database, waveId, act);
  return { ok: true, cases, released, districts: drawn };
}

/** A file that was still to be decided about has no use after the draw, and its people no reason to stay. */
async function giveUpWaiting(database: FieldworkDatabase, waveId: string, act: StaffAct): Promise<void> {
  for (const { frameId } of waitingFrames(database, waveId)) await cancelFrame(database, frameId, act);
}

function* strataOf(database: FieldworkDatabase, frameId: number) {
  for (const { unitId, district, ageBand, sex } of database.frames.unitsForDraw(frameId)) {
    yield { unitId, stratum: stratumKey(district, ageBand as AgeBand, sex as Sex) };
  }
}

/** Every district of the city, also one that the frame has nobody of. */
function byDistrict(sample: DrawnSample): DrawnDistrict[] {
  const found = new Map<number, DrawnDistrict>(
    districts.map(({ number }) => [number, { district: number, population: 0, main: 0, reserve: 0 }]),
  );
  for (const { district, population } of sample.strata) {
    const entry = found.get(district);
    if (entry) entry.population += population;
  }
  for (const { district, replicate } of sample.cases) {
    const entry = found.get(district);
    if (entry) entry[replicate === 0 ? 'main' : 'reserve'] += 1;
  }
  return [...found.values()];
}

async function storeSample(
  database: FieldworkDatabase,
  sample: DrawnSample,
  { waveId, frameId }: FrameRow,
  act: StaffAct,
): Promise<void> {
  while (database.transact(() => database.samples.deleteCases(waveId, batchSize)) > 0) await breathe();
  database.transact(() => {
    database.samples.deleteStrata(waveId);
    database.waves.addStrata(
      sample.strata.map(({ key, ...sizes }) => ({ waveId, stratum: key, ...parseStratumKey(key), ...sizes })),
    );
  });
  const rows = casesToStore(sample, act);
  for (let start = 0; start < rows.length; start += batchSize) {
    database.transact(() => {
      for (const row of rows.slice(start, start + batchSize)) database.samples.addCase(waveId, frameId, row);
    });
    await breathe();
  }
}

/** In the order of their random ids, so that where a row lies says nothing about where it came from. */
function casesToStore(sample: DrawnSample, act: StaffAct): DrawnCaseRow[] {
  const strata = new Map(sample.strata.map((stratum) => [stratum.key, stratum]));
  const rows = sample.cases.map(({ unitId, stratum, district, rank, replicate }): DrawnCaseRow => {
    const { population = 0, mainSize = 0, replicateSize = 0 } = strata.get(stratum) ?? {};
    const issued = Math.min(mainSize + replicateSize * replicate, population);
    const selectionProbability = issued / population;
    const caseId = act.randomBytes(8).toString('hex');
    return { caseId, unitId, stratum, district, rank, replicate, selectionProbability };
  });
  return rows.sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
}
