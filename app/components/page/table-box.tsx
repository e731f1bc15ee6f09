import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/context.tsx';

/**
 * A table that scrolls sideways in its own box, by touch and by keyboard, so that the page never does. Where
 * it has to it says so: most pages have no scripts, so the style sheet shows the words (a timeline of
 * scrolling runs only in a box that scrolls).
 */
export function TableBox({ label, children }: { label: string; children: ReactNode }) {
  const { t } = useTranslator();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="table-box" aria-label={label} tabIndex={0}>
      <p className="table-hint">{t('frame:table.scroll')}</p>
      {children}
    </section>
  );
}
