import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AnswerShares } from '#app/components/report/answer-shares.tsx';
import { TranslatorProvider } from '#app/i18n/context.tsx';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import type { PublishedDistribution } from '#core/publication/published-distribution.ts';

const translator = serverTranslator('en');
const text = (en: string) => ({ pl: en, en, uk: en });

function told(n: number | null, shares: (number | null)[]): string {
  const distribution: PublishedDistribution = {
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
      <AnswerShares distribution={distribution} place="XII" />
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

  it('are explained only where one is hidden', () => {
    expect(told(90, [0.54, 0.46])).not.toContain(translator.t('results:district.answers.hiddenWhy'));
  });

  it('are not said to be of few people where the base is hidden with every answer', () => {
    const page = told(null, [null, null]);
    expect(page).toContain(translator.t('results:district.answers.allHidden'));
    expect(page).not.toContain('fewer than 30 people in the base');
  });
});
