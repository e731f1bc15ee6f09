import './mathml.ts';
import type { ReactNode } from 'react';

/** Formulas as MathML, which browsers draw without scripts and screen readers speak; each has its words beside it. */
export function Formula({ words, children }: { words: string; children: ReactNode }) {
  return (
    <figure className="formula">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="table-box formula-box" aria-label={words} tabIndex={0}>
        <math display="block">{children}</math>
      </section>
      <figcaption>{words}</figcaption>
    </figure>
  );
}

export const identifier = (name: string, index: string) => (
  <msub>
    <mi>{name}</mi>
    <mi>{index}</mi>
  </msub>
);

export function sumOver(index: ReactNode, item: ReactNode) {
  return (
    <mrow>
      <munder>
        <mo>∑</mo>
        {index}
      </munder>
      {item}
    </mrow>
  );
}

/** Base weight: people in the stratum over people drawn from it. */
export function BaseWeight({ words }: { words: string }) {
  return (
    <Formula words={words}>
      {identifier('w', 'i')}
      <mo>=</mo>
      <mfrac>
        {identifier('N', 'h')}
        {identifier('n', 'h')}
      </mfrac>
      <mo>×</mo>
      {identifier('a', 'c')}
      <mo>×</mo>
      {identifier('g', 'i')}
    </Formula>
  );
}

/** Weighted share: weights of those who gave the answer over the weights of the base. */
export function WeightedShare({ words }: { words: string }) {
  return (
    <Formula words={words}>
      <mover>
        <mi>p</mi>
        <mo>^</mo>
      </mover>
      <mo>=</mo>
      <mfrac>
        {sumOver(
          <mi>i</mi>,
          <>
            {identifier('w', 'i')}
            {identifier('y', 'i')}
          </>,
        )}
        {sumOver(<mi>i</mi>, identifier('w', 'i'))}
      </mfrac>
    </Formula>
  );
}

/** The interval on the logit scale, so that it never leaves 0–100 %. */
export function LogitInterval({ words }: { words: string }) {
  return (
    <Formula words={words}>
      <mi>logit</mi>
      <mo>(</mo>
      <mi>p</mi>
      <mo>)</mo>
      <mo>=</mo>
      <mi>ln</mi>
      <mfrac>
        <mi>p</mi>
        <mrow>
          <mn>1</mn>
          <mo>−</mo>
          <mi>p</mi>
        </mrow>
      </mfrac>
      <mo>±</mo>
      <mi>t</mi>
      <mo>×</mo>
      <mfrac>
        <mi>SE</mi>
        <mrow>
          <mi>p</mi>
          <mo>(</mo>
          <mn>1</mn>
          <mo>−</mo>
          <mi>p</mi>
          <mo>)</mo>
        </mrow>
      </mfrac>
    </Formula>
  );
}

/** Difference of a district from the rest of the city. */
export function RestDifference({ words }: { words: string }) {
  return (
    <Formula words={words}>
      <mi>Δ</mi>
      <mo>=</mo>
      {identifier('p', 'd')}
      <mo>−</mo>
      {identifier('p', 'r')}
    </Formula>
  );
}
