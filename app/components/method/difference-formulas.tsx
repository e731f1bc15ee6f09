import './mathml.ts';
import type { ReactNode } from 'react';
import { Formula, identifier } from './formulas.tsx';

const squared = (first: ReactNode, second: ReactNode) => (
  <msup>
    <mrow>
      <mo>(</mo>
      {first}
      <mo>−</mo>
      {second}
      <mo>)</mo>
    </mrow>
    <mn>2</mn>
  </msup>
);

/** Both ends of MOVER's interval of a difference, from the limits of its two shares. */
export function MoverInterval({ words }: { words: string }) {
  const end = (name: string, sign: string, own: ReactNode, other: ReactNode) => (
    <>
      <mi>{name}</mi>
      <mo>=</mo>
      <mi>Δ</mi>
      <mo>{sign}</mo>
      <msqrt>
        {own}
        <mo>+</mo>
        {other}
      </msqrt>
    </>
  );
  return (
    <Formula words={words}>
      {end(
        'L',
        '−',
        squared(identifier('p', 'd'), identifier('l', 'd')),
        squared(identifier('u', 'r'), identifier('p', 'r')),
      )}
      <mo>,</mo>
      {end(
        'U',
        '+',
        squared(identifier('u', 'd'), identifier('p', 'd')),
        squared(identifier('p', 'r'), identifier('l', 'r')),
      )}
    </Formula>
  );
}

/** The mean of two waves and its variance. */
export function RollingYearMean({ words }: { words: string }) {
  const mean = (name: string, least: ReactNode) => (
    <>
      {identifier(name, 'y')}
      <mo>=</mo>
      <mfrac>
        <mrow>
          {identifier(name, '1')}
          <mo>+</mo>
          {identifier(name, '2')}
        </mrow>
        {least}
      </mfrac>
    </>
  );
  return (
    <Formula words={words}>
      {mean('p', <mn>2</mn>)}
      <mo>,</mo>
      {mean('V', <mn>4</mn>)}
    </Formula>
  );
}

/** People whom a difference surely concerns. */
export function PeopleConcerned({ words }: { words: string }) {
  return (
    <Formula words={words}>
      {identifier('N', 'd')}
      <mo>×</mo>
      <mi>b</mi>
      <mo>×</mo>
      <mi>max</mi>
      <mo>(</mo>
      <mn>0</mn>
      <mo>,</mo>
      <mi>Δ</mi>
      <mo>−</mo>
      <mn>1.28</mn>
      <mo>×</mo>
      <mi>SE</mi>
      <mo>)</mo>
    </Formula>
  );
}
