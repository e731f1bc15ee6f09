import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { FlagSection } from '#app/components/flags/flag-sections.tsx';
import { TranslatorProvider } from '#app/i18n/context.tsx';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { districtOrder, districtsInOrder } from '#core/flagging/flag-order.ts';
import type { PublishedMethod } from '#core/publication/published-method.ts';

const flagged = (district: number, burden: number) => ({ district, burden, flags: [], actions: [] });
const numbers = (of: { district: number }[]) => of.map(({ district }) => district);

describe('flagged districts', () => {
  it('stand from the largest cautious count down, those without one last, by number', () => {
    const districts = [flagged(2, 0), flagged(9, 40), flagged(1, 0), flagged(5, 900), flagged(7, 40)];
    expect(numbers(districtsInOrder(districts))).toEqual([5, 7, 9, 1, 2]);
    expect(districtOrder(districts)).toBe('cautious-count');
  });

  it('stand by number where no flag counts people', () => {
    const districts = [flagged(12, 0), flagged(3, 0)];
    expect(numbers(districtsInOrder(districts))).toEqual([3, 12]);
    expect(districtOrder(districts)).toBe('district-number');
  });
});

describe('the words over flagged districts', () => {
  const told = (burdens: number[], id: 'intervention' | 'watch' = 'intervention') =>
    renderToStaticMarkup(
      <TranslatorProvider translator={serverTranslator('en')}>
        <FlagSection
          id={id}
          districts={districtsInOrder(burdens.map((burden, index) => flagged(index + 1, burden)))}
          rule={{} as PublishedMethod['rule']}
          waveId="2026-1"
          linkOf={() => ''}
        />
      </TranslatorProvider>,
    );

  it.each(['intervention', 'watch'] as const)('name the order in which they stand (%s)', (id) => {
    expect(told([0, 300], id)).toContain('Districts with the largest cautious count come first');
    expect(told([0, 0], id)).toContain('Districts are in the order of their numbers');
    expect(told([0, 0], id)).not.toContain('cautious count');
  });

  it('say nothing of an order where there is one district or none', () => {
    for (const burdens of [[], [300]]) expect(told(burdens)).not.toMatch(/come first|in the order/);
  });
});
