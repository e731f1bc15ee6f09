import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { unwrapWaveKey } from '#app/sealing.server.ts';
import { closeWave } from '#app/use-cases/fieldwork/close-wave.server.ts';
import { freezeWave } from '#app/use-cases/fieldwork/freeze-wave.server.ts';
import { frozenAnswers } from '#app/use-cases/wave/frozen-answers.server.ts';
import { answerTexts } from '#core/questionnaire/answers/answer-table.ts';
import { dumpOf } from '#tests/support/dump.ts';
import { anAct, testSecret } from '#tests/support/fieldwork.ts';
import { markOf, type ObservedSubmission, watchedSubmissions } from '#tests/support/submissions.ts';

/**
 * The attacker reads `fieldwork.sqlite` as often as they like, before and after every single submission and
 * after the freeze; knows the register, the print file with every code, who submitted when and in which
 * order; and does not have the server's secret, which is in no database and no backup.
 *
 * What two copies around one submission do show is which sealed row belongs to the case. That leaves an
 * encrypted block of constant size under a random id, and the freeze gives its content a new random id and
 * destroys the block, the receipt and the key. So the row leads nowhere, unless someone keeps an old copy AND
 * obtains the server's secret.
 *
 * What a response itself says remains: its stratum, phase, mode and completeness are also known of cases.
 * Within such a class nobody can be told from anybody else; a class with one member is that person, which is
 * why analysts, and not managers, see responses, and why nothing leaves without suppression.
 */
const people = 40;
const afterTheWave = Date.UTC(2026, 10, 2);

interface FrozenResponse {
  response_id: Buffer;
  stratum: string;
  answers: string;
}

let watched: Awaited<ReturnType<typeof watchedSubmissions>>;
let end: ReturnType<typeof dumpOf>;
let schema: { name: string; sql: string }[];
let frozen: FrozenResponse[];
let file: Buffer;

beforeAll(async () => {
  watched = await watchedSubmissions(people);
  const { database, waveId } = watched;
  const act = { ...anAct(afterTheWave, 'closing'), secret: testSecret };
  const closed = closeWave(database, waveId, act);
  const opened = freezeWave(database, waveId, act);
  if (!closed.ok || !opened.ok) throw new Error('the watched wave could not be frozen');
  end = dumpOf(database);
  schema = database.sqlite.prepare('SELECT name, sql FROM sqlite_schema').all() as typeof schema;
  const answers = [...answerTexts(frozenAnswers(database, waveId))];
  frozen = (end.responses as Omit<FrozenResponse, 'answers'>[]).map((row, position) => ({
    ...row,
    answers: answers[position] ?? '',
  }));
  const path = database.sqlite.name;
  file = Buffer.concat([path, `${path}-wal`].filter(existsSync).map((part) => readFileSync(part)));
});

