import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { WavePlan } from '#app/use-cases/fieldwork/create-wave.server.ts';
import { drawSample } from '#app/use-cases/fieldwork/draw-sample.server.ts';
import { destroyIdentities } from '#app/use-cases/fieldwork/identities/destroy-identities.server.ts';
import { type FieldworkDatabase, openFieldwork } from '#db/fieldwork/database.ts';
import { testFolder } from '#tests/support/database.ts';
import { aFramedWave } from '#tests/support/drawn-wave.ts';
import { anAct, anExtractRow, type ExtractRow } from '#tests/support/fieldwork.ts';

const afterwards = Date.UTC(2026, 11, 1);
const springPlan = { sampleSize: 20, expectedResponseRate: 0.4, season: 'spring' } as const;
const autumnPlan = { ...springPlan, season: 'autumn' } as const;

const opened: FieldworkDatabase[] = [];
afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

/** A database in a data folder of its own: every file of the folder is searched. */
function aFirm(): FieldworkDatabase {
  const database = openFieldwork(join(testFolder(), 'data', 'fieldwork.sqlite'));
  opened.push(database);
  return database;
}

/** Eleven digits, as register ids of the country have. */
function registerId(person: number): string {
  const digest = createHash('sha256').update(`person ${person}`).digest();
  return String(digest.readUIntBE(0, 6) % 10 ** 11).padStart(11, '0');
}

const aCity = (people: number, firstPerson = 0): ExtractRow[] =>
  Array.from({ length: people }, (_, index) => {
    const person = firstPerson + index;
    const ulica = `Ulica ${(person * 7919) % 977}`;
    return anExtractRow(person + 1, { case_id: registerId(person), ulica, nr_domu: String(person % 90) });
  });

async function aFrozenWave(database: FieldworkDatabase, people: ExtractRow[], plan: Partial<WavePlan>) {
  const { waveId } = await aFramedWave(database, people, plan);
  const drawn = await drawSample(database, waveId, anAct(undefined, `draw of ${waveId}`));
  if (!drawn.ok) throw new Error(`aFrozenWave could not draw: ${drawn.reason}`);
  const ids = database.closing.drawnPeople(waveId).map(({ unitId }) => unitId);
  database.waves.updateWave(waveId, { status: 'frozen', frozenAt: afterwards });
  return { waveId, ids };
}

/** How many of the texts stand anywhere in the folder of the database, each looked for by itself. */
function countIn(database: FieldworkDatabase, texts: readonly string[]): number {
  const folder = dirname(database.sqlite.name);
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = Buffer.concat(files.map(({ name }) => readFileSync(join(folder, name))));
  return texts.filter((text) => bytes.includes(text)).length;
}

