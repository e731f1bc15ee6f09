import { type LinkedDocument, readDocuments } from '#core/intervention/documents.ts';
import { type InterventionStatus, nextStatuses } from '#core/intervention/intervention.ts';
import type { LocalisedText } from '#core/language.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { ConsultationRow } from '#db/results/queries/consultations.ts';
import type {
  ComparisonArea,
  InterventionAct,
  InterventionFreeze,
  InterventionRow,
  InterventionStep,
} from '#db/results/queries/interventions.ts';
import { aimIndicators } from './areas.server.ts';
import { type ComparisonOptions, comparisonOptions } from './comparison-choices.server.ts';
import { type InterventionEffect, interventionEffect } from './intervention-effect.server.ts';
import { resultSince } from './plan-intervention.server.ts';

/** Who did what, when, and what it changed. */
export type DoneAct = InterventionAct;

export interface InterventionReport {
  row: InterventionRow;
  documents: LinkedDocument[];
  aimName: LocalisedText | null;
  steps: InterventionStep[];
  next: readonly InterventionStatus[];
  consultations: ConsultationRow[];
  comparison: ComparisonArea[];
  /** What may be chosen; null once it is frozen. */
  choices: ComparisonOptions | null;
  freeze: InterventionFreeze | null;
  /** Publications that were known when the comparison was frozen. */
  known: string[];
  /** A publication because of which the comparison cannot be frozen any more. */
  tooLate: { publicationId: string; waveId: string } | null;
  effect: InterventionEffect | null;
  /** Newest first. */
  acts: DoneAct[];
}

/** All that is known of one intervention; null for one that is not in the register. */
export function interventionReport(
  database: ResultsDatabase,
  interventionId: string,
): InterventionReport | null {
  const row = database.interventions.intervention(interventionId);
  if (!row) return null;
  const comparison = database.interventions.comparisonOf(interventionId);
  const freeze = database.interventions.freezeOf(interventionId) ?? null;
  return {
    row,
    documents: readDocuments(row.documents).documents,
    aimName: aimIndicators(database).find(({ id }) => id === row.aimIndicator)?.name ?? null,
    steps: database.interventions.stepsOf(interventionId),
    next: nextStatuses(row.status),
    consultations: database.consultations.of('intervention', interventionId),
    comparison,
    choices: freeze ? null : comparisonOptions(database, row),
    freeze,
    known: database.interventions.knownAtFreeze(interventionId),
    tooLate: freeze ? null : resultSince(database, row.startsOn),
    effect: interventionEffect(database, row),
    acts: database.interventions.actsOf('intervention', interventionId).reverse(),
  };
}
