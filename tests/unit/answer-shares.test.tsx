import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AnswerShares } from '#app/components/report/answer-shares.tsx';
import { TranslatorProvider } from '#app/i18n/context.tsx';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import type { AskedDistribution } from '#app/use-cases/results/report-topics.server.ts';

const translator = serverTranslator('en');
const text = (en: string) => ({ pl: en, en, uk: en });

function told(n: number | null, shares: (number | null)[]): string {
  const distribution: AskedDistribution = {
    asked: text('In what sex?'),
    variable: 'q1',
    domain: 'D12',
    title: text('Sex'),
    n,
    answers: shares.map((share, code) => ({
      ...{ code, label: text(`answer ${code}`), share },
      lower: share === null ? null : share - 0.03,
      upper: share === null ? null : share + 0.03,
    })),
  };
  return renderToStaticMarkup(
    <TranslatorProvider translator={translator}>
      <AnswerShares distribution={distribution} place="XII" wave="spring 2026" />
    </TranslatorProvider>,
  );
}

describe('the answers to a question', () => {
  it('are not called rare where they are hidden to protect a rare one', () => {
    // Three answers of ninety people: the first is hidden only because the third is.
    const page = told(90, [null, 0.46, null]);
    expect(page).toContain(translator.t('results:district.answers.hiddenWhy'));
    expect(page).toContain('<td class="number">hidden</td>');
    expect(page).not.toContain('hidden: fewer than 10');
  });

  it('stand under the words of the question and the wave that they are of', () => {
    expect(told(90, [0.54, 0.46])).toContain('In what sex? (XII, spring 2026)');
  });

  it('leave on the bar as much as the hidden ones have together', () => {
    const rest = /answer-rest" x="([\d.]+)%" width="([\d.]+)%"/;
    const [, left, width] = rest.exec(told(90, [null, 0.4, null])) ?? [];
    expect(Number(left)).toBeCloseTo(0.4 * 98.5 + 1.5, 1);
    expect(Number(left) + Number(width)).toBeCloseTo(100, 1);
    expect(told(90, [0.54, 0.46])).not.toMatch(rest);
  });

  it('are explained only where one is hidden', () => {
    expect(told(90, [0.54, 0.46])).not.toContain(translator.t('results:district.answers.hiddenWhy'));
  });

  it('are not said to be of few people where the base is hidden with every answer', () => {
    const page = told(null, [null, null]);
    expect(page).toContain(translator.t('results:district.answers.allHidden'));
    expect(page).not.toContain('fewer than 30 people in the base');
  });
});
