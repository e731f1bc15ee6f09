import { and, asc, eq, sql } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import {
  interventionActs,
  interventionComparisons,
  interventionFreezes,
  interventionKnownPublications,
  interventionSteps,
  interventions,
} from '../schema/interventions.ts';

export type InterventionRow = typeof interventions.$inferSelect;
export type InterventionStep = typeof interventionSteps.$inferSelect;
export type InterventionFreeze = typeof interventionFreezes.$inferSelect;
export type ComparisonArea = Omit<typeof interventionComparisons.$inferSelect, 'interventionId'>;
export type InterventionAct = Omit<typeof interventionActs.$inferSelect, 'actId'>;

export function interventionQueries({ orm }: OpenDatabase) {
  const inOrder = [asc(interventions.startsOn), asc(interventions.interventionId)] as const;
  const all = orm
    .select()
    .from(interventions)
    .orderBy(...inOrder)
    .prepare();
  const isDistrict = eq(interventions.district, sql.placeholder('district'));
  const ofDistrict = orm
    .select()
    .from(interventions)
    .where(isDistrict)
    .orderBy(...inOrder)
    .prepare();
  const isPlace = eq(interventions.placeId, sql.placeholder('placeId'));
  const ofPlace = orm
    .select()
    .from(interventions)
    .where(isPlace)
    .orderBy(...inOrder)
    .prepare();
  const wanted = sql.placeholder('interventionId');
  const byId = orm.select().from(interventions).where(eq(interventions.interventionId, wanted)).prepare();
  const steps = orm
    .select()
    .from(interventionSteps)
    .where(eq(interventionSteps.interventionId, wanted))
    .orderBy(asc(interventionSteps.position))
    .prepare();
  const allSteps = orm
    .select({
      interventionId: interventionSteps.interventionId,
      status: interventionSteps.status,
      stepOn: interventionSteps.stepOn,
    })
    .from(interventionSteps)
    .prepare();
  const comparison = orm
    .select({
      area: interventionComparisons.area,
      areaKind: interventionComparisons.areaKind,
      name: interventionComparisons.name,
    })
    .from(interventionComparisons)
    .where(eq(interventionComparisons.interventionId, wanted))
    .orderBy(asc(interventionComparisons.area))
    .prepare();
  const freeze = orm
    .select()
    .from(interventionFreezes)
    .where(eq(interventionFreezes.interventionId, wanted))
    .prepare();
  const known = orm
    .select({ publicationId: interventionKnownPublications.publicationId })
    .from(interventionKnownPublications)
    .where(eq(interventionKnownPublications.interventionId, wanted))
    .orderBy(asc(interventionKnownPublications.publicationId))
    .prepare();
  return {
    /** Every intervention, by its first day. */
    all: (): InterventionRow[] => all.all(),
    /** Those in a district, at its places too. */
    forDistrict: (district: number): InterventionRow[] => ofDistrict.all({ district }),
    forPlace: (placeId: string): InterventionRow[] => ofPlace.all({ placeId }),
    intervention: (interventionId: string): InterventionRow | undefined => byId.get({ interventionId }),
    /** Call inside a transaction, as everything below that writes. */
    add(row: InterventionRow): void {
      orm.insert(interventions).values(row).run();
    },
    /** Changes a row that still has this revision and counts it on; false when it has not. */
    change(interventionId: string, revision: number, changes: Partial<InterventionRow>): boolean {
      const isUnseen = and(
        eq(interventions.interventionId, interventionId),
        eq(interventions.revision, revision),
      );
      const set = { ...changes, revision: revision + 1 };
      return orm.update(interventions).set(set).where(isUnseen).run().changes === 1;
    },
    /** Of all interventions, in no order. */
    steps: (): Pick<InterventionStep, 'interventionId' | 'status' | 'stepOn'>[] => allSteps.all(),
    stepsOf: (interventionId: string): InterventionStep[] => steps.all({ interventionId }),
    addStep(step: InterventionStep): void {
      orm.insert(interventionSteps).values(step).run();
    },
    comparisonOf: (interventionId: string): ComparisonArea[] => comparison.all({ interventionId }),
    /** Chooses the comparison anew. */
    putComparison(interventionId: string, areas: readonly ComparisonArea[]): void {
      const isOwn = eq(interventionComparisons.interventionId, interventionId);
      orm.delete(interventionComparisons).where(isOwn).run();
      for (const area of areas) {
        orm
          .insert(interventionComparisons)
          .values({ interventionId, ...area })
          .run();
      }
    },
    freezeOf: (interventionId: string): InterventionFreeze | undefined => freeze.get({ interventionId }),
    /** Publications that were known when the comparison was frozen. */
    knownAtFreeze: (interventionId: string): string[] =>
      known.all({ interventionId }).map(({ publicationId }) => publicationId),
    freeze(row: InterventionFreeze): void {
      orm.insert(interventionFreezes).values(row).run();
    },
    /** What was done to a subject, oldest first. */
    actsOf: (subject: InterventionAct['subject'], subjectId: string): InterventionAct[] =>
      orm
        .select()
        .from(interventionActs)
        .where(and(eq(interventionActs.subject, subject), eq(interventionActs.subjectId, subjectId)))
        .orderBy(asc(interventionActs.actId))
        .all()
        .map(({ actId: _, ...act }) => act),
    record(act: InterventionAct): void {
      orm.insert(interventionActs).values(act).run();
    },
  };
}
