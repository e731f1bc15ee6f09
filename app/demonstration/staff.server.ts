import type { AccountsDatabase } from '#db/accounts/database.ts';
import type { StaffRole } from '../core/staff-roles.ts';
import { createStaffUser } from '../use-cases/staff/staff-accounts.server.ts';
import type { StaffAct } from '../use-cases/staff-act.ts';

export interface DemonstrationSignIn {
  role: StaffRole;
  email: string;
  password: string;
}

/** Known to everyone: the start prints it, and it opens nothing but synthetic people. */
const password = 'krakow-na-niby';

const people: readonly { role: StaffRole; name: string; email: string }[] = [
  { role: 'manager', name: 'Małgorzata Kierownik', email: 'manager@demo.example' },
  { role: 'interviewer', name: 'Adam Ankieter', email: 'interviewer@demo.example' },
  { role: 'firm-analyst', name: 'Anna Statystyk', email: 'firm-analyst@demo.example' },
  { role: 'city-analyst', name: 'Celina Analityk', email: 'city-analyst@demo.example' },
  { role: 'viewer', name: 'Wit Radny', email: 'viewer@demo.example' },
  { role: 'administrator', name: 'Ada Administrator', email: 'administrator@demo.example' },
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
  return people.map(({ role, email }) => ({ role, email, password }));
}
