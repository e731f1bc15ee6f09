import type { HTMLAttributes } from 'react';

/** React 18 draws MathML but does not know its types. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      math: HTMLAttributes<HTMLElement> & { display?: 'block' | 'inline' };
    }
  }
}
