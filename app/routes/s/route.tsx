import type { HeadersFunction } from '@remix-run/node';
import { Outlet, useLocation, useMatches } from '@remix-run/react';
import { LanguageSwitch } from '../../components/page/language-switch.tsx';
import { PageFrame } from '../../components/page/page-frame.tsx';
import { ResidentFooter } from '../../components/page/resident-footer.tsx';
import { useTranslator } from '../../i18n/context.tsx';
import { frontPaths } from '../../paths/front.ts';
import type { RouteHandle } from '../../root.tsx';

export interface ResidentHandle extends RouteHandle {
  /** The page has a form of its own in which the language is changed without losing what was typed. */
  ownLanguageSwitch?: boolean;
}

export const handle: ResidentHandle = { texts: ['resident'] };

/** A page may show a person's answers: nobody on the way keeps a copy. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

export default function ResidentRoom() {
  const { t } = useTranslator();
  const { pathname } = useLocation();
  const ownSwitch = useMatches().some(({ handle }) => (handle as ResidentHandle)?.ownLanguageSwitch);
  return (
    <PageFrame
      room="resident"
      title={t('resident:room')}
      home={frontPaths.home}
      aside={ownSwitch ? null : <LanguageSwitch returnTo={pathname} />}
      footer={<ResidentFooter answering={ownSwitch} />}
    >
      <Outlet />
    </PageFrame>
  );
}
