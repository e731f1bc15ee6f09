import type { ResultsDatabase } from '#db/results/database.ts';
import type { ConsultationRow } from '#db/results/queries/consultations.ts';

/** What a council was asked, and what it said. */
export type Consultation = ConsultationRow;

/** Consultations by what they ask of the reader. */
export interface ConsultationList {
  /** Past their day without an opinion, the longest first. */
  overdue: Consultation[];
  /** Still within their day, the next due first. */
  awaited: Consultation[];
  /** Answered, the last first. */
  answered: Consultation[];
}

/** What councils were asked; `district` narrows to one council. */
export function consultationList(
  database: ResultsDatabase,
  { today, district = null }: { today: string; district?: number | null },
): ConsultationList {
  const all = database.consultations.all().filter((row) => district === null || row.district === district);
  const byDay = (day: (row: Consultation) => string) => (a: Consultation, b: Consultation) =>
    day(a).localeCompare(day(b));
  const open = all.filter(({ opinion }) => opinion === null).sort(byDay(({ dueOn }) => dueOn));
  return {
    overdue: open.filter(({ dueOn }) => dueOn < today),
    awaited: open.filter(({ dueOn }) => dueOn >= today),
    answered: all
      .filter(({ opinion }) => opinion !== null)
      .sort(byDay(({ givenOn }) => givenOn ?? ''))
      .reverse(),
  };
}
