import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslator } from '../../i18n/context.tsx';

/** A table that scrolls sideways in its own box, by touch and by keyboard, so that the page never does. It says so where it has to. */
export function TableBox({ label, children }: { label: string; children: ReactNode }) {
  const { t } = useTranslator();
  const box = useRef<HTMLElement>(null);
  const isWider = useIsWider(box);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section ref={box} className="table-box" aria-label={label} tabIndex={0}>
      {isWider ? <p className="table-hint">{t('frame:table.scroll')}</p> : null}
      {children}
    </section>
  );
}

/** Whether what is in a box is wider than the box, now and after either changes its size. */
function useIsWider(box: { readonly current: HTMLElement | null }): boolean {
  const [isWider, setIsWider] = useState(false);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const observer = new ResizeObserver(() => setIsWider(current.scrollWidth > current.clientWidth));
    observer.observe(current);
    const table = current.querySelector('table');
    if (table) observer.observe(table);
    return () => observer.disconnect();
  }, [box]);
  return isWider;
}
