import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { releaseReplicate } from '#app/use-cases/fieldwork/release-replicate.server.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { caseEventKinds, caseStatuses } from '#db/fieldwork/schema/cases.ts';
import { aDrawnWave } from '#tests/support/drawn-wave.ts';
import { anAct, openTestFieldwork } from '#tests/support/fieldwork.ts';
import { seededRandom } from '#tests/support/random.ts';

/** What the desk shows, counted over the cases one by one. */
function counted({ sqlite }: FieldworkDatabase, waveId: string) {
  const all = (sql: string) => sqlite.prepare(sql).all(waveId);
  const isCoded = `EXISTS (SELECT 1 FROM access_codes a WHERE a.case_id = c.case_id AND a.status = 'active')`;
  return {
    figures: all(`SELECT count(*) AS drawn, coalesce(sum(released), 0) AS released,
      count(*) FILTER (WHERE released = 1 AND status = 'drawn') AS awaitingCode,
      count(*) FILTER (WHERE status = 'started') AS unsent,
      count(*) FILTER (WHERE status = 'completed') AS completed,
      count(*) FILTER (WHERE status = 'partial') AS partial,
      count(*) FILTER (WHERE status = 'broke-off') AS brokeOff,
      (SELECT count(*) FROM access_codes WHERE wave_id = cases.wave_id AND status = 'active') AS activeCodes
      FROM cases WHERE wave_id = ?`),
    codes: all(`SELECT status, count(*) AS n FROM cases c WHERE wave_id = ? AND ${isCoded}
      GROUP BY status ORDER BY status`),
    replicates: all(`SELECT replicate, count(*) AS cases, sum(released) AS released FROM cases
      WHERE wave_id = ? GROUP BY replicate ORDER BY replicate`),
    reserves: all(`SELECT district, count(*) AS cases FROM cases WHERE wave_id = ? AND released = 0
      GROUP BY district ORDER BY district`),
    days: all(`SELECT e.occurred_on AS day, e.kind AS kind, count(*) AS cases
      FROM cases c JOIN case_events e ON e.case_id = c.case_id
      WHERE c.wave_id = ? AND c.released = 1 AND e.kind IN ('opened', 'completed', 'partial')
      GROUP BY day, kind ORDER BY day, kind`),
    histories: all(`SELECT stratum, kinds, count(*) AS cases FROM (
        SELECT c.stratum, coalesce((SELECT group_concat(kind) FROM (SELECT DISTINCT kind FROM case_events e
          WHERE e.case_id = c.case_id ORDER BY kind)), '') AS kinds
        FROM cases c WHERE c.wave_id = ? AND c.released = 1)
      GROUP BY stratum, kinds ORDER BY stratum, kinds`),
  };
}

/** The same from what is kept. */
function kept(database: FieldworkDatabase, waveId: string): ReturnType<typeof counted> {
  const { responses, ...figures } = database.waveFigures.ofWave(waveId);
  expect(responses).toBe(figures.completed + figures.partial);
  expect(database.waveFigures.responses(waveId)).toBe(responses);
  const byName = <Row>(rows: readonly Row[], nameOf: (row: Row) => string) =>
    [...rows].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return {
    figures: [figures],
    codes: byName(database.waveFigures.codesByCase(waveId), ({ status }) => status),
    replicates: database.samples.replicates(waveId),
    reserves: [...database.samples.reserves(waveId)]
      .map(([district, cases]) => ({ district, cases }))
      .sort((a, b) => a.district - b.district),
    days: byName(database.outcomes.days(waveId), ({ day, kind }) => `${day} ${kind}`),
    histories: byName(
      database.outcomes
        .histories(waveId)
        .map(({ stratum, events, cases }) => ({ stratum, kinds: events.join(','), cases })),
      ({ stratum, kinds }) => `${stratum} ${kinds}`,
    ),
  };
}

/** Acts at random upon random people of a wave, by the very changes that the product makes and more. */
function actsUpon({ sqlite }: FieldworkDatabase, waveId: string, seed: number) {
  const random = seededRandom(seed);
  const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const all = sqlite.prepare('SELECT case_id FROM cases WHERE wave_id = ?').pluck();
  const someone = () => oneOf((all.all(waveId) as string[]).slice(0, 40));
  const run = (sql: string, ...values: unknown[]) => sqlite.prepare(sql).run(...values);
  const day = () => oneOf(['2026-09-01', '2026-09-02', '2026-09-03']);
  let codes = 0;
  const acts = [
    () => run('UPDATE cases SET status = ? WHERE case_id = ?', oneOf(caseStatuses), someone()),
    () => run('UPDATE cases SET released = 1 - released WHERE case_id = ?', someone()),
    () => run('INSERT OR IGNORE INTO case_events VALUES (?, ?, ?)', someone(), day(), oneOf(caseEventKinds)),
    () => run('DELETE FROM case_events WHERE case_id = ? AND occurred_on = ?', someone(), day()),
    () => {
      codes += 1;
      const hash = createHash('sha256').update(`${seed} ${codes}`).digest();
      run(
        'INSERT INTO access_codes VALUES (?, ?, ?, ?, ?, NULL)',
        ...[hash, someone(), waveId, oneOf(['active', 'active', 'revoked']), day()],
      );
    },
    () => run(`UPDATE access_codes SET status = 'revoked' WHERE case_id = ?`, someone()),
    () => run('DELETE FROM access_codes WHERE case_id = ?', someone()),
    () => {
      const gone = someone();
      if (random() < 0.7) return;
      for (const table of ['access_codes', 'case_events', 'identities', 'cases'])
        run(`DELETE FROM ${table} WHERE case_id = ?`, gone);
    },
  ];
  return () => oneOf(acts)();
}

describe('what the desk shows of a wave', () => {
  it('is what a count over the cases gives, from the draw to the release of a replicate', async () => {
    const database = openTestFieldwork();
    const waveId = await aDrawnWave(database);
    expect(kept(database, waveId)).toEqual(counted(database, waveId));
    expect(kept(database, waveId).figures[0]).toMatchObject({ drawn: 504, released: 360 });
    expect(releaseReplicate(database, { waveId, replicate: 1 }, anAct()).ok).toBe(true);
    expect(kept(database, waveId)).toEqual(counted(database, waveId));
  });

  it.each([1, 2, 3])('is so after any acts, whatever their order (%i)', async (seed) => {
    const database = openTestFieldwork();
    const waveId = await aDrawnWave(database);
    const act = actsUpon(database, waveId, seed);
    for (let round = 0; round < 15; round += 1) {
      for (let time = 0; time < 40; time += 1) act();
      expect(kept(database, waveId)).toEqual(counted(database, waveId));
    }
    expect(() =>
      database.transact(() => {
        for (let time = 0; time < 40; time += 1) act();
        throw new Error('undone');
      }),
    ).toThrow('undone');
    expect(kept(database, waveId)).toEqual(counted(database, waveId));
  });

  it('keeps a bit for every kind of event, and what happened to a case never changes', async () => {
    const database = openTestFieldwork();
    const kinds = database.sqlite.prepare('SELECT kind FROM case_event_kinds').pluck().all();
    expect(kinds.sort()).toEqual([...caseEventKinds].sort());
    const waveId = await aDrawnWave(database);
    database.sqlite
      .prepare(`INSERT INTO case_events SELECT case_id, '2026-09-01', 'opened' FROM cases WHERE wave_id = ?`)
      .run(waveId);
    expect(() => database.sqlite.exec(`UPDATE case_events SET kind = 'refused'`)).toThrow('never changes');
  });
});
