import { data, type HeadersFunction } from '@remix-run/node';

/** Seconds after which the page of work that goes on is asked for again. */
const refreshAfter = '2';

/** What a page shows; while the work goes on, with the word to the browser to come again. */
export function refreshed<Page>(page: Page, goesOn: boolean) {
  return data(page, goesOn ? { headers: { Refresh: refreshAfter } } : {});
}

/** The `headers` of a page that comes again by itself. */
export const headersWithRefresh: HeadersFunction = ({ loaderHeaders, parentHeaders }) => {
  const refresh = loaderHeaders.get('Refresh');
  return {
    'Cache-Control': parentHeaders.get('Cache-Control') ?? 'no-store',
    ...(refresh ? { Refresh: refresh } : {}),
  };
};
