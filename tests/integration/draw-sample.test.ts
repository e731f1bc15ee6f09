import { createHmac } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { drawSample } from '#app/use-cases/fieldwork/draw-sample.server.ts';
import { stageFrame } from '#app/use-cases/fieldwork/frame/import-frame.server.ts';
import { releaseReplicate } from '#app/use-cases/fieldwork/release-replicate.server.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { cases, identities } from '#db/fieldwork/schema/cases.ts';
import { aDrawnWave, aFramedWave, aRegister } from '#tests/support/drawn-wave.ts';
import {
  anAct,
  aPlannedWave,
  extractText,
  openTestFieldwork,
  writeExtract,
} from '#tests/support/fieldwork.ts';

const sampleOf = (database: FieldworkDatabase) =>
  database.orm
    .select({
      unitId: identities.unitId,
      stratum: cases.stratum,
      rank: cases.drawRank,
      replicate: cases.replicate,
      released: cases.released,
      probability: cases.selectionProbability,
    })
    .from(cases)
    .innerJoin(identities, eq(identities.caseId, cases.caseId))
    .orderBy(asc(identities.unitId))
    .all();

describe('drawing a sample', () => {
  it('draws the main sample and the reserve in every district and releases the main sample only', async () => {
    const database = openTestFieldwork();
    const { waveId, frameId } = await aFramedWave(database, aRegister(1800));
    const drawn = await drawSample(database, waveId, anAct());
    expect(drawn).toMatchObject({ ok: true, cases: 18 * 28, released: 18 * 20 });
    expect(drawn.ok && drawn.districts[4]).toEqual({ district: 5, population: 100, main: 20, reserve: 8 });
    expect(database.samples.replicates(waveId)).toEqual([
      { replicate: 0, cases: 360, released: 360 },
      ...[1, 2, 3, 4].map((replicate) => ({ replicate, cases: 36, released: 0 })),
    ]);
    expect(database.waves.wave(waveId)?.status).toBe('sampled');
    expect(database.frames.frame(frameId)?.undrawnDeleted).toBe(1800 - 504);
  });

  it('keeps nobody of the frame but who was drawn, with name, address and language', async () => {
    const database = openTestFieldwork();
    const { waveId, frameId } = await aFramedWave(database, aRegister(1800));
    await drawSample(database, waveId, anAct());
    expect(database.frames.unitCount(frameId)).toBe(0);
    const people = database.orm.select().from(identities).all();
    expect(people).toHaveLength(504);
    expect(new Set(people.map(({ familyName }) => familyName))).toEqual(
      new Set(['Gżegżółka', 'Brzęczyszczykiewicz']),
    );
    expect(people.some(({ language }) => language === 'uk')).toBe(true);
  });
});

describe('a file that still waits for a decision', () => {
  it('is given up by the draw, and nobody of it stays', async () => {
    const database = openTestFieldwork();
    const { waveId } = await aFramedWave(database, aRegister(1800));
    const path = writeExtract(extractText(aRegister(90)));
    const staged = await stageFrame(database, { waveId, path, fileName: 'inny.csv' }, anAct());
    if (!staged.ok) throw new Error(staged.reason);
    await drawSample(database, waveId, anAct());
    expect(database.frames.frame(staged.frameId)?.status).toBe('cancelled');
    expect(database.frames.unitCount(staged.frameId)).toBe(0);
  });
});

