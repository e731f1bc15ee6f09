import './mathml.ts';
import type { ReactNode } from 'react';
import { Formula, identifier, sumOver } from './formulas.tsx';

/** Linearised variance of a weighted share over the strata. */
export function LinearisedVariance({ words }: { words: string }) {
  return (
    <Formula words={words}>
      <mi>V</mi>
      <mo>=</mo>
      {sumOver(
        <mi>h</mi>,
        <mfrac>
          {identifier('m', 'h')}
          <mrow>
            {identifier('m', 'h')}
            <mo>−</mo>
            <mn>1</mn>
          </mrow>
        </mfrac>,
      )}
      {sumOver(
        <mrow>
          <mi>i</mi>
          <mo>∈</mo>
          <mi>h</mi>
        </mrow>,
        <msup>
          <mrow>
            <mo>(</mo>
            {identifier('z', 'i')}
            <mo>−</mo>
            <msub>
              <mover>
                <mi>z</mi>
                <mo>¯</mo>
              </mover>
              <mi>h</mi>
            </msub>
            <mo>)</mo>
          </mrow>
          <mn>2</mn>
        </msup>,
      )}
      <mo>,</mo>
      {identifier('z', 'i')}
      <mo>=</mo>
      {identifier('w', 'i')}
      <mo>(</mo>
      {identifier('u', 'i')}
      <mo>−</mo>
      {identifier('x', 'i')}
      <mi>B</mi>
      <mo>)</mo>
      <mo>,</mo>
      {identifier('u', 'i')}
      <mo>=</mo>
      <mfrac>
        <mrow>
          {identifier('y', 'i')}
          <mo>−</mo>
          <mi>p</mi>
        </mrow>
        {sumOver(<mi>j</mi>, identifier('w', 'j'))}
      </mfrac>
    </Formula>
  );
}

/** Korn and Graubard's interval. */
export function KornGraubard({ words }: { words: string }) {
  const beta = (probability: ReactNode, first: ReactNode, second: ReactNode) => (
    <mrow>
      <msup>
        <mi>Beta</mi>
        <mrow>
          <mo>−</mo>
          <mn>1</mn>
        </mrow>
      </msup>
      <mo>(</mo>
      {probability}
      <mo>;</mo>
      {first}
      <mo>,</mo>
      {second}
      <mo>)</mo>
    </mrow>
  );
  const remainder = (extra: ReactNode) => (
    <mrow>
      <msup>
        <mi>n</mi>
        <mo>*</mo>
      </msup>
      <mo>−</mo>
      <mi>x</mi>
      {extra}
    </mrow>
  );
  const one = (
    <>
      <mo>+</mo>
      <mn>1</mn>
    </>
  );
  return (
    <Formula words={words}>
      <msup>
        <mi>n</mi>
        <mo>*</mo>
      </msup>
      <mo>=</mo>
      <mi>min</mi>
      <mo>(</mo>
      <mi>n</mi>
      <mo>,</mo>
      <mfrac>
        <mrow>
          <mi>p</mi>
          <mo>(</mo>
          <mn>1</mn>
          <mo>−</mo>
          <mi>p</mi>
          <mo>)</mo>
        </mrow>
        <mi>V</mi>
      </mfrac>
      <msup>
        <mrow>
          <mo>(</mo>
          <mfrac>
            <msub>
              <mi>t</mi>
              <mrow>
                <mi>n</mi>
                <mo>−</mo>
                <mn>1</mn>
              </mrow>
            </msub>
            {identifier('t', 'df')}
          </mfrac>
          <mo>)</mo>
        </mrow>
        <mn>2</mn>
      </msup>
      <mo>)</mo>
      <mo>;</mo>
      <mo>[</mo>
      {beta(<mn>0.025</mn>, <mi>x</mi>, remainder(one))}
      <mo>,</mo>
      {beta(
        <mn>0.975</mn>,
        <mrow>
          <mi>x</mi>
          {one}
        </mrow>,
        remainder(null),
      )}
      <mo>]</mo>
    </Formula>
  );
}
