import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches } from '@remix-run/react';
import type { ReactNode } from 'react';
import { ErrorPage } from './components/page/error-page.tsx';
import { useSynthetic } from './components/page/synthetic.ts';
import { useTranslator } from './i18n/context.tsx';
import { languageOf, staffLanguageOf } from './i18n/language.server.ts';
import { isStaffRoute } from './i18n/staff-route.ts';
import type { Namespace } from './i18n/translate.ts';
import { isIndexed } from './server/indexed.ts';
import { useNonce } from './server/nonce.ts';
import styles from './styles/app.css?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const language = isStaffRoute(context.routeIds ?? [])
    ? await staffLanguageOf(request)
    : await languageOf(request, context);
  return { language };
}

/** The language changes with a document only; pages that are drawn in one need not ask for it again. */
export const shouldRevalidate = () => false;

/** A route says with `handle.texts` which areas' texts it needs in the browser; `frame` is always there. */
export interface RouteHandle {
  texts?: readonly Namespace[];
  /** Pages that carry no scripts of ours at all. */
  withoutScripts?: boolean;
}

export function Layout({ children }: { children: ReactNode }) {
  const { language } = useTranslator();
  const matches = useMatches();
  const handles = matches.map((match) => (match.handle ?? {}) as RouteHandle);
  const texts = [...new Set<Namespace>(['frame', ...handles.flatMap((handle) => handle.texts ?? [])])];
  // An address that no route has would be drawn anew by the browser, which asks for its routes first: the
  // page needs no scripts.
  const isUnknown = matches.every(({ id }) => id === 'root');
  const withoutScripts = isUnknown || handles.some((handle) => handle.withoutScripts);
  const nonce = useNonce();
  const synthetic = useSynthetic();
  const indexed = isIndexed(
    matches.map(({ id }) => id),
    synthetic,
  );
  return (
    <html lang={language} data-texts={texts.join(' ')} data-synthetic={synthetic ? '' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {indexed ? null : <meta name="robots" content="noindex" />}
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        {withoutScripts ? null : <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
