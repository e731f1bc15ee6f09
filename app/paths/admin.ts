import { withQuery } from './query.ts';

/** Addresses of the administrator's page. */
export const adminPaths = {
  /** The accounts; `done` names the act that was just done. */
  accounts: (done?: string) => withQuery('/admin', { done }),
} as const;
