import { allocate, minimumPerStratum } from '#core/sampling/allocate.ts';
import { sampleSizes } from '#core/sampling/sample-size.ts';
import { districtKey, parseStratumKey } from '#core/sampling/stratum.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import type { TimedEvent } from '#db/seed/case-endings.ts';
import { demonstrationStrata } from '#db/seed/population.ts';
import { simulateWave } from '#db/seed/simulate-wave.ts';
import { caseStore, type StoredCase, statusAfter } from '#db/seed/store-cases.ts';
import type { StaffAct } from '../staff-act.ts';
import { fieldworkDays } from './fieldwork-days.ts';

interface PastCase {
  row: StoredCase;
  events: TimedEvent[];
}

type ResponseRow = Record<string, unknown> & { responseId: Buffer };

/**
 * Stores a past wave as it stands after the freeze and the destruction of identities: strata, cases with their events,
 * and plain responses. Weighting, analysis and publication then run as for any wave.
 */
export function storePastWave(
  database: FieldworkDatabase,
  wave: WaveRow,
  act: StaffAct,
): { responses: number } {
  const { waveId } = wave;
  const sizes = sampleSizes(wave.sampleSize, wave.expectedResponseRate);
  const strata = releasedStrata(sizes.main);
  const store = caseStore(database);
  const dayAt = fieldworkDays(wave, wave.closesAt);
  const firstDay = dayAt(0);
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
    const cases: PastCase[] = [];
    const answered: ResponseRow[] = [];
    for (const simulated of simulateWave({ waveId, strata, target: wave.sampleSize, partials: true })) {
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
      const { answers, ...content } = response;
      answered.push({
        ...content,
        waveId,
        stratum,
        responseId: act.randomBytes(16),
        questionnaireVersion: wave.questionnaireVersion,
        answers: JSON.stringify(answers),
      });
    }
    responses = answered.length;
    // In the order of their keys: half a million rows written here and there would take twice as long.
    cases.sort((a, b) => (a.row.caseId < b.row.caseId ? -1 : 1));
    answered.sort((a, b) => Buffer.compare(a.responseId, b.responseId));
    for (const { row } of cases) store.addCase(row);
    for (const { row, events } of cases) {
      store.addEvent(row.caseId, firstDay, 'letter-sent');
      for (const { kind, at } of events) store.addEvent(row.caseId, dayAt(at), kind);
    }
    for (const response of answered) database.closing.addResponse(response);
    database.waves.updateWave(waveId, {
      status: 'frozen',
      closedAt: wave.closesAt,
      frozenAt: wave.closesAt,
      identitiesDestroyedAt: act.now,
      wrappedPrivateKey: null,
    });
  });
  return { responses };
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
