import type { StaffRole, StaffUser } from '../core/staff-roles.ts';
import { adminPaths } from '../paths/admin.ts';
import { fieldworkPaths } from '../paths/fieldwork.ts';
import { resultsPaths } from '../paths/results.ts';

const rooms: Record<StaffRole, string> = {
  manager: fieldworkPaths.waves,
  interviewer: fieldworkPaths.waves,
  'firm-analyst': fieldworkPaths.waves,
  'city-analyst': resultsPaths.overview(),
  viewer: resultsPaths.overview(),
  'council-member': resultsPaths.overview(),
  administrator: adminPaths.accounts(),
};

/** Where a role's pages begin. */
export function roomOf(role: StaffRole): string {
  return rooms[role];
}

/** The page where somebody begins after signing in: a member of a council in the council's district. */
export function homeOf({ role, district }: Pick<StaffUser, 'role' | 'district'>): string {
  return district === null ? roomOf(role) : resultsPaths.district(district);
}
