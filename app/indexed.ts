/** Whether search engines may list a page: the published figures, unless the people are invented and nobody's results. */
export function isIndexed(pathname: string, synthetic: boolean): boolean {
  return !synthetic && /^\/public(\/|$)/.test(pathname);
}
