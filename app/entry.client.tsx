import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import type { Language } from '#core/language.ts';
import { SyntheticContext } from './components/synthetic.ts';
import { TranslatorProvider } from './i18n/context.tsx';
import { loadTranslator } from './i18n/loaded.ts';
import type { Namespace } from './i18n/translate.ts';

const { lang, dataset } = document.documentElement;
const translator = await loadTranslator(lang as Language, (dataset.texts ?? '').split(' ') as Namespace[]);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <TranslatorProvider translator={translator}>
        <SyntheticContext.Provider value={dataset.synthetic !== undefined}>
          <RemixBrowser />
        </SyntheticContext.Provider>
      </TranslatorProvider>
    </StrictMode>,
  );
});
