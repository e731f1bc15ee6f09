import { randomBytes } from 'node:crypto';
import type { CityAct } from '#app/use-cases/results/interventions/city-act.ts';
import { putComparison } from '#app/use-cases/results/interventions/comparison.server.ts';
import { consultCouncil, giveOpinion } from '#app/use-cases/results/interventions/consult.server.ts';
import { planIntervention } from '#app/use-cases/results/interventions/plan-intervention.server.ts';
import { takeStep } from '#app/use-cases/results/interventions/take-step.server.ts';
import { suppress } from '#core/disclosure/suppress.ts';
import { seasonOfWave } from '#core/fieldwork/wave-id.ts';
import type { PlanText } from '#core/intervention/plan.ts';
import type { ExactPublication } from '#core/publication/exact-publication.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { InterventionRow } from '#db/results/queries/interventions.ts';
import { exactPublication } from './exact-publication.ts';
import { receiveTrusted } from './results.ts';

/** The analyst at noon of a day. */
export function cityAct(day: string, name = 'Celina Analityk'): CityAct {
  return { actor: `id of ${name}`, name, now: Date.parse(`${day}T10:00:00Z`), randomBytes };
}

/**
 * A wave in which of 1,000 people in each district so many per cent feel unsafe; received a month after it.
 */
export function publishWave(
  database: ResultsDatabase,
  waveId: string,
  unsafePercent: (district: number) => number = () => 20,
  changes: Partial<ExactPublication> = {},
): void {
  const named = seasonOfWave(waveId);
  if (!named) throw new Error(`publishWave requires a wave, not ${waveId}`);
  const { year, season } = named;
  const [from, to, published] =
    season === 'spring' ? ['04-01', '05-31', '06-30'] : ['09-01', '10-31', '11-30'];
  const counts = Array.from({ length: 18 }, (_, index) => {
    const unsafe = unsafePercent(index + 1) * 5;
    const half = [500 - unsafe, unsafe, 0, 0];
    return [half, half];
  });
  const { wave } = exactPublication([]);
  const document = suppress(
    exactPublication(counts, {
      publicationId: `${waveId}.1`,
      wave: {
        ...wave,
        waveId,
        year,
        season,
        fieldworkFrom: `${year}-${from}`,
        fieldworkTo: `${year}-${to}`,
        publishedOn: `${year}-${published}`,
      },
      ...changes,
    }),
  );
  const now = Date.parse(`${year}-${published}T12:00:00Z`);
  const received = receiveTrusted(database, document, { actor: 'test', now });
  if (!received.ok) throw new Error(`publishWave could not receive ${waveId}: ${received.reason}`);
}

/** A sound form: light in district III from 1 July 2025. */
export function typedPlan(changes: Partial<PlanText> = {}): PlanText {
  return {
    title: 'Nowe latarnie',
    kind: 'light',
    where: 'D03',
    description: 'Dwadzieścia latarni.',
    responsible: 'Zarząd Dróg',
    startsOn: '2025-07-01',
    endsOn: '',
    cost: '120 000',
    aimIndicator: 'unsafe',
    aimSize: '5',
    documents: 'https://example.test/umowa\nSO-03.5050.12.2025',
    ...changes,
  };
}

/** Proposes it on a day and gives its row. */
export function aProposal(
  database: ResultsDatabase,
  { day = '2025-02-03', ...changes }: Partial<PlanText> & { day?: string } = {},
): InterventionRow {
  const planned = planIntervention(database, { typed: typedPlan(changes), flag: null }, cityAct(day));
  if (!planned.ok) throw new Error(`aProposal was refused: ${JSON.stringify(planned)}`);
  return current(database, planned.interventionId);
}

/** The row as it is now. */
export function current(database: ResultsDatabase, interventionId: string): InterventionRow {
  const row = database.interventions.intervention(interventionId);
  if (!row) throw new Error(`there is no intervention ${interventionId}`);
  return row;
}

/** Freezes the comparison with districts IV to VIII. */
export function freeze(database: ResultsDatabase, interventionId: string, day = '2025-03-03') {
  const { revision } = current(database, interventionId);
  const areas = ['D04', 'D05', 'D06', 'D08'];
  return putComparison(database, { interventionId, revision, areas, freeze: true }, cityAct(day));
}

/** Asks the council of district III and has it say yes. */
export function askAndHear(database: ResultsDatabase, interventionId: string): void {
  const asked = consultCouncil(
    database,
    {
      interventionId,
      revision: current(database, interventionId).revision,
      district: 3,
      sentOn: '2025-02-10',
      dueOn: '2025-03-10',
    },
    cityAct('2025-02-10'),
  );
  if (!asked.ok) throw new Error(`askAndHear was refused: ${asked.reason}`);
  const { consultationId } = asked;
  const opinion = { opinion: 'for', opinionText: 'Popieramy.', resolutionNumber: 'IV/12/2025' };
  const given = giveOpinion(
    database,
    { consultationId, ...opinion, givenOn: '2025-03-01' },
    { id: 'council', name: 'Rada III', district: 3 },
    cityAct('2025-03-02'),
  );
  if (!given.ok) throw new Error(`askAndHear was refused: ${given.reason}`);
}

/** Takes a step on a day. */
export function step(
  database: ResultsDatabase,
  interventionId: string,
  status: string,
  stepOn: string,
  reason = '',
) {
  const { revision } = current(database, interventionId);
  return takeStep(database, { interventionId, revision, status, stepOn, reason }, cityAct(stepOn));
}
