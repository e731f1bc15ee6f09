/**
 * An address with the parameters that have a value. A slash stands in a query as it is: no browser minds, and
 * it is read more easily.
 */
export function withQuery(path: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') query.set(name, value);
  }
  return query.size === 0 ? path : `${path}?${query.toString().replaceAll('%2F', '/')}`;
}
