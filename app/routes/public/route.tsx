import { Outlet, useLocation } from '@remix-run/react';
import { LanguageSwitch } from '../../components/page/language-switch.tsx';
import { PageFrame } from '../../components/page/page-frame.tsx';
import { useTranslator } from '../../i18n/context.tsx';
import type { RouteHandle } from '../../root.tsx';
import { publicPaths } from './paths.ts';

export const handle: RouteHandle = { texts: ['public', 'results'] };

/** The figures that city hall has published, for anyone: no sign-in, and every page reads without scripts. */
export default function PublicRoom() {
  const { t } = useTranslator();
  const { pathname, search } = useLocation();
  const places = ['results', 'flags', 'city', 'method', 'data'] as const;
  return (
    <PageFrame
      room="report"
      title={t('public:room')}
      home={publicPaths.results}
      navigation={places.map((place) => ({
        to: publicPaths[place],
        label: t(`public:navigation.${place}`),
        current: pathname.replace(/\/$/, '') === publicPaths[place],
      }))}
      aside={<LanguageSwitch returnTo={`${pathname}${search}`} />}
      footer={<p>{t('public:footer')}</p>}
    >
      <Outlet />
    </PageFrame>
  );
}
