/** Roles of staff: three of the firm, two of the city, and the administrator of accounts. */
export const staffRoles = [
  'manager',
  'interviewer',
  'firm-analyst',
  'city-analyst',
  'viewer',
  'administrator',
] as const;
/** One of them. */
export type StaffRole = (typeof staffRoles)[number];

/** Who of the staff acts. */
export interface StaffUser {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
}

/** Whether a stored or typed word is a role. */
export function isStaffRole(value: unknown): value is StaffRole {
  return (staffRoles as readonly unknown[]).includes(value);
}
