import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import type { Language } from '#core/language.ts';
import { SyntheticContext } from './components/page/synthetic.ts';
import { TranslatorProvider } from './i18n/context.tsx';
import { loadTranslator } from './i18n/loaded.ts';
import type { Namespace } from './i18n/translate.ts';

const { lang, dataset } = document.documentElement;
await dataOfThePage();
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

/**
 * RemixBrowser suspends until the page's data, which came with it, is decoded. A key or a tap in that moment
 * makes React hydrate at once; it cannot while something suspends that no boundary holds, gives up (its error
 * 345), and the page stays without scripts. So the decoding is waited for here: the promise that would
 * suspend is the first thing that RemixBrowser throws, before any hook.
 */
async function dataOfThePage(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (thrown) {
    if (!(thrown instanceof Promise)) throw thrown;
    await thrown;
  }
}
