import './mathml.ts';
import type { ReactNode } from 'react';
import { Formula, identifier } from './formulas.tsx';

/** Change between two waves and its standard error. */
export function Change({ words }: { words: string }) {
  return (
    <Formula words={words}>
      <mi>c</mi>
      <mo>=</mo>
      {identifier('p', '2')}
      <mo>−</mo>
      {identifier('p', '1')}
      <mo>,</mo>
      <mi>SE</mi>
      <mo>=</mo>
      <msqrt>
        {identifier('V', '1')}
        <mo>+</mo>
        {identifier('V', '2')}
      </msqrt>
    </Formula>
  );
}

/** Change of a district relative to the rest of the city. */
export function RelativeChange({ words }: { words: string }) {
  const difference = (wave: string) => (
    <mrow>
      <mo>(</mo>
      {identifier('p', `d${wave}`)}
      <mo>−</mo>
      {identifier('p', `r${wave}`)}
      <mo>)</mo>
    </mrow>
  );
  return (
    <Formula words={words}>
      {identifier('c', 'r')}
      <mo>=</mo>
      {difference('2')}
      <mo>−</mo>
      {difference('1')}
    </Formula>
  );
}

const ordered = (name: string, index: string): ReactNode => (
  <msub>
    <mi>{name}</mi>
    <mrow>
      <mo>(</mo>
      <mi>{index}</mi>
      <mo>)</mo>
    </mrow>
  </msub>
);

/** Benjamini and Hochberg's q-values. */
export function FalseDiscovery({ words }: { words: string }) {
  return (
    <Formula words={words}>
      {ordered('q', 'k')}
      <mo>=</mo>
      <munder>
        <mi>min</mi>
        <mrow>
          <mi>j</mi>
          <mo>≥</mo>
          <mi>k</mi>
        </mrow>
      </munder>
      <mfrac>
        <mi>m</mi>
        <mi>j</mi>
      </mfrac>
      {ordered('p', 'j')}
    </Formula>
  );
}

/** The window test of places: an upper tail of the hypergeometric distribution. */
export function WindowTest({ words }: { words: string }) {
  const choose = (above: ReactNode, below: ReactNode) => (
    <mrow>
      <mo>(</mo>
      <mfrac linethickness="0">
        {above}
        {below}
      </mfrac>
      <mo>)</mo>
    </mrow>
  );
  return (
    <Formula words={words}>
      <mi>p</mi>
      <mo>=</mo>
      <munder>
        <mo>∑</mo>
        <mrow>
          <mi>u</mi>
          <mo>≥</mo>
          <mi>U</mi>
        </mrow>
      </munder>
      <mfrac>
        <mrow>
          {choose(<mi>K</mi>, <mi>u</mi>)}
          {choose(
            <mrow>
              <mi>N</mi>
              <mo>−</mo>
              <mi>K</mi>
            </mrow>,
            <mrow>
              <mi>M</mi>
              <mo>−</mo>
              <mi>u</mi>
            </mrow>,
          )}
        </mrow>
        {choose(<mi>N</mi>, <mi>M</mi>)}
      </mfrac>
    </Formula>
  );
}
