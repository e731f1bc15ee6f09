import { Outlet, useLocation } from '@remix-run/react';
import { LanguageSwitch } from '../../components/page/language-switch.tsx';
import { PageFrame } from '../../components/page/page-frame.tsx';
import { useTranslator } from '../../i18n/context.tsx';
import { publicInterventionPaths } from '../../paths/interventions.ts';
import { publicPaths } from '../../paths/public.ts';
import type { RouteHandle } from '../../root.tsx';

export const handle: RouteHandle = { texts: ['public', 'results', 'exports'] };

/** The figures that city hall has published, for anyone: no sign-in, and every page reads without scripts. */
export default function PublicRoom() {
  const { t } = useTranslator();
  const { pathname, search } = useLocation();
  const { overview, flags, places: allPlaces, map, city, method, data } = publicPaths;
  const places = {
    overview: overview(),
    flags: flags(),
    places: allPlaces(),
    map: map(),
    city: city(),
    interventions: publicInterventionPaths.interventions(),
    method: method(),
    data,
  };
  return (
    <PageFrame
      room="report"
      title={t('public:room')}
      home={places.overview}
      navigation={Object.entries(places).map(([place, to]) => ({
        to,
        label: t(`public:navigation.${place}`),
      }))}
      aside={<LanguageSwitch returnTo={`${pathname}${search}`} />}
      footer={
        <>
          <p>{t('public:footer')}</p>
          <p>
            <a href={publicPaths.accessibility}>{t('exports:accessibility.title')}</a>
          </p>
        </>
      }
    >
      <Outlet />
    </PageFrame>
  );
}
