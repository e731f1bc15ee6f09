import './mathml.ts';
import { Formula, identifier, sumOver } from './formulas.tsx';

/** The number by which a person is drawn. */
export function DrawNumber({ words }: { words: string }) {
  return (
    <Formula words={words}>
      {identifier('r', 'i')}
      <mo>=</mo>
      <mtext>HMAC-SHA256</mtext>
      <mo>(</mo>
      <mi>s</mi>
      <mo>,</mo>
      <mi>i</mi>
      <mo>)</mo>
      <mo>,</mo>
      <mtext>rank</mtext>
      <mo>(</mo>
      {identifier('r', 'i')}
      <mo>)</mo>
      <mo>≤</mo>
      {identifier('n', 'h')}
    </Formula>
  );
}

/** Weighting-class adjustment of a cell. */
export function NonresponseFactor({ words }: { words: string }) {
  const sumOf = (group: string) => sumOver(<mi>{group}</mi>, <mi>d</mi>);
  return (
    <Formula words={words}>
      {identifier('a', 'c')}
      <mo>=</mo>
      <mfrac>
        <mrow>
          {sumOf('E')}
          <mo>+</mo>
          <mi>e</mi>
          {sumOf('U')}
        </mrow>
        {sumOf('R')}
      </mfrac>
    </Formula>
  );
}

/** One step of raking. */
export function RakingStep({ words }: { words: string }) {
  return (
    <Formula words={words}>
      {identifier('w', 'i')}
      <mo>←</mo>
      {identifier('w', 'i')}
      <mo>×</mo>
      <mfrac>
        {identifier('T', 'g')}
        {sumOver(
          <mrow>
            <mi>j</mi>
            <mo>∈</mo>
            <mi>g</mi>
          </mrow>,
          identifier('w', 'j'),
        )}
      </mfrac>
    </Formula>
  );
}

/** Bounds of a weight around the district's mean. */
export function TrimmedWeight({ words, lower, upper }: { words: string; lower: string; upper: string }) {
  const mean = (
    <msub>
      <mover>
        <mi>w</mi>
        <mo>¯</mo>
      </mover>
      <mi>d</mi>
    </msub>
  );
  return (
    <Formula words={words}>
      <mn>{lower}</mn>
      {mean}
      <mo>≤</mo>
      {identifier('w', 'i')}
      <mo>≤</mo>
      <mn>{upper}</mn>
      {mean}
    </Formula>
  );
}

/** Kish's design effect of unequal weights. */
export function WeightingEffect({ words }: { words: string }) {
  return (
    <Formula words={words}>
      <mi>deff</mi>
      <mo>=</mo>
      <mfrac>
        <mrow>
          <mi>n</mi>
          {sumOver(
            <mi>i</mi>,
            <msubsup>
              <mi>w</mi>
              <mi>i</mi>
              <mn>2</mn>
            </msubsup>,
          )}
        </mrow>
        <msup>
          <mrow>
            <mo>(</mo>
            {sumOver(<mi>i</mi>, identifier('w', 'i'))}
            <mo>)</mo>
          </mrow>
          <mn>2</mn>
        </msup>
      </mfrac>
    </Formula>
  );
}
