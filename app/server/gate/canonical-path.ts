/**
 * The one address of a route with these parameters: the pattern's own letters, each parameter
 * percent-encoded, no slash at the end. It leads to the same route with the same parameters.
 *
 * @throws for a pattern with a splat or an optional part: such a route has no one address, and the platform
 *   has none
 */
export function canonicalPath(pattern: string, params: Readonly<Record<string, string | undefined>>): string {
  if (/[*?]/.test(pattern))
    throw new Error(`\`canonicalPath\` requires a pattern without * and ?: ${pattern}`);
  const encoded = (_: string, name: string) => `/${encodeURIComponent(params[name] ?? '')}`;
  const path = pattern.replace(/\/:([\w-]+)/g, encoded);
  // A parameter that ends as the address of a page's data does would be taken for one.
  return path.replace(/\.data$/, '%2Edata');
}
