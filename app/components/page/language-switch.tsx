import { type Language, languages } from '#core/language.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { frontPaths } from '../../paths/front.ts';

const ownNames: Record<Language, string> = { pl: 'Polski', en: 'English', uk: 'Українська' };

interface LanguageSwitchProps {
  /** The page to come back to, path and query. */
  returnTo: string;
  offered?: readonly Language[];
}

/**
 * Buttons in their own languages. A form, so that switching works without scripts and a GET changes nothing.
 */
export function LanguageSwitch({ returnTo, offered = languages }: LanguageSwitchProps) {
  const { t } = useTranslator();
  return (
    <form
      method="post"
      action={frontPaths.language}
      className="language-switch"
      aria-label={t('frame:language')}
    >
      <input type="hidden" name="returnTo" value={returnTo} />
      <LanguageButtons offered={offered} />
    </form>
  );
}

/** The buttons alone, for a form that sends more than the language. */
export function LanguageButtons({ offered = languages }: Pick<LanguageSwitchProps, 'offered'>) {
  const { language } = useTranslator();
  return offered.map((choice) => (
    <button
      key={choice}
      type="submit"
      name="language"
      value={choice}
      lang={choice}
      aria-pressed={choice === language}
    >
      {ownNames[choice]}
    </button>
  ));
}
