import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { answersOf } from '#app/demonstration/seed/answer-model/answers-of.ts';
import { seededRandom } from '#app/demonstration/seed/random.ts';
import { caseStore } from '#app/demonstration/seed/store-cases.ts';
import { keyedHash } from '#app/sealing.server.ts';
import { bringQuestionnaire } from '#app/use-cases/fieldwork/bring-questionnaire.server.ts';
import { createWave } from '#app/use-cases/fieldwork/create-wave.server.ts';
import { findVisit } from '#app/use-cases/resident/resident-session.server.ts';
import { startQuestionnaire } from '#app/use-cases/resident/start-questionnaire.server.ts';
import { submitResponse } from '#app/use-cases/resident/submit-response.server.ts';
import { savedDraft, writeDraft } from '#app/use-cases/wave/draft.server.ts';
import type { ResidentContext, ResidentVisit } from '#app/use-cases/wave/resident-visit.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { makeAccessCode } from '#core/sampling/access-code.ts';
import { parseStratumKey } from '#core/sampling/stratum.ts';
import { type FieldworkDatabase, openFieldwork } from '#db/fieldwork/database.ts';
import { applyPragmas } from '#db/open.ts';
import { type Figure, perSecond, timed, times } from './figures.ts';

const stratum = 'D05|35-44|F';
/** Residents who press the last button within the same moment. */
const together = 64;
/** Bytes of a sealed row: the limit writes as much. */
const rowSize = 4200;

/**
 * Durable submits per second, beside what SQLite can do with one fsync for each row and one for each group.
 */
export async function measureSubmits(folder: string, submits: number): Promise<Figure[]> {
  const secret = randomBytes(32);
  const database = openFieldwork(join(folder, 'submits.sqlite'));
  try {
    const now = Date.UTC(2026, 8, 20, 10);
    const context: ResidentContext = { database, secret, now };
    const codes = inviteResidents(database, secret, submits, now);
    const visits = await fillIn(context, codes);
    const [, elapsed] = await timed(() =>
      inGroups(visits, async (visit) => {
        const sent = await submitResponse(context, visit);
        if (!sent.ok) throw new Error(`measureSubmits was refused: ${sent.reason}`);
      }),
    );
    const alone = rawInserts(join(folder, 'raw-1.sqlite'), Math.min(submits, 500), 1);
    const grouped = rawInserts(join(folder, `raw-${together}.sqlite`), submits, together);
    const rate = submits / elapsed;
    return [
      {
        name: `durable submits, ${together} residents at once`,
        measured: perSecond(submits, elapsed),
        limit: `${perSecond(1, 1 / grouped)} raw rows, one fsync for ${together}`,
        ratio: `${times(rate / grouped)} of it`,
      },
      {
        name: 'the same, beside one fsync for each',
        measured: perSecond(submits, elapsed),
        limit: `${perSecond(1, 1 / alone)} raw rows, one fsync each`,
        ratio: `${times(rate / alone)} of it`,
      },
    ];
  } finally {
    database.close();
  }
}

/** Cases of an autumn wave that is open at `now`, with their codes. */
export function inviteResidents(
  database: FieldworkDatabase,
  secret: Buffer,
  wanted: number,
  now: number,
): string[] {
  const act = { actor: 'bench', now: Date.UTC(2026, 7, 1), randomBytes, secret };
  bringQuestionnaire(database, cityQuestionnaire, act);
  const day = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  const plan = {
    year: 2026,
    season: 'autumn',
    questionnaireVersion: cityQuestionnaire.version,
    firstDay: day(now - 10 * 86_400_000),
    lastDay: day(now + 10 * 86_400_000),
  } as const;
  const wave = createWave(database, plan, act);
  if (!wave.ok) throw new Error(`measureSubmits could not plan a wave: ${wave.reason}`);
  const { waveId } = wave;
  const store = caseStore(database);
  return database.transact(() => {
    const { district, ageBand, sex } = parseStratumKey(stratum);
    const sizes = { population: wanted, mainSize: wanted, replicateSize: 0 };
    database.waves.addStrata([{ waveId, stratum, district, ageBand, sex, ...sizes }]);
    database.waves.updateWave(waveId, { status: 'open' });
    return Array.from({ length: wanted }, (_, index) => {
      const caseId = `bench-${index}`;
      const code = makeAccessCode(randomBytes);
      const status = 'invited';
      store.addCase({ caseId, waveId, stratum, district, rank: index + 1, selectionProbability: 1, status });
      database.codes.addCode({
        codeHash: keyedHash(secret, 'access-code', code),
        caseId,
        waveId,
        issuedOn: '2026-08-25',
      });
      return code;
    });
  });
}

/** Everyone comes in and has a whole questionnaire answered in the draft. */
async function fillIn(context: ResidentContext, codes: readonly string[]): Promise<ResidentVisit[]> {
  const random = seededRandom('bench submits');
  const person = { ...parseStratumKey(stratum), confirmedDistrict: 5, waveId: '2026-2' };
  const visits: ResidentVisit[] = [];
  await inGroups(codes, async (code) => {
    const started = await startQuestionnaire(context, { code, language: 'pl', random: () => 0.5 });
    const visit = started.ok ? findVisit(context, started.cookieValue) : null;
    if (!visit) throw new Error('measureSubmits could not let a resident in');
    visits.push(visit);
    const { caseId, waveId } = visit.case;
    const draft = savedDraft(context.database, context.secret, caseId)?.draft;
    if (!draft) throw new Error('measureSubmits found no draft behind a visit');
    const whole = { ...draft, answers: answersOf(person, random) };
    await context.database.write(() =>
      writeDraft(context.database, context.secret, { caseId, waveId, codeHash: visit.codeHash }, whole),
    );
  });
  return visits;
}

async function inGroups<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += together) {
    await Promise.all(items.slice(start, start + together).map(act));
  }
}

/** Rows per millisecond. */
function rawInserts(file: string, rows: number, perTransaction: number): number {
  const sqlite = new Database(file);
  try {
    applyPragmas(sqlite);
    sqlite.exec('CREATE TABLE rows (id BLOB PRIMARY KEY, content BLOB NOT NULL) STRICT, WITHOUT ROWID');
    const insert = sqlite.prepare('INSERT INTO rows VALUES (?, ?)');
    const content = randomBytes(rowSize);
    const started = performance.now();
    for (let start = 0; start < rows; start += perTransaction) {
      const count = Math.min(perTransaction, rows - start);
      sqlite
        .transaction(() => {
          for (let i = 0; i < count; i += 1) insert.run(randomBytes(16), content);
        })
        .immediate();
    }
    return rows / (performance.now() - started);
  } finally {
    sqlite.close();
  }
}
