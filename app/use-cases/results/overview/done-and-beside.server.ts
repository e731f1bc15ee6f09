import type { Service } from '#core/context-series/series.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { contextList } from '../context/context-report.server.ts';
import { type InterventionEffect, interventionEffects } from '../interventions/intervention-effect.server.ts';

/** An intervention that a wave after it has judged. */
export interface JudgedIntervention {
  interventionId: string;
  title: string;
  effect: InterventionEffect;
}

/** What the overview tells of interventions. */
export interface JudgedInterventions {
  newest: JudgedIntervention[];
  /** How many others are under way or done: the register has them. */
  others: number;
}

/** A figure of a service, as it stands beside what residents feel. */
export interface BesideFigure {
  seriesId: string;
  service: Service;
  name: string;
  nameEnglish: string;
  unit: string;
  unitEnglish: string;
  periodLength: 'year' | 'half-year' | 'quarter' | 'month';
  period: string;
  value: number;
  synthetic: boolean;
}

/** Judged interventions that the overview names; the others are in the register. */
const most = 4;

/**
 * What came of what was done last: whatever a wave after the start has judged, "cannot tell" included, the
 * last begun first.
 */
export function judgedInterventions(database: ResultsDatabase): JudgedInterventions {
  const effectOf = interventionEffects(database);
  const begun = database.interventions
    .all()
    .filter(({ status }) => status === 'under-way' || status === 'done')
    .reverse();
  const newest: JudgedIntervention[] = [];
  for (const row of begun) {
    if (newest.length === most) break;
    const effect = effectOf(row);
    if (effect === null || effect.effect.verdict === 'too-early') continue;
    newest.push({ interventionId: row.interventionId, title: row.title, effect });
  }
  return { newest, others: begun.length - newest.length };
}

/** The newest figure of each service: the first of its series that covers the whole city, else the first. */
export function besideFigures(database: ResultsDatabase): BesideFigure[] {
  const found = new Map<Service, BesideFigure & { isOfCity: boolean }>();
  for (const { series, newest } of contextList(database)) {
    if (!newest) continue;
    const { seriesId, service, name, nameEnglish, unit, unitEnglish, synthetic } = series;
    const isOfCity = series.geography === 'city';
    const known = found.get(service);
    if (known && (known.isOfCity || !isOfCity)) continue;
    const { period, value } = newest;
    const periodLength = series.period;
    found.set(service, {
      ...{ seriesId, service, name, nameEnglish, unit, unitEnglish, synthetic, isOfCity },
      ...{ periodLength, period, value },
    });
  }
  return [...found.values()].map(({ isOfCity: _, ...figure }) => figure);
}
