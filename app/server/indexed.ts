/**
 * Whether search engines may list a page, given by its routes: the published figures, unless the people are
 * invented.
 */
export function isIndexed(routeIds: readonly string[], synthetic: boolean): boolean {
  return !synthetic && routeIds.includes('routes/public');
}
