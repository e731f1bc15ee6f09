import { FormField } from '../../components/form-field.tsx';
import { useTranslator } from '../../i18n/context.tsx';
import { staffRoles } from '../../staff-roles.ts';

interface NewAccountProps {
  shortestPassword: number;
  /** What was typed, when the account was refused. */
  typed: { name: string; email: string; role: string };
}

export function NewAccount({ shortestPassword, typed }: NewAccountProps) {
  const { t } = useTranslator();
  return (
    <form method="post">
      <FormField
        name="name"
        label={t('access:admin.name')}
        autoComplete="off"
        required
        defaultValue={typed.name}
      />
      <FormField
        name="email"
        label={t('access:admin.email')}
        type="email"
        autoComplete="off"
        required
        defaultValue={typed.email}
      />
      <div className="field">
        <label htmlFor="role">{t('access:admin.role')}</label>
        <select id="role" name="role" defaultValue={typed.role || 'viewer'}>
          {staffRoles.map((role) => (
            <option key={role} value={role}>
              {t(`access:role.${role}`)}
            </option>
          ))}
        </select>
      </div>
      <FormField
        name="password"
        label={t('access:admin.password')}
        hint={t('access:admin.passwordHint', { count: shortestPassword })}
        type="password"
        autoComplete="new-password"
        required
      />
      <p className="actions">
        <button type="submit" name="act" value="account-added" className="primary">
          {t('access:admin.submit')}
        </button>
      </p>
    </form>
  );
}
