import temml from 'temml';
import { useTranslator } from '../../i18n/context.tsx';

/**
 * A formula as MathML, which browsers draw without scripts and screen readers speak, with its words beneath.
 * Pages that show one carry no scripts, so that TeX is read on the server only.
 */
export function Formula({ words, tex }: { words: string; tex: string }) {
  const { t } = useTranslator();
  return (
    <figure className="formula">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="table-box formula-box" aria-label={words} tabIndex={0}>
        <p className="table-hint">{t('frame:table.scrollFormula')}</p>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made of our own TeX by a library */}
        <math display="block" dangerouslySetInnerHTML={{ __html: mathOf(tex) }} />
      </section>
      <figcaption>{words}</figcaption>
    </figure>
  );
}

const rendered = new Map<string, string>();

/** The elements inside `math`, without the library's styles, which the content security policy forbids. */
function mathOf(tex: string): string {
  const known = rendered.get(tex);
  if (known !== undefined) return known;
  const math = temml
    .renderToString(tex, { displayMode: true, throwOnError: true })
    .replace(/^<math[^>]*>|<\/math>$| style="[^"]*"/g, '');
  rendered.set(tex, math);
  return math;
}
