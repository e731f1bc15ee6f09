/** Addresses that belong to no area: every process answers them. */
export const frontPaths = {
  home: '/',
  /** Takes the choice of a language, and leads back. */
  language: '/locale',
  /** Where requests that the server refused are answered; nobody else gets in. */
  refused: '/refused',
} as const;
