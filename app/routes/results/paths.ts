/** Addresses of city hall's pages. */
export const roomPaths = {
  map: '/results',
  flags: '/results/flags',
  city: '/results/city',
  method: '/public/method',
} as const;

interface Choice {
  wave?: string;
  indicator?: string;
}

export function mapPath(choice: Choice): string {
  return withChoice(roomPaths.map, choice);
}

export function flagsPath(choice: Choice): string {
  return withChoice(roomPaths.flags, choice);
}

export function districtPath(district: number, choice: Choice = {}): string {
  return withChoice(`/results/districts/${district}`, choice);
}

function withChoice(path: string, choice: Choice): string {
  const query = new URLSearchParams(choice as Record<string, string>).toString();
  return query === '' ? path : `${path}?${query}`;
}
