import type { ReactNode } from 'react';

/** A table that scrolls sideways in its own box, by touch and by keyboard, so that the page never does. */
export function TableBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="table-box" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
