/**
 * The wanted path when it is one of ours, else the other: nobody is sent to a foreign address by a link to
 * us.
 */
export function ownPath(wanted: unknown, otherwise: string): string {
  return typeof wanted === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(wanted) ? wanted : otherwise;
}
