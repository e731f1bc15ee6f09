import { districtByNumber } from '#city/city.ts';
import { staffRoles } from '../../core/staff-roles.ts';
import { useTranslator } from '../../i18n/context.tsx';
import type { ListedStaffUser } from '../../use-cases/staff/staff-accounts.server.ts';
import { DistrictChoice } from './district-choice.tsx';

/** One account and what can be done to it; every button says for whom it is. */
export function AccountRow({ person, own }: { person: ListedStaffUser; own: boolean }) {
  const { t } = useTranslator();
  return (
    <tr>
      <th scope="row">{person.name}</th>
      <td data-label={t('access:admin.email')}>{person.email}</td>
      <td data-label={t('access:admin.role')}>
        {roleWords(t(`access:role.${person.role}`), person.district)}
      </td>
      <td data-label={t('access:admin.state')}>
        {person.disabled ? t('access:admin.disabled') : t('access:admin.active')}
      </td>
      <td data-label={t('access:admin.acts')}>
        {own ? t('access:admin.own') : <AccountChanges person={person} />}
      </td>
    </tr>
  );
}

function roleWords(role: string, district: number | null): string {
  if (district === null) return role;
  const { numeral, name } = districtByNumber(district);
  return `${role}: ${numeral} ${name}`;
}

function AccountChanges({ person }: { person: ListedStaffUser }) {
  const { t } = useTranslator();
  const forPerson = (
    <span className="visually-hidden"> {t('access:admin.forPerson', { name: person.name })}</span>
  );
  return (
    <div className="account-changes">
      <form method="post" className="account-change">
        <input type="hidden" name="userId" value={person.id} />
        <select
          name="role"
          defaultValue={person.role}
          aria-label={t('access:admin.roleOf', { name: person.name })}
        >
          {staffRoles.map((role) => (
            <option key={role} value={role}>
              {t(`access:role.${role}`)}
            </option>
          ))}
        </select>
        <DistrictChoice
          chosen={person.district}
          aria-label={t('access:admin.districtOf', { name: person.name })}
        />
        <button type="submit" name="act" value="role-changed" className="secondary">
          {t('access:admin.changeRole')}
          {forPerson}
        </button>
      </form>
      <form method="post" className="account-change">
        <input type="hidden" name="userId" value={person.id} />
        <input
          type="password"
          name="password"
          autoComplete="new-password"
          placeholder={t('access:admin.newPassword')}
          aria-label={t('access:admin.passwordOf', { name: person.name })}
        />
        <button type="submit" name="act" value="password-changed" className="secondary">
          {t('access:admin.putPassword')}
          {forPerson}
        </button>
      </form>
      <form method="post" className="account-change">
        <input type="hidden" name="userId" value={person.id} />
        <button
          type="submit"
          name="act"
          value={person.disabled ? 'account-enabled' : 'account-disabled'}
          className={person.disabled ? 'secondary' : 'danger'}
        >
          {person.disabled ? t('access:admin.enable') : t('access:admin.disable')}
          {forPerson}
        </button>
      </form>
    </div>
  );
}
