/** Roles of staff: three of the firm, two of the city, and the administrator of accounts. */
export const staffRoles = [
  'manager',
  'interviewer',
  'firm-analyst',
  'city-analyst',
  'viewer',
  'administrator',
] as const;
export type StaffRole = (typeof staffRoles)[number];

export interface StaffUser {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
}

export function isStaffRole(value: unknown): value is StaffRole {
  return (staffRoles as readonly unknown[]).includes(value);
}

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
