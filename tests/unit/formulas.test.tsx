import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Formula } from '#app/components/method/formula.tsx';
import { formulas, trimmedWeight } from '#app/components/method/formulas.ts';
import { TranslatorProvider } from '#app/i18n/context.tsx';
import { serverTranslator } from '#app/i18n/resources.server.ts';

const translator = serverTranslator('pl');
const drawn = (tex: string) =>
  renderToStaticMarkup(
    <TranslatorProvider translator={translator}>
      <Formula words="in words" tex={tex} />
    </TranslatorProvider>,
  );
const hint = `<p class="table-hint">${translator.t('frame:table.scrollFormula')}</p>`;
const letters = (html: string) =>
  html
    .replace(hint, '')
    .replace(/<[^>]+>/g, '')
    .replace(/[\s\u2000-\u200b\u2061]/g, '');

describe('the formulas of the method', () => {
  it.each(Object.entries(formulas))('%s is MathML without styles or scripts, with its words', (_, tex) => {
    const html = drawn(tex);
    expect(html).toMatch(/<math display="block"><mrow>.*<\/mrow><\/math>/);
    expect(html).toContain('<figcaption>in words</figcaption>');
    expect(html).toContain(hint);
    expect(html).not.toMatch(/style=|<script|merror|mathcolor/);
  });

  it('say what TeX says', () => {
    expect(letters(drawn(formulas.baseWeight))).toBe('wi=Nhnh×ac×giinwords');
    expect(letters(drawn(formulas.restDifference))).toBe('Δ=pd−prinwords');
    expect(drawn(formulas.windowTest)).toMatch(/<mfrac linethickness="0(?:px)?">/);
  });

  it('write a bound as the language does', () => {
    expect(drawn(trimmedWeight('0,3', '3'))).toContain('<mn>0,3</mn>');
  });

  it('of what is no TeX stop the page', () => {
    expect(() => drawn(String.raw`\frac{1`)).toThrow();
  });
});
