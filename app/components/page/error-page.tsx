import { isRouteErrorResponse, useLocation, useMatches, useRouteError } from '@remix-run/react';
import { useTranslator } from '../../i18n/context.tsx';
import { isStaffRoute } from '../../i18n/staff-route.ts';
import { frontPaths, signInPaths } from '../../paths/front.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { PageFrame } from './page-frame.tsx';

const explained: Record<number, string> = {
  400: '400',
  401: '401',
  403: '403',
  404: '404',
  405: '405',
  409: '409',
  410: '410',
  413: '413',
  415: '415',
  422: '400',
  429: '429',
  503: '503',
};

/**
 * One page for every failure: what happened, what it means, what to do. A thrown Response whose text is a key
 * of `frame:error` is explained by that key, every other by its status.
 */
export function ErrorPage() {
  const error = useRouteError();
  const { t, has } = useTranslator();
  const response = isRouteErrorResponse(error) ? error : null;
  const named = typeof response?.data === 'string' && has(`frame:error.${response.data}.title`);
  const key = named ? response?.data : (explained[response?.status ?? 500] ?? 'other');
  return (
    <PageFrame room="resident" title="" home={frontPaths.home} aside={<OtherLanguages />}>
      <title>{t(`frame:error.${key}.title`)}</title>
      <h1>{t(`frame:error.${key}.title`)}</h1>
      <p>{t(`frame:error.${key}.what`)}</p>
      <p className="actions">
        <a className="button" href={key === '401' ? signInPaths.signIn() : frontPaths.home}>
          {t(key === '401' ? 'frame:error.signIn' : 'frame:error.home')}
        </a>
      </p>
    </PageFrame>
  );
}

/**
 * Leads back to the address that failed; what was sent with a form is gone, and a refused one has no address
 * of its own.
 */
function OtherLanguages() {
  const { pathname, search } = useLocation();
  const routeIds = useMatches().map(({ id }) => id);
  const refused = routeIds.includes('routes/refused');
  return (
    <LanguageSwitch
      returnTo={
        refused ? (new URLSearchParams(search).get('from') ?? frontPaths.home) : `${pathname}${search}`
      }
      offered={isStaffRoute(routeIds) ? ['pl', 'en'] : undefined}
    />
  );
}