describe('invariant 4: two copies of the database around one submission', () => {
  it('differ by one sealed row more, one draft less, and a case that is completed on a day', () => {
    for (const { caseId, before, after } of watched.observed) {
      const changed = Object.keys(after).filter((table) => !sameRows(before[table], after[table]));
      const counts = ['case_counts', 'event_day_counts'];
      expect(changed.sort()).toEqual(
        [...counts, 'case_events', 'cases', 'drafts', 'sealed_responses'].sort(),
      );
      const added = rowsOnlyIn(after.case_events, before.case_events);
      expect(added).toEqual([{ case_id: caseId, occurred_on: '2026-09-20', kind: 'completed' }]);
      const [changedCase, ...others] = rowsOnlyIn(after.cases, before.cases);
      expect(changedCase).toMatchObject({ case_id: caseId, status: 'completed' });
      expect(others).toEqual([]);
      expect(rowsOnlyIn(before.drafts, after.drafts)).toHaveLength(1);
      expect(rowsOnlyIn(after.sealed_responses, before.sealed_responses)).toHaveLength(1);
      expect(rowsOnlyIn(before.sealed_responses, after.sealed_responses)).toEqual([]);
    }
  });

  it('count what the cases and events beside them show, and nothing that was', () => {
    const kinds = ['opened', 'completed', 'partial'];
    for (const { after } of watched.observed) {
      const cases = (after.cases ?? []) as Record<string, unknown>[];
      const alike = [
        'wave_id',
        'district',
        'stratum',
        'replicate',
        'released',
        'status',
        'events',
        'active_codes',
      ];
      expect(numbersOf(after.case_counts ?? [], alike)).toEqual(numbersOf(cases, alike));
      const days = ((after.case_events ?? []) as Record<string, unknown>[])
        .filter(({ kind }) => kinds.includes(String(kind)))
        .map(({ case_id, occurred_on, kind }) => {
          const { wave_id, released } = cases.find((row) => row.case_id === case_id) ?? {};
          return { wave_id, released, day: occurred_on, kind };
        });
      const ofDay = ['wave_id', 'released', 'day', 'kind'];
      expect(numbersOf(after.event_day_counts ?? [], ofDay)).toEqual(numbersOf(days, ofDay));
    }
  });

  it('show of the sealed row only random bytes, as many as of every other', () => {
    const rows = watched.observed.map(({ sealedRow }) => sealedRow);
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['receipt_hash', 'response_id', 'sealed', 'wave_id']);
    const sizes = rows.map((row) =>
      [row.response_id, row.receipt_hash, row.sealed].map(({ length }) => length),
    );
    expect(new Set(sizes.map(String)).size).toBe(1);
    for (const part of ['response_id', 'receipt_hash', 'sealed'] as const) {
      const bits = Buffer.concat(rows.map((row) => row[part]));
      expect(Math.abs(shareOfOnes(bits) - 0.5), part).toBeLessThan(5 * (0.5 / Math.sqrt(8 * bits.length)));
      expect(new Set(rows.map((row) => row[part].toString('hex'))).size).toBe(people);
    }
  });

  it('keep nothing of the answers in the clear, nor a key that opens them', () => {
    for (const { caseId, after } of watched.observed) {
      const bytes = Buffer.concat(Object.values(after).flat().flatMap(bytesOf));
      expect(bytes.includes(markOf(caseId))).toBe(false);
    }
    const [wave] = (watched.observed[0]?.after.waves ?? []) as {
      wave_id: string;
      wrapped_private_key: Buffer;
    }[];
    const guess = Buffer.from('a secret that an attacker might have guessed');
    expect(() =>
      unwrapWaveKey(guess, wave?.wave_id ?? '', wave?.wrapped_private_key ?? Buffer.alloc(0)),
    ).toThrow();
  });
});

describe('invariant 4: after the freeze', () => {
  it('seals, receipts, codes, drafts, sessions and the key are gone, and their bytes from the file too', () => {
    for (const table of ['sealed_responses', 'access_codes', 'drafts', 'resident_sessions']) {
      expect(end[table], table).toEqual([]);
    }
    expect(end.waves).toMatchObject([{ wrapped_private_key: null }]);
    for (const { sealedRow } of watched.observed) {
      for (const part of [sealedRow.receipt_hash, sealedRow.sealed.subarray(0, 48)]) {
        expect(file.includes(part)).toBe(false);
      }
    }
  });

  it('a response has no time and no order, and of what a case shows only stratum, district, phase and completeness', () => {
    const columns = Object.keys(end.responses?.[0] ?? {}).sort();
    expect(columns).toEqual([
      'completeness',
      'district',
      'mode',
      'phase',
      'questionnaire_version',
      'response_id',
      'stratum',
      'wave_id',
    ]);
    for (const table of [
      'responses',
      'answer_columns',
      'drafts',
      'cases',
      'case_events',
      'resident_sessions',
    ]) {
      expect(schema.find(({ name }) => name === table)?.sql, table).toContain('WITHOUT ROWID');
    }
    // An integer primary key is the number of its row, and this one is drawn by chance.
    expect(schema.find(({ name }) => name === 'sealed_responses')?.sql).toContain(
      'response_id INTEGER PRIMARY KEY',
    );
    const recorded = JSON.stringify(end.audit);
    for (const { caseId } of watched.observed) expect(recorded).not.toContain(caseId);
  });

  it('matching by any order that can be seen finds no more of 40 people than chance', () => {
    expect(frozen).toHaveLength(people);
    const truth = (response: FrozenResponse) => JSON.parse(response.answers).q02b_area as string;
    const attacks: Record<string, number> = {};
    for (const [ofCase, caseKey] of Object.entries(caseOrders())) {
      for (const [ofResponse, responseKey] of Object.entries(responseOrders())) {
        attacks[`${ofCase} to ${ofResponse}`] = matches(caseKey, responseKey);
      }
    }
    // In two strata of 20 chance finds 2 on average; more than 12 once in ten million tries.
    for (const [attack, found] of Object.entries(attacks)) expect(found, attack).toBeLessThanOrEqual(12);
    const average =
      Object.values(attacks).reduce((sum, found) => sum + found, 0) / Object.keys(attacks).length;
    expect(average).toBeLessThan(5);

    // The same attack finds everybody when responses do lie in an order that the cases show.
    const whoseTurn = new Map(watched.observed.map(({ caseId }, turn) => [markOf(caseId), turn]));
    expect(
      matches(
        (_, turn) => turn,
        (response) => whoseTurn.get(truth(response)) ?? -1,
      ),
    ).toBe(people);
  });
});

