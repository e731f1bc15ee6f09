import { createContext, useContext } from 'react';

/** Whether this house shows invented people: for pages with no data of their own, such as those that say what failed. */
export const SyntheticContext = createContext(false);

export function useSynthetic(): boolean {
  return useContext(SyntheticContext);
}