describe('invariant 9: same frame, same seed: the same sample', () => {
  it('whatever the order of the rows and whoever draws', async () => {
    const first = openTestFieldwork();
    const second = openTestFieldwork();
    const register = aRegister(1800);
    const shuffled = [...register].sort((a, b) => hash(a.case_id).localeCompare(hash(b.case_id)));
    const { waveId } = await aFramedWave(first, register);
    await aFramedWave(second, shuffled);
    await drawSample(first, waveId, anAct());
    await drawSample(second, waveId, anAct(Date.UTC(2027, 0, 1), 'another machine'));
    expect(sampleOf(second)).toEqual(sampleOf(first));
  });

  it('and any tool can check it: a stratum is its people in the order of HMAC-SHA256 under the seed', async () => {
    const database = openTestFieldwork();
    const waveId = await aDrawnWave(database);
    const stratum = 'D05|35-44|F';
    const drawn = sampleOf(database).filter((row) => row.stratum === stratum);
    const byRank = [...drawn].sort((a, b) => a.rank - b.rank);
    const seed = database.waves.wave(waveId)?.seed ?? '';
    const numbers = byRank.map(({ unitId }) => createHmac('sha256', seed).update(unitId).digest('hex'));
    expect(numbers).toEqual([...numbers].sort());
    const [entry] = database.audit.ofSubject(waveId, 10).filter(({ act }) => act === 'sample-drawn');
    expect(entry?.detail).toMatchObject({ seed, frameSha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  const hash = (text: string) => createHmac('sha256', 'shuffle').update(text).digest('hex');
});

describe('a draw that cannot be', () => {
  it('is refused without a processed frame, for an unknown wave and a second time', async () => {
    const database = openTestFieldwork();
    const planned = aPlannedWave(database, { season: 'spring' });
    expect(await drawSample(database, planned, anAct())).toEqual({ ok: false, reason: 'no-frame' });
    expect(await drawSample(database, '2031-1', anAct())).toEqual({ ok: false, reason: 'unknown-wave' });
    const waveId = await aDrawnWave(database);
    expect(await drawSample(database, waveId, anAct())).toEqual({ ok: false, reason: 'already-drawn' });
  });

  it('is refused when a district has too few people, and nothing is changed', async () => {
    const database = openTestFieldwork();
    const register = aRegister(1800).filter(
      ({ dzielnica, case_id }) => dzielnica !== '7' || case_id < 'R000300',
    );
    const { waveId, frameId } = await aFramedWave(database, register);
    expect(await drawSample(database, waveId, anAct())).toEqual({
      ok: false,
      reason: 'frame-too-small',
      detail: { district: 7, people: 17, needed: 28 },
    });
    expect(sampleOf(database)).toEqual([]);
    expect(database.frames.unitCount(frameId)).toBe(register.length);
  });

  it('is done again from the start after it was broken off', async () => {
    const database = openTestFieldwork();
    const { waveId } = await aFramedWave(database, aRegister(1800));
    let draws = 0;
    const failing = {
      ...database,
      samples: {
        ...database.samples,
        addCase: (...row: Parameters<typeof database.samples.addCase>) => {
          draws += 1;
          if (draws === 100) throw new Error('power cut');
          database.samples.addCase(...row);
        },
      },
    };
    await expect(drawSample(failing, waveId, anAct())).rejects.toThrow('power cut');
    expect(await drawSample(database, waveId, anAct())).toMatchObject({ ok: true, cases: 504 });
    expect(sampleOf(database)).toHaveLength(504);
  });
});

describe('releasing a reserve replicate', () => {
  it('releases it whole and raises the selection probability of everyone released', async () => {
    const database = openTestFieldwork();
    const waveId = await aDrawnWave(database);
    expect(releaseReplicate(database, { waveId, replicate: 1 }, anAct())).toEqual({ ok: true, released: 36 });
    const released = sampleOf(database).filter((row) => row.released);
    expect(released).toHaveLength(396);
    const people = released.reduce((sum, row) => sum + 1 / row.probability, 0);
    expect(people).toBeCloseTo(1800, 6);
  });

  it.each([
    [{ waveId: '2031-1', replicate: 1 }, 'unknown-wave'],
    [{ waveId: '2026-2', replicate: 9 }, 'unknown-replicate'],
    [{ waveId: '2026-2', replicate: 0 }, 'already-released'],
    [{ waveId: '2026-2', replicate: 2 }, 'out-of-order'],
  ])('is refused: %o, %s', async (asked, reason) => {
    const database = openTestFieldwork();
    await aDrawnWave(database);
    expect(releaseReplicate(database, asked, anAct())).toMatchObject({ ok: false, reason });
  });
});