type Key = number | string;
type CaseKey = (submission: ObservedSubmission, turn: number) => Key;
type ResponseKey = (response: FrozenResponse, position: number) => Key;

function caseOrders(): Record<string, CaseKey> {
  return {
    'the order of submissions': (_, turn) => turn,
    'the case id': ({ caseId }) => caseId,
    'the code': ({ code }) => code,
    'the id of the seal': ({ sealedRow }) => sealedRow.response_id.toString('hex'),
    'the hash of the receipt': ({ sealedRow }) => sealedRow.receipt_hash.toString('hex'),
    'the bytes of the seal': ({ sealedRow }) => sealedRow.sealed.toString('hex'),
  };
}

function responseOrders(): Record<string, ResponseKey> {
  return {
    'the order of rows': (_, position) => position,
    'the id': ({ response_id }) => response_id.toString('hex'),
    'the place in the file': ({ response_id }) => file.indexOf(response_id),
    'the length of the answers': ({ answers }) => answers.length,
  };
}

/** How many cases get their own response when both sides of each stratum are sorted and paired off. */
function matches(caseKey: CaseKey, responseKey: ResponseKey): number {
  const cases = watched.observed.map((submission, turn) => ({ submission, key: caseKey(submission, turn) }));
  const responses = frozen.map((response, position) => ({ response, key: responseKey(response, position) }));
  let found = 0;
  for (const stratum of new Set(frozen.map((response) => response.stratum))) {
    const ofStratum = cases.filter(({ submission }) => submission.stratum === stratum).sort(byKey);
    const guessed = responses.filter(({ response }) => response.stratum === stratum).sort(byKey);
    found += ofStratum.filter(({ submission: { caseId } }, place) =>
      guessed[place]?.response.answers.includes(`"${markOf(caseId)}"`),
    ).length;
  }
  return found;
}

function byKey({ key: one }: { key: Key }, { key: other }: { key: Key }): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function rowsOnlyIn(rows: unknown[] = [], others: unknown[] = []): unknown[] {
  const known = new Set(others.map((row) => JSON.stringify(row)));
  return rows.filter((row) => !known.has(JSON.stringify(row)));
}

function sameRows(some: unknown[] = [], others: unknown[] = []): boolean {
  return some.length === others.length && rowsOnlyIn(some, others).length === 0;
}

function shareOfOnes(bytes: Buffer): number {
  let ones = 0;
  for (const byte of bytes) for (let bit = 0; bit < 8; bit += 1) ones += (byte >> bit) & 1;
  return ones / (8 * bytes.length);
}

function bytesOf(row: unknown): Buffer[] {
  return Object.values(row as Record<string, unknown>).map((value) =>
    Buffer.isBuffer(value) ? value : Buffer.from(String(value)),
  );
}

/** How many rows are alike in these columns; a row that counts others stands for as many as it says. */
function numbersOf(rows: readonly unknown[], columns: readonly string[]): Record<string, number> {
  const numbers = new Map<string, number>();
  for (const row of rows as Record<string, unknown>[]) {
    const key = columns.map((column) => row[column]).join(' ');
    numbers.set(key, (numbers.get(key) ?? 0) + Number(row.cases ?? 1));
  }
  return Object.fromEntries([...numbers].sort(([a], [b]) => (a < b ? -1 : 1)));
}
