import { readdirSync } from 'node:fs';

/**
 * Values that the addresses of routes with parameters are tried with; `none` for a parameter that is not
 * listed.
 */
export type RouteParameters = Readonly<Record<string, readonly string[]>>;

/**
 * An address of every route file of `app/routes`, one for each value of its parameters, with its data for
 * scripts beside it.
 */
export function routeAddresses(parameters: RouteParameters): string[] {
  const files = readdirSync('app/routes', { withFileTypes: true });
  const names = files.map(({ name }) => name.replace(/\.tsx?$/, ''));
  return [...new Set(names.flatMap((name) => addressesOf(name, parameters)))].sort();
}

function addressesOf(name: string, parameters: RouteParameters): string[] {
  return pathsOf(name, parameters).flatMap((path) =>
    path === '/' ? ['/', '/_root.data'] : [path, `${path}.data`],
  );
}

/** The addresses of one route file, one for each value of its parameters. */
export function pathsOf(name: string, parameters: RouteParameters): string[] {
  const segments = name
    .replaceAll('[.]', '\0')
    .split('.')
    .filter((segment) => !segment.startsWith('_'))
    .map((segment) => segment.replaceAll('\0', '.').replace(/_$/, ''));
  const paths = segments.reduce<string[]>(
    (starts, segment) =>
      starts.flatMap((start) => valuesOf(segment, parameters).map((value) => `${start}/${value}`)),
    [''],
  );
  return paths.map((path) => path || '/');
}

function valuesOf(segment: string, parameters: RouteParameters): string[] {
  const named = /\$(\w+)/.exec(segment);
  if (!named) return [segment];
  const values = parameters[named[1] ?? ''] ?? ['none'];
  return values.map((value) => segment.replace(named[0], value));
}
