import { FormField } from '../../components/page/form-field.tsx';
import { staffRoles } from '../../core/staff-roles.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { DistrictChoice } from './district-choice.tsx';

interface NewAccountProps {
  shortestPassword: number;
  /** What was typed, when the account was refused. */
  typed: { name: string; email: string; role: string; district: string };
  /** Why it was refused. */
  faults: readonly string[];
}

const fieldFaults = {
  name: ['name-missing'],
  email: ['email-unreadable', 'email-taken'],
  role: ['role-unknown'],
  district: ['district-missing'],
  password: ['password-short', 'password-long'],
} as const;

export function NewAccount({ shortestPassword, typed, faults }: NewAccountProps) {
  const { t } = useTranslator();
  const problemOf = (field: keyof typeof fieldFaults): string | null => {
    const fault = fieldFaults[field].find((reason) => faults.includes(reason));
    return fault ? t(`access:problem.${fault}`) : null;
  };
  const roleProblem = problemOf('role');
  const districtProblem = problemOf('district');
  return (
    <form method="post">
      <FormField
        name="name"
        label={t('access:admin.name')}
        autoComplete="off"
        required
        defaultValue={typed.name}
        problem={problemOf('name')}
      />
      <FormField
        name="email"
        label={t('access:admin.email')}
        type="email"
        autoComplete="off"
        required
        defaultValue={typed.email}
        problem={problemOf('email')}
      />
      <div className="field">
        <label htmlFor="role">{t('access:admin.role')}</label>
        {roleProblem ? (
          <span className="problem" id="role-problem">
            {roleProblem}
          </span>
        ) : null}
        <select
          id="role"
          name="role"
          defaultValue={typed.role || 'viewer'}
          aria-describedby={roleProblem ? 'role-problem' : undefined}
          aria-invalid={roleProblem ? true : undefined}
        >
          {staffRoles.map((role) => (
            <option key={role} value={role}>
              {t(`access:role.${role}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="district">{t('access:admin.district')}</label>
        <span className="hint" id="district-hint">
          {t('access:admin.districtHint')}
        </span>
        {districtProblem ? (
          <span className="problem" id="district-problem">
            {districtProblem}
          </span>
        ) : null}
        <DistrictChoice
          id="district"
          chosen={typed.district}
          aria-describedby={districtProblem ? 'district-hint district-problem' : 'district-hint'}
          aria-invalid={districtProblem ? true : undefined}
        />
      </div>
      <FormField
        name="password"
        label={t('access:admin.password')}
        hint={t('access:admin.passwordHint', { count: shortestPassword })}
        type="password"
        autoComplete="new-password"
        problem={problemOf('password')}
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
