import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planarGrid, planarNeighbours } from '#core/places/planar-grid.ts';
import { type CellMention, testWindows } from '#core/places/window-test.ts';

const grid = planarGrid({ radius: 100, width: 1200, height: 900 }, []);
const cells = grid.map(({ cell }) => cell);
const neighbours = planarNeighbours(grid);
const rule = { minimumPairs: 4, minimumUnsafeRespondents: 5, falseDiscoveryRate: 0.05 };
const test = (mentions: readonly CellMention[]) => testWindows(mentions, neighbours, rule);

/** Some cells are named far more often than others, as in a city. */
const someCell = fc.oneof(fc.constantFrom(...cells), fc.constantFrom('3:2', '4:2', '3:3'));
const mention = fc.record({
  respondent: fc.integer({ min: 0, max: 60 }),
  cell: someCell,
  unsafe: fc.boolean(),
});
const mentions = fc.array(mention, { minLength: 1, maxLength: 150 });

describe('the window test', () => {
  it('counts people, not mentions: whoever repeats a pin changes nothing', () => {
    fc.assert(
      fc.property(mentions, fc.array(fc.nat({ max: 149 }), { maxLength: 40 }), (wave, repeated) => {
        const again = repeated.flatMap((index) => wave[index % wave.length] ?? []);
        expect(test([...wave, ...again])).toEqual(test(wave));
      }),
    );
  });

  it('takes a person as unsafe in a cell once one of their mentions there is', () => {
    fc.assert(
      fc.property(mentions, (wave) => {
        const alsoSafe = wave.filter(({ unsafe }) => unsafe).map((one) => ({ ...one, unsafe: false }));
        expect(test([...wave, ...alsoSafe])).toEqual(test(wave));
      }),
    );
  });

  it('is the same in any order of the mentions and under any numbering of the people', () => {
    const shuffled = mentions.chain((wave) =>
      fc.tuple(
        fc.constant(wave),
        fc.shuffledSubarray(wave, { minLength: wave.length }),
        fc.shuffledSubarray(
          Array.from({ length: 61 }, (_, number) => number),
          { minLength: 61 },
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([wave, inOtherOrder, numbers]) => {
        const renumbered = inOtherOrder.map((one) => ({
          ...one,
          respondent: 1000 + (numbers[one.respondent] ?? 0),
        }));
        expect(test(renumbered)).toEqual(test(wave));
      }),
    );
  });

  it('chooses its family blind to what was felt', () => {
    fc.assert(
      fc.property(mentions, fc.infiniteStream(fc.boolean()), (wave, feelings) => {
        const family = (pins: readonly CellMention[]) =>
          test(pins).map(({ cell, pairs, p }) => [cell, pairs, p !== null]);
        const feltOtherwise = wave.map((one) => ({ ...one, unsafe: feelings.next().value === true }));
        expect(family(feltOtherwise)).toEqual(family(wave));
      }),
    );
  });

  it('finds the windows around a cell no less likely to be chance when one more person there turns safe', () => {
    fc.assert(
      fc.property(mentions, fc.nat(), (wave, choice) => {
        const turned = wave[choice % wave.length] as CellMention;
        const after = test(
          wave.map((one) =>
            one.respondent === turned.respondent && one.cell === turned.cell
              ? { ...one, unsafe: false }
              : one,
          ),
        );
        const reached = new Set([turned.cell, ...neighbours(turned.cell)]);
        test(wave).forEach(({ cell, p }, index) => {
          if (p === null || !reached.has(cell)) return;
          expect(after[index]?.p ?? 0).toBeGreaterThanOrEqual(p * (1 - 1e-12));
        });
      }),
    );
  });

  it('flags no window with q above the rate, below the least pairs or below five unsafe people', () => {
    fc.assert(
      fc.property(mentions, (wave) => {
        for (const window of test(wave)) {
          expect(window.p !== null).toBe(window.pairs >= rule.minimumPairs);
          expect(window.flagged).toBe(
            window.q !== null &&
              window.q <= rule.falseDiscoveryRate &&
              window.unsafeRespondents >= rule.minimumUnsafeRespondents,
          );
          expect(window.unsafeRespondents).toBeLessThanOrEqual(window.unsafePairs);
        }
      }),
    );
  });

  it('can flag, so that the laws above are not about silence', () => {
    const background = cells.map((cell, respondent) => ({ respondent, cell, unsafe: respondent % 3 === 0 }));
    const crowd = Array.from({ length: 25 }, (_, person) => ({
      respondent: 1000 + person,
      cell: '4:4',
      unsafe: true,
    }));
    const flagged = test([...background, ...crowd]).filter((window) => window.flagged);
    expect(flagged.map(({ cell }) => cell)).toContain('4:4');
    expect(flagged.every(({ cell }) => cell === '4:4' || neighbours('4:4').includes(cell))).toBe(true);
  });
});
