/** Addresses of the pages for anyone. */
export const publicPaths = {
  results: '/public',
  city: '/public/city',
  method: '/public/method',
  data: '/public/data',
} as const;

export function publicDistrictPath(
  district: number,
  choice: { wave?: string; indicator?: string } = {},
): string {
  const query = new URLSearchParams(choice).toString();
  return `/public/districts/${district}${query === '' ? '' : `?${query}`}`;
}
