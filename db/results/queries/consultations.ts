import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { OpenDatabase } from '../../open.ts';
import { consultations } from '../schema/interventions.ts';

export type ConsultationRow = typeof consultations.$inferSelect;
export type GivenOpinion = {
  [Field in
    | 'opinion'
    | 'opinionText'
    | 'resolutionNumber'
    | 'givenOn'
    | 'givenAt'
    | 'givenBy'
    | 'givenByName']: NonNullable<ConsultationRow[Field]>;
};

/** What district councils were asked, and what they said. */
export function consultationQueries({ orm }: OpenDatabase) {
  const inOrder = [desc(consultations.sentOn), asc(consultations.consultationId)] as const;
  return {
    /** Every consultation, the last sent first. */
    all: (): ConsultationRow[] =>
      orm
        .select()
        .from(consultations)
        .orderBy(...inOrder)
        .all(),
    of: (subject: ConsultationRow['subject'], subjectId: string): ConsultationRow[] =>
      orm
        .select()
        .from(consultations)
        .where(and(eq(consultations.subject, subject), eq(consultations.subjectId, subjectId)))
        .orderBy(...inOrder)
        .all(),
    consultation: (consultationId: string): ConsultationRow | undefined =>
      orm.select().from(consultations).where(eq(consultations.consultationId, consultationId)).get(),
    /** Call inside a transaction. */
    add(row: ConsultationRow): void {
      orm.insert(consultations).values(row).run();
    },
    /** Keeps the council's opinion; false when there is one already. Call inside a transaction. */
    give(consultationId: string, given: GivenOpinion): boolean {
      const isOpen = and(eq(consultations.consultationId, consultationId), isNull(consultations.opinion));
      return orm.update(consultations).set(given).where(isOpen).run().changes === 1;
    },
  };
}
