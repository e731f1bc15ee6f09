/** Roles of staff: three of the firm, three of the city, and the administrator of accounts. */
export const staffRoles = [
  'manager',
  'interviewer',
  'firm-analyst',
  'city-analyst',
  'viewer',
  'council-member',
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
  /** Of a council member: the district whose council it is. Nobody else has one. */
  district: number | null;
}

/** Whether a stored or typed word is a role. */
export function isStaffRole(value: unknown): value is StaffRole {
  return (staffRoles as readonly unknown[]).includes(value);
}
