import { fewestToCompare } from '#core/effect/comparison.ts';
import { type PlanText, placeAim } from '#core/intervention/plan.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { interventionAreas } from '../use-cases/results/interventions/areas.server.ts';
import { type CityAct, dayOfAct } from '../use-cases/results/interventions/city-act.ts';
import { putComparison } from '../use-cases/results/interventions/comparison.server.ts';
import { comparisonOptions } from '../use-cases/results/interventions/comparison-choices.server.ts';
import { consultCouncil, giveOpinion } from '../use-cases/results/interventions/consult.server.ts';
import { planIntervention } from '../use-cases/results/interventions/plan-intervention.server.ts';
import { isDecidingFlag } from '../use-cases/results/interventions/plan-start.server.ts';
import { takeStep } from '../use-cases/results/interventions/take-step.server.ts';
import type { ScriptedAct, ScriptedIntervention } from './intervention-script.ts';

/** What of the script was done: ids by the key of the script. */
export interface DoneSoFar {
  ids: Map<string, string>;
  /** Acts up to this instant were done. */
  until: number;
}

/** What city hall is to do. */
export interface CityScript {
  script: readonly ScriptedIntervention[];
  randomBytes: CityAct['randomBytes'];
}

const city = { actor: 'demonstration', name: 'Celina Analityk' };
const noon = 10 * 3_600_000;

/**
 * Does what the city did about its flags up to an instant, by the verbs of the pages and at the moment when
 * it was done: a comparison is frozen while its result is still unknown. Called before each publication is
 * received and once at the end.
 */
export function actOnFlags(
  database: ResultsDatabase,
  done: DoneSoFar,
  { script, until, randomBytes }: CityScript & { until: number },
): void {
  const acts = script.flatMap((intervention) =>
    intervention.acts.map((act) => ({ intervention, act, at: Date.parse(`${act.on}T00:00:00Z`) + noon })),
  );
  const due = acts.filter(({ at }) => at > done.until && at <= until).sort((a, b) => a.at - b.at);
  for (const { intervention, act, at } of due) {
    const answer = perform(database, done.ids, { intervention, act }, { ...city, now: at, randomBytes });
    if (!answer.ok) {
      throw new Error(
        `actOnFlags could not do ${act.does} of ${intervention.key}: ${JSON.stringify(answer)}`,
      );
    }
  }
  done.until = until;
}

function perform(
  database: ResultsDatabase,
  ids: Map<string, string>,
  { intervention, act }: { intervention: ScriptedIntervention; act: ScriptedAct },
  by: CityAct,
): { ok: boolean } {
  if (act.does === 'propose') {
    const { flag, key } = intervention;
    const typed = typedOf(database, intervention);
    // A city of few respondents has fewer flags: what answers none of them names none.
    const named = flag !== null && isDecidingFlag(database, flag) ? flag : null;
    const planned = planIntervention(database, { typed, flag: named, synthetic: true }, by);
    if (planned.ok) ids.set(key, planned.interventionId);
    return planned;
  }
  const interventionId = ids.get(intervention.key) ?? '';
  const row = database.interventions.intervention(interventionId);
  if (!row) throw new Error(`perform requires that ${intervention.key} was proposed`);
  const own = { interventionId, revision: row.revision };
  const today = dayOfAct(by);
  switch (act.does) {
    case 'ask':
      return consultCouncil(
        database,
        { ...own, district: intervention.district, sentOn: today, dueOn: act.dueOn },
        by,
      );
    case 'hear': {
      const [asked] = database.consultations.of('intervention', interventionId);
      const consultationId = asked?.consultationId ?? '';
      const { opinion, opinionText, resolutionNumber } = act;
      return giveOpinion(
        database,
        { consultationId, opinion, opinionText, resolutionNumber, givenOn: today },
        { id: by.actor, name: by.name, district: null },
        by,
      );
    }
    case 'freeze': {
      const { options } = comparisonOptions(database, row);
      const areas = options.filter(({ proposed }) => proposed).map(({ area }) => area);
      // In a city of few respondents too many figures are hidden: it is then told that nothing was compared.
      if (areas.length < fewestToCompare) return { ok: true };
      return putComparison(database, { ...own, areas, freeze: true }, by);
    }
    case 'step':
      return takeStep(database, { ...own, status: act.status, stepOn: today, reason: act.reason ?? '' }, by);
  }
}

/** The form of a scripted intervention; a place that a small city did not flag is its district. */
function typedOf(database: ResultsDatabase, { district, place, plan, aim }: ScriptedIntervention): PlanText {
  const area = interventionAreas(database).find(({ placeName }) => place !== null && placeName === place);
  const isOfPlace = aim.indicator === placeAim && !area;
  return {
    ...plan,
    where: area?.area ?? districtKey(district),
    aimIndicator: isOfPlace ? '' : aim.indicator,
    aimSize: isOfPlace ? '' : aim.size,
  };
}
