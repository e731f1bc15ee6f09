import { useLocation } from '@remix-run/react';
import type { StaffUser } from '../../core/staff-roles.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { signInPaths } from '../../paths/front.ts';
import { LanguageSwitch } from './language-switch.tsx';

/**
 * Who is signed in, the staff's two languages, and the way out. Its pages name `access` in `handle.texts`.
 */
export function StaffAside({ user }: { user: Pick<StaffUser, 'name' | 'role'> }) {
  const { t } = useTranslator();
  const { pathname, search } = useLocation();
  return (
    <>
      <LanguageSwitch returnTo={`${pathname}${search}`} offered={['pl', 'en']} />
      <p className="staff-name">
        <span className="visually-hidden">{t('access:aside.signedIn')} </span>
        <strong>{user.name}</strong> <span>{t(`access:role.${user.role}`)}</span>
      </p>
      <form method="post" action={signInPaths.signOut}>
        <button type="submit" className="secondary">
          {t('access:aside.signOut')}
        </button>
      </form>
    </>
  );
}
