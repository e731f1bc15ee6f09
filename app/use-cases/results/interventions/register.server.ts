import type { InterventionCourse } from '#core/intervention/course.ts';
import {
  type InterventionKind,
  type InterventionStatus,
  interventionKinds,
  interventionStatuses,
} from '#core/intervention/intervention.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { InterventionRow } from '#db/results/queries/interventions.ts';
import { type InterventionEffect, interventionEffects } from './intervention-effect.server.ts';
import { courseOf, coursesOf } from './step-days.server.ts';

/** One line of the register. */
export interface RegisteredIntervention {
  row: InterventionRow;
  effect: InterventionEffect | null;
  /** Whether a comparison was frozen for it. */
  isCompared: boolean;
  /** When it really began and ended. */
  course: InterventionCourse;
}

/** What the register is narrowed to; null where it is not. */
export interface ChosenFilter {
  status: InterventionStatus | null;
  kind: InterventionKind | null;
  district: number | null;
  responsible: string | null;
}

export interface Register {
  chosen: ChosenFilter;
  lines: RegisteredIntervention[];
  /** Of how many. */
  total: number;
  /** Districts that have one, and who answers for one: what may be chosen. */
  districts: number[];
  responsible: string[];
}

/**
 * The interventions that a query asks for, by status and first day; a value that nobody offers narrows
 * nothing.
 */
export function register(database: ResultsDatabase, asked: URLSearchParams): Register {
  const all = database.interventions.all();
  const districts = [...new Set(all.flatMap(({ district }) => district ?? []))].sort((a, b) => a - b);
  const responsible = [...new Set(all.map((row) => row.responsible))].sort((a, b) =>
    a.localeCompare(b, 'pl'),
  );
  const chosen: ChosenFilter = {
    status: interventionStatuses.find((status) => status === asked.get('status')) ?? null,
    kind: interventionKinds.find((kind) => kind === asked.get('kind')) ?? null,
    district: districts.find((district) => String(district) === asked.get('district')) ?? null,
    responsible: responsible.find((name) => name === asked.get('responsible')) ?? null,
  };
  const lines = all.filter((row) => isChosen(row, chosen)).sort((a, b) => order(a) - order(b));
  const effectOf = interventionEffects(database);
  const courses = coursesOf(database);
  return {
    chosen,
    lines: lines.map((row) => ({
      row,
      effect: effectOf(row),
      course: courseOf(courses, row.interventionId),
      isCompared: database.interventions.freezeOf(row.interventionId) !== undefined,
    })),
    total: all.length,
    districts,
    responsible,
  };
}

function isChosen(row: InterventionRow, chosen: ChosenFilter): boolean {
  return (
    (chosen.status === null || row.status === chosen.status) &&
    (chosen.kind === null || row.kind === chosen.kind) &&
    (chosen.district === null || row.district === chosen.district) &&
    (chosen.responsible === null || row.responsible === chosen.responsible)
  );
}

const byStatus: readonly InterventionStatus[] = [
  'under-way',
  'decided',
  'consulted',
  'proposed',
  'done',
  'dropped',
];

function order({ status }: InterventionRow): number {
  return byStatus.indexOf(status);
}
