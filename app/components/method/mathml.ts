import type { HTMLAttributes } from 'react';

type MathElement = HTMLAttributes<HTMLElement> & { display?: 'block' | 'inline'; linethickness?: string };

/** React 18 draws MathML but does not know its types. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      math: MathElement;
      mfrac: MathElement;
      mi: MathElement;
      mn: MathElement;
      mo: MathElement;
      mover: MathElement;
      mrow: MathElement;
      msqrt: MathElement;
      msub: MathElement;
      msubsup: MathElement;
      msup: MathElement;
      mtext: MathElement;
      munder: MathElement;
    }
  }
}
