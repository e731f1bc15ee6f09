import { createHash } from 'node:crypto';
import { demonstrationStrata } from '#app/demonstration/seed/population.ts';
import { seededRandom } from '#app/demonstration/seed/random.ts';
import { registerPerson } from '#app/demonstration/seed/register-names.ts';
import { simulateWave } from '#app/demonstration/seed/simulate-wave.ts';
import { caseStore, statusAfter } from '#app/demonstration/seed/store-cases.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import type { FramePerson } from '#core/frame/frame-person.ts';
import { parseStratumKey } from '#core/sampling/stratum.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { keyedHash, receiptFor, receiptSeedOf, seal } from '../sealing.server.ts';
import { issueCodes } from '../use-cases/fieldwork/codes/issue-codes.server.ts';
import { drawSample } from '../use-cases/fieldwork/draw-sample.server.ts';
import { batchSize, breathe } from '../use-cases/fieldwork/frame/frame-people.server.ts';
import { openWave } from '../use-cases/fieldwork/open-wave.server.ts';
import { entryOf, type StaffAct } from '../use-cases/staff-act.ts';
import { packedContent, type ResponseContent } from '../use-cases/wave/response-content.ts';
import { fieldworkDays } from './fieldwork-days.ts';
import { waveCalendar } from './wave-calendar.ts';

type SecretAct = StaffAct & { secret: Buffer };

/** Districts of the three residents whose codes the start prints. */
const printedDistricts = [1, 5, 12] as const;

/** Puts the synthetic register of the whole city into the wave's frame. */
export async function storeRegister(
  database: FieldworkDatabase,
  wave: WaveRow,
  act: StaffAct,
): Promise<number> {
  const random = seededRandom(`register ${wave.waveId}`);
  const processed = { ...act, now: waveCalendar(wave).frameProcessed };
  const fileName = `rejestr-syntetyczny-${wave.waveId}.csv`;
  const digest = createHash('sha256');
  const frameId = database.frames.addFrame({
    waveId: wave.waveId,
    fileName,
    sha256: '0'.repeat(64),
    encoding: 'utf-8',
    delimiter: ',',
    status: 'staged',
    rowCount: 0,
    errorCount: 0,
    errors: '[]',
    undrawnDeleted: null,
    uploadedBy: act.actor,
    uploadedAt: processed.now,
  });
  let rowCount = 0;
  let batch: FramePerson[] = [];
  const storeBatch = async () => {
    const people = batch;
    batch = [];
    rowCount += people.length;
    digest.update(people.map((person) => `${Object.values(person).join(',')}\n`).join(''));
    database.transact(() => database.frames.addUnits(frameId, people));
    await breathe();
  };
  for (const { key, population } of demonstrationStrata()) {
    for (let index = 0; index < population; index += 1) {
      batch.push(registerPerson(key, index, random, wave.year));
      if (batch.length === batchSize) await storeBatch();
    }
  }
  await storeBatch();
  const sha256 = digest.digest('hex');
  database.transact(() => {
    database.frames.updateFrame(frameId, { rowCount, sha256, status: 'processed' });
    const { waveId } = wave;
    database.audit.record(entryOf(processed, 'frame-uploaded', waveId, { frameId, fileName }));
    database.audit.record(
      entryOf(processed, 'frame-processed', waveId, { frameId, people: rowCount, sha256 }),
    );
  });
  return rowCount;
}

/**
 * Draws, invites and lets residents answer as far as the fieldwork has come. Answers three codes of residents
 * who have not answered.
 */
export async function fillOpenWave(
  database: FieldworkDatabase,
  wave: WaveRow,
  act: SecretAct,
): Promise<{ codes: string[]; responses: number }> {
  const { waveId } = wave;
  const calendar = waveCalendar(wave);
  const drawn = await drawSample(database, waveId, { ...act, now: calendar.drawn });
  if (!drawn.ok) throw new Error(`fillOpenWave could not draw the sample: ${drawn.reason}`);
  const issued = issueCodes(database, waveId, { ...act, now: calendar.codesIssued });
  if (!issued.ok) throw new Error(`fillOpenWave could not issue codes: ${issued.reason}`);
  const opened = openWave(database, waveId, { ...act, now: calendar.opened });
  if (!opened.ok) throw new Error(`fillOpenWave could not open the wave: ${opened.reason}`);

  const codeOf = new Map(issued.codes.map(({ caseId, code }) => [caseId, code]));
  const store = caseStore(database);
  const casesOf = new Map<string, string[]>();
  for (const { caseId, stratum } of store.released(waveId)) {
    const list = casesOf.get(stratum);
    if (list) list.push(caseId);
    else casesOf.set(stratum, [caseId]);
  }
  const strata = [...casesOf].map(([key, cases]) => ({ key, released: cases.length }));
  const dayAt = fieldworkDays(wave, act.now);
  const firstDay = dayAt(0);
  const untouched: string[] = [];
  let responses = 0;
  const writes: { caseId: string; write: () => void }[] = [];
  for (const simulated of simulateWave({ waveId, strata, target: wave.sampleSize, closed: false })) {
    const { stratum, events, response } = simulated;
    const caseId = casesOf.get(stratum)?.pop();
    const code = codeOf.get(caseId ?? '');
    if (!caseId || !code) throw new Error('fillOpenWave requires a code for every released case');
    const { district } = parseStratumKey(stratum);
    if (events.length === 0 && printedDistricts[untouched.length] === district) untouched.push(code);
    const sealed = response && sealedRow(wave, { ...act, code, stratum }, response);
    if (response) responses += 1;
    const write = () => {
      store.addEvent(caseId, firstDay, 'letter-sent');
      for (const { kind, at } of events) store.addEvent(caseId, dayAt(at), kind);
      const status = statusAfter(events.map(({ kind }) => kind));
      if (status !== 'invited') store.setStatus(caseId, status);
      if (sealed) database.sealedResponses.add(sealed);
    };
    writes.push({ caseId, write });
  }
  // In the order of their keys: rows written here and there would take several times as long.
  writes.sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
  database.transact(() => {
    for (const { write } of writes) write();
  });
  return { codes: untouched, responses };
}

function sealedRow(
  { waveId, publicKey }: WaveRow,
  { code, stratum, secret }: SecretAct & { code: string; stratum: string },
  response: Omit<ResponseContent, 'stratum' | 'questionnaireVersion'>,
) {
  const { version } = cityQuestionnaire;
  const content = packedContent(cityQuestionnaire, { ...response, stratum, questionnaireVersion: version });
  const receipt = receiptFor(secret, waveId, receiptSeedOf(secret, code));
  return {
    waveId,
    receiptHash: keyedHash(secret, 'receipt', receipt),
    sealed: seal(publicKey, content),
  };
}
