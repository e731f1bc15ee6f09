import { describe, expect, it } from 'vitest';
import { homeOf } from '#app/staff/home.ts';
import {
  changeStaffRole,
  createStaffUser,
  listStaffUsers,
} from '#app/use-cases/staff/staff-accounts.server.ts';
import { actOf, addStaff, openTestAccounts, staffPassword } from '#tests/support/staff.ts';

const now = Date.UTC(2026, 8, 1, 8);
const person = { name: 'Test', email: 'test@example.test', password: staffPassword };

describe('a member of a district council', () => {
  it.each([undefined, null, '', '0', '19', '-1', '1.5', 'XII'])(
    'is refused with the district %s',
    async (district) => {
      const database = openTestAccounts();
      const answer = await createStaffUser(database, actOf(now), {
        ...person,
        role: 'council-member',
        district,
      });
      expect(answer).toEqual({ ok: false, reason: 'district-missing' });
      const userId = await addStaff(database, 'viewer', now);
      expect(changeStaffRole(database, actOf(now), { userId, role: 'council-member', district })).toEqual({
        ok: false,
        reason: 'district-missing',
      });
      expect(listStaffUsers(database).map(({ role }) => role)).toEqual(['viewer']);
    },
  );

  it('has the district whose council it is, and begins there', async () => {
    const database = openTestAccounts();
    await createStaffUser(database, actOf(now), { ...person, role: 'council-member', district: '12' });
    const [member] = listStaffUsers(database);
    expect(member).toMatchObject({ role: 'council-member', district: 12 });
    expect(member && homeOf(member)).toBe('/results/districts/12');
  });

  it('loses it with another role, and can be given another one', async () => {
    const database = openTestAccounts();
    const userId = await addStaff(database, 'council-member', now);
    const districtNow = () => listStaffUsers(database)[0]?.district;
    changeStaffRole(database, actOf(now), { userId, role: 'council-member', district: 3 });
    expect(districtNow()).toBe(3);
    changeStaffRole(database, actOf(now), { userId, role: 'viewer', district: 3 });
    expect(districtNow()).toBeNull();
  });

  it('is the only one with a district: the database takes nothing else', async () => {
    const database = openTestAccounts();
    const userId = await addStaff(database, 'viewer', now);
    const put = (change: string) => () =>
      database.sqlite.prepare(`UPDATE staff SET ${change} WHERE id = ?`).run(userId);
    expect(put('district = 3')).toThrow('CHECK');
    expect(put("role = 'council-member'")).toThrow('CHECK');
    expect(put("role = 'council-member', district = 3")).not.toThrow();
  });
});
