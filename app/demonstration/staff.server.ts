import type { AccountsDatabase } from '#db/accounts/database.ts';
import type { StaffRole } from '../core/staff-roles.ts';
import { createStaffUser } from '../use-cases/staff/staff-accounts.server.ts';
import type { StaffAct } from '../use-cases/staff-act.ts';

export interface DemonstrationSignIn {
  role: StaffRole;
  /** The area that the role works in; null of the administrator, who belongs to both houses. */
  area: 'fieldwork' | 'results' | null;
  email: string;
  password: string;
}

/** Known to everyone: the start prints it, and it opens nothing but synthetic people. */
const password = 'krakow-na-niby';

const firm = 'fieldwork';
const city = 'results';

const people: readonly (Omit<DemonstrationSignIn, 'password'> & { name: string; district?: number })[] = [
  { role: 'manager', area: firm, name: 'Małgorzata Kierownik', email: 'manager@demo.example' },
  { role: 'interviewer', area: firm, name: 'Adam Ankieter', email: 'interviewer@demo.example' },
  { role: 'firm-analyst', area: firm, name: 'Anna Statystyk', email: 'firm-analyst@demo.example' },
  { role: 'city-analyst', area: city, name: 'Celina Analityk', email: 'city-analyst@demo.example' },
  { role: 'viewer', area: city, name: 'Wit Radny', email: 'viewer@demo.example' },
  {
    role: 'council-member',
    area: city,
    name: 'Róża Dzielnicowa',
    email: 'council-member@demo.example',
    district: 12,
  },
  { role: 'administrator', area: null, name: 'Ada Administrator', email: 'administrator@demo.example' },
];

/** One account for each role. */
export async function makeDemonstrationStaff(
  database: AccountsDatabase,
  act: StaffAct,
): Promise<DemonstrationSignIn[]> {
  for (const person of people) {
    const created = await createStaffUser(database, act, { ...person, password });
    if (!created.ok)
      throw new Error(`makeDemonstrationStaff could not add ${person.email}: ${created.reason}`);
  }
  return people.map(({ role, area, email }) => ({ role, area, email, password }));
}
