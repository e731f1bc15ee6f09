import { withQuery } from './query.ts';

/** Addresses of the door for the staff of both houses. */
export const signInPaths = {
  /** The form; `to` is the page to go to afterwards. */
  signIn: (to?: string) => withQuery('/sign-in', { to }),
  signOut: '/sign-out',
} as const;