describe('destroying identities', () => {
  it('waits for the freeze, deletes people and keeps cases, and happens once', async () => {
    const database = aFirm();
    const { waveId, ids } = await aFrozenWave(database, aCity(2700), springPlan);
    const destroy = (id = waveId) => destroyIdentities(database, id, anAct(afterwards));
    expect(await destroy('2031-1')).toEqual({ ok: false, reason: 'unknown-wave' });
    database.waves.updateWave(waveId, { frozenAt: null });
    expect(await destroy()).toEqual({ ok: false, reason: 'not-frozen' });
    database.waves.updateWave(waveId, { frozenAt: afterwards });
    const kept = database.waveFigures.ofWave(waveId).drawn;
    expect(await destroy()).toMatchObject({ ok: true, identities: ids.length });
    expect(database.sqlite.prepare('SELECT count(*) FROM identities').pluck().get()).toBe(0);
    expect(database.waveFigures.ofWave(waveId).drawn).toBe(kept);
    expect(await destroy()).toEqual({ ok: false, reason: 'already-destroyed' });
  });

  it('leaves no register id of a drawn person in any file, and those of a later wave where they are', async () => {
    const database = aFirm();
    const spring = await aFrozenWave(database, aCity(18_000), springPlan);
    const autumn = await aFrozenWave(database, aCity(18_000, 18_000), autumnPlan);
    expect(spring.ids.length).toBeGreaterThan(1200);
    expect(countIn(database, spring.ids)).toBe(spring.ids.length);
    const destroyed = await destroyIdentities(database, spring.waveId, anAct(afterwards));
    expect(destroyed).toMatchObject({ ok: true, identities: spring.ids.length });
    expect(countIn(database, spring.ids)).toBe(0);
    expect(countIn(database, ['ŻanetaGżegżółkaUlica'])).toBe(1);
    expect(countIn(database, autumn.ids)).toBe(autumn.ids.length);
    expect(database.closing.drawnPeople(autumn.waveId)).toHaveLength(autumn.ids.length);
    expect(database.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.sqlite.pragma('foreign_key_check')).toEqual([]);
  });

  it('does not look for a person whom another wave keeps', async () => {
    const database = aFirm();
    const everyone = { ...springPlan, sampleSize: 40, expectedResponseRate: 0.9 };
    const city = aCity(2700);
    const spring = await aFrozenWave(database, city, everyone);
    const autumn = await aFrozenWave(database, city, { ...everyone, season: 'autumn' });
    const twice = spring.ids.filter((id) => autumn.ids.includes(id));
    expect(twice.length).toBeGreaterThan(100);
    expect(await destroyIdentities(database, spring.waveId, anAct(afterwards))).toMatchObject({ ok: true });
    expect(countIn(database, twice)).toBe(twice.length);
    expect(await destroyIdentities(database, autumn.waveId, anAct(afterwards))).toMatchObject({ ok: true });
    expect(countIn(database, [...spring.ids, ...autumn.ids])).toBe(0);
  });

  it('is refused, and destroys nothing, while another file of the data folder names the same people', async () => {
    const database = aFirm();
    const { waveId, ids } = await aFrozenWave(database, aCity(2700), springPlan);
    const folder = join(dirname(database.sqlite.name), 'copies');
    mkdirSync(folder);
    const copy = join(folder, 'extract of spring.csv');
    const person = database.closing.drawnPeople(waveId)[0];
    writeFileSync(
      copy,
      `x;${person?.givenName};${person?.familyName};${person?.street};${person?.houseNumber}`,
    );
    const refused = await destroyIdentities(database, waveId, anAct(afterwards));
    expect(refused).toEqual({
      ok: false,
      reason: 'identities-elsewhere',
      detail: { files: 'copies/extract of spring.csv', traces: 1 },
    });
    expect(database.closing.drawnPeople(waveId)).toHaveLength(ids.length);
    rmSync(copy);
    expect(await destroyIdentities(database, waveId, anAct(afterwards))).toMatchObject({ ok: true });
  });

  it('writes the database anew where something was left, and says so when even that leaves something', async () => {
    const database = aFirm();
    const { waveId, ids } = await aFrozenWave(database, aCity(2700), springPlan);
    const [id = ''] = ids;
    database.audit.record({ at: 0, actor: 'x', act: 'x', subject: waveId, detail: { about: id } });
    const left = await destroyIdentities(database, waveId, anAct(afterwards));
    expect(left).toEqual({
      ok: false,
      reason: 'identities-left',
      detail: { files: 'fieldwork.sqlite', traces: 1 },
    });
    expect(database.waves.wave(waveId)?.identitiesDestroyedAt).toBeNull();
    expect(database.audit.ofSubject(waveId, 1)).toMatchObject([{ act: 'identities-left' }]);
    expect(await destroyIdentities(database, waveId, anAct(afterwards))).toMatchObject({
      ok: true,
      identities: 0,
    });
  });

  it('of a wave whose people were deleted before, writes the database anew', async () => {
    const database = aFirm();
    const { waveId } = await aFrozenWave(database, aCity(2700), springPlan);
    database.transact(() => database.closing.destroyIdentities(waveId));
    const size = () => readFileSync(database.sqlite.name).length;
    database.emptyLog();
    const before = size();
    expect(await destroyIdentities(database, waveId, anAct(afterwards))).toMatchObject({ ok: true });
    expect(size()).toBeLessThan(before);
  });
});
