import type { TimedEvent } from '#app/demonstration/seed/case-endings.ts';
import { demonstrationStrata } from '#app/demonstration/seed/population.ts';
import { simulateWave } from '#app/demonstration/seed/simulate-wave.ts';
import { caseStore, type StoredCase, statusAfter } from '#app/demonstration/seed/store-cases.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import { allocate, minimumPerStratum } from '#core/sampling/allocate.ts';
import { sampleSizes } from '#core/sampling/sample-size.ts';
import { districtKey, parseStratumKey } from '#core/sampling/stratum.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { entryOf, type StaffAct } from '../use-cases/staff-act.ts';
import { type FrozenResponse, storeResponses } from '../use-cases/wave/frozen-answers.server.ts';
import { fieldworkDays } from './fieldwork-days.ts';
import type { WaveCalendar } from './wave-calendar.ts';

interface PastCase {
  row: StoredCase;
  events: TimedEvent[];
}

/**
 * Stores a past wave as it stands after the freeze, its people without identities: strata, cases with their
 * events, plain responses, and the audit of how it came there. Weighting, analysis and publication then run
 * as for any wave.
 */
export function storePastWave(
  database: FieldworkDatabase,
  wave: WaveRow,
  calendar: WaveCalendar,
  act: StaffAct,
): { cases: number; responses: number } {
  const { waveId } = wave;
  const sizes = sampleSizes(wave.sampleSize, wave.expectedResponseRate);
  const strata = releasedStrata(sizes.main);
  const store = caseStore(database);
  const dayAt = fieldworkDays(wave, wave.closesAt);
  const firstDay = dayAt(0);
  const closingDay = dayIn(calendar.closed, wave.timeZone);
  const cases: PastCase[] = [];
  let responses = 0;
  database.transact(() => {
    database.waves.addStrata(
      strata.map(({ key, population, released }) => {
        const { district, ageBand, sex } = parseStratumKey(key);
        const replicateSize = Math.round(released * (sizes.replicate / sizes.main));
        return {
          waveId,
          stratum: key,
          district,
          ageBand,
          sex,
          population,
          mainSize: released,
          replicateSize,
        };
      }),
    );
    const ranks = new Map<string, number>();
    const probabilities = new Map(
      strata.map(({ key, population, released }) => [key, released / population]),
    );
    const answered: FrozenResponse[] = [];
    for (const simulated of simulateWave({ waveId, strata, target: wave.sampleSize, closed: true })) {
      const { stratum, events, response } = simulated;
      const rank = (ranks.get(stratum) ?? 0) + 1;
      ranks.set(stratum, rank);
      const caseId = act.randomBytes(8).toString('hex');
      const row = {
        caseId,
        waveId,
        stratum,
        district: parseStratumKey(stratum).district,
        rank,
        selectionProbability: probabilities.get(stratum) ?? 1,
        status: statusAfter(events.map(({ kind }) => kind)),
      };
      cases.push({ row, events });
      if (!response) continue;
      answered.push({
        ...response,
        waveId,
        stratum,
        responseId: act.randomBytes(16),
        questionnaireVersion: wave.questionnaireVersion,
      });
    }
    responses = answered.length;
    // In the order of their keys: half a million rows written here and there would take twice as long.
    cases.sort((a, b) => (a.row.caseId < b.row.caseId ? -1 : 1));
    for (const { row } of cases) store.addCase(row);
    for (const { row, events } of cases) {
      store.addEvent(row.caseId, firstDay, 'letter-sent');
      for (const { kind, at } of events) {
        store.addEvent(row.caseId, isJudgedAtClose(kind) ? closingDay : dayAt(at), kind);
      }
    }
    storeResponses(database, cityQuestionnaire, waveId, answered);
    database.waves.updateWave(waveId, {
      status: 'frozen',
      closedAt: calendar.closed,
      frozenAt: calendar.frozen,
      wrappedPrivateKey: null,
    });
    recordFieldwork(database, wave, calendar, act, { cases, responses, mainPerDistrict: sizes.main });
  });
  return { cases: cases.length, responses };
}

/** Whoever has not sent gets an outcome when the wave closes, on the day of that act. */
function isJudgedAtClose(kind: TimedEvent['kind']): boolean {
  return kind === 'partial' || kind === 'broke-off';
}

/** The last act on a past wave; there was never a name or an address to delete. */
export function destroyPastIdentities(
  database: FieldworkDatabase,
  waveId: string,
  act: StaffAct,
  identities: number,
): void {
  database.transact(() => {
    database.waves.updateWave(waveId, { identitiesDestroyedAt: act.now });
    database.audit.record(entryOf(act, 'identities-destroyed', waveId, { identities }));
  });
}

function recordFieldwork(
  database: FieldworkDatabase,
  { waveId, seed }: WaveRow,
  calendar: WaveCalendar,
  act: StaffAct,
  sample: { cases: readonly PastCase[]; responses: number; mainPerDistrict: number },
): void {
  const { responses, mainPerDistrict } = sample;
  const cases = sample.cases.length;
  const ended = (kind: TimedEvent['kind']) =>
    sample.cases.filter(({ events }) => events.at(-1)?.kind === kind).length;
  const acts: [number, string, Record<string, unknown>][] = [
    [calendar.drawn, 'sample-drawn', { seed, cases, released: cases, mainPerDistrict }],
    [calendar.codesIssued, 'codes-issued', { codes: cases }],
    [calendar.opened, 'wave-opened', { codes: cases }],
    [
      calendar.closed,
      'wave-closed',
      { complete: 0, partial: ended('partial'), brokeOff: ended('broke-off') },
    ],
    [calendar.frozen, 'wave-frozen', { responses, codesDestroyed: cases }],
  ];
  for (const [now, name, detail] of acts) {
    database.audit.record(entryOf({ ...act, now }, name, waveId, detail));
  }
}

function releasedStrata(mainPerDistrict: number) {
  const strata = demonstrationStrata();
  const districts = new Set(strata.map(({ district }) => district));
  return [...districts].flatMap((district) => {
    const own = strata.filter((stratum) => stratum.district === district);
    const allocation = allocate(own, mainPerDistrict, minimumPerStratum);
    if (own.length === 0) throw new Error(`storePastWave requires strata of ${districtKey(district)}`);
    return own.map(({ key, population }) => ({ key, population, released: allocation.get(key) ?? 0 }));
  });
}
