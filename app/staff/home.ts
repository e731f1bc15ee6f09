import type { StaffRole } from '../core/staff-roles.ts';

const homes: Record<StaffRole, string> = {
  manager: '/fieldwork',
  interviewer: '/fieldwork',
  'firm-analyst': '/fieldwork',
  'city-analyst': '/results',
  viewer: '/results',
  administrator: '/admin',
};

/** The page where a role begins after signing in. */
export function homeOf(role: StaffRole): string {
  return homes[role];
}
