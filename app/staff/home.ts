import type { StaffRole } from '../core/staff-roles.ts';
import { adminPaths } from '../paths/admin.ts';
import { fieldworkPaths } from '../paths/fieldwork.ts';
import { resultsPaths } from '../paths/results.ts';

const homes: Record<StaffRole, string> = {
  manager: fieldworkPaths.waves,
  interviewer: fieldworkPaths.waves,
  'firm-analyst': fieldworkPaths.waves,
  'city-analyst': resultsPaths.overview(),
  viewer: resultsPaths.overview(),
  administrator: adminPaths.accounts(),
};

/** The page where a role begins after signing in. */
export function homeOf(role: StaffRole): string {
  return homes[role];
}
