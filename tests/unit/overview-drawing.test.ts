import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisScale, placeOn } from '#app/components/overview/axis-scale.ts';
import { differenceScale } from '#app/components/overview/difference-axis.tsx';
import { labelShift } from '#app/components/overview/label-shift.ts';

const value = fc.double({ min: -100, max: 100, noNaN: true });

describe('the scale of a drawn axis', () => {
  it('holds every value, in lines at the same distance and no more than asked', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 3, max: 8 }),
        (values, atMost) => {
          const { from, to, ticks } = axisScale(values, { atMost });
          for (const one of values) {
            expect(placeOn({ from, to }, one)).toBeGreaterThan(-1e-6);
            expect(placeOn({ from, to }, one)).toBeLessThan(1 + 1e-6);
          }
          expect(ticks.length - 1).toBeLessThanOrEqual(atMost);
          const [first = 0, second = 0] = ticks;
          ticks.forEach((tick, index) => {
            expect(tick).toBeCloseTo(first + index * (second - first), 5);
          });
        },
      ),
    );
  });

  it('shows no difference larger than it is: a step is never smaller than asked', () => {
    expect(axisScale([12.1, 12.4], { atMost: 4, smallest: 2 }).ticks).toEqual([12, 14]);
  });

  it('of differences always holds zero, where nothing differs', () => {
    expect(differenceScale([{ lower: 9.9, upper: 19.1 }]).ticks).toEqual([0, 5, 10, 15, 20]);
    expect(differenceScale([{ lower: -8, upper: -2 }]).to).toBe(0);
    expect(differenceScale([]).from).toBe(0);
  });
});

describe('the label of a district on the map', () => {
  const point = fc.record({ x: value, y: value });

  it('stands apart from a mark that would cover it, and stays where none would', () => {
    fc.assert(
      fc.property(point, point, (label, mark) => {
        const shift = labelShift(label, [mark], 20);
        const apart = Math.hypot(label.x + shift.x - mark.x, label.y + shift.y - mark.y);
        expect(apart).toBeGreaterThan(20 - 1);
        if (Math.hypot(label.x - mark.x, label.y - mark.y) >= 20) expect(shift).toEqual({ x: 0, y: 0 });
      }),
    );
  });
});
