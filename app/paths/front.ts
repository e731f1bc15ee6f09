import { withQuery } from './query.ts';

/** Addresses that belong to no area: every process answers them. */
export const frontPaths = {
  home: '/',
  /** Takes the choice of a language, and leads back. */
  language: '/locale',
  /** Where requests that the server refused are answered; nobody else gets in. */
  refused: '/refused',
} as const;

/** Addresses of the door for the staff of both houses. */
export const signInPaths = {
  /** The form; `to` is the page to go to afterwards. */
  signIn: (to?: string) => withQuery('/sign-in', { to }),
  signOut: '/sign-out',
} as const;
