/** Addresses of the pages for anyone. */
export const publicPaths = {
  results: '/public',
  flags: '/public/flags',
  city: '/public/city',
  method: '/public/method',
  data: '/public/data',
} as const;

export function publicDistrictPath(
  district: number,
  choice: { wave?: string; indicator?: string } = {},
): string {
  return withChoice(`/public/districts/${district}`, choice);
}

export function publicFlagsPath(choice: { wave?: string } = {}): string {
  return withChoice(publicPaths.flags, choice);
}

function withChoice(path: string, choice: { wave?: string; indicator?: string }): string {
  const query = new URLSearchParams(choice).toString();
  return query === '' ? path : `${path}?${query}`;
}
