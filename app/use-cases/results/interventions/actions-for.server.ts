import type { InterventionKind, InterventionStatus } from '#core/intervention/intervention.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { InterventionRow } from '#db/results/queries/interventions.ts';

/** What is being done, in one line. */
export interface Action {
  interventionId: string;
  title: string;
  kind: InterventionKind;
  status: InterventionStatus;
  /** `YYYY-MM-DD`. */
  startsOn: string;
  /** Who answers for it. */
  responsible: string;
}

/** What is proposed or under way, by where; what was done or dropped stands in the register. */
export interface Actions {
  /** In a district, at its places too. */
  district(number: number): Action[];
  place(placeId: string): Action[];
}

/** Reads the register once, for a page that asks of many districts and places. */
export function actionsFor(database: ResultsDatabase): Actions {
  const open = database.interventions.all().filter(({ status }) => status !== 'done' && status !== 'dropped');
  return {
    district: (number) => open.filter(({ district }) => district === number).map(actionOf),
    place: (wanted) => open.filter(({ placeId }) => placeId === wanted).map(actionOf),
  };
}

function actionOf(row: InterventionRow): Action {
  const { interventionId, title, kind, status, startsOn, responsible } = row;
  return { interventionId, title, kind, status, startsOn, responsible };
}
