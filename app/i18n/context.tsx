import { createContext, type ReactNode, useContext } from 'react';
import type { Translator } from './translate.ts';

const TranslatorContext = createContext<Translator | null>(null);

export function TranslatorProvider({
  translator,
  children,
}: {
  translator: Translator;
  children: ReactNode;
}) {
  return <TranslatorContext.Provider value={translator}>{children}</TranslatorContext.Provider>;
}

/** The texts of the page's language, on the server and in the browser alike. */
export function useTranslator(): Translator {
  const translator = useContext(TranslatorContext);
  if (!translator) throw new Error('useTranslator requires a TranslatorProvider above it');
  return translator;
}
