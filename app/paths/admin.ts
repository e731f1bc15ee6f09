import { withQuery } from './query.ts';

/** Addresses of the administrator's page. */
export const adminPaths = {
  /** The accounts; `done` names the act that was just done. */
  accounts: (done?: string) => withQuery('/admin', { done }),
  /** Who looked: of one person, of one kind, before an entry that was shown already. */
  readings: (choice: { person?: string; act?: string; before?: string } = {}) =>
    withQuery('/admin/readings', { ...choice }),
} as const;
