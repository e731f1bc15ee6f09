import { createContext, useContext } from 'react';

/**
 * Whether this house shows invented people, which every page says, those without data of their own included.
 */
export const SyntheticContext = createContext(false);

export function useSynthetic(): boolean {
  return useContext(SyntheticContext);
}
