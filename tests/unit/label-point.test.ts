import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelPoint, type Point, verticalRoom } from '#core/geography/label-point.ts';

const ringOf = (...corners: [number, number][]): Point[] => corners.map(([x, y]) => ({ x, y }));
const square = ringOf([0, 0], [100, 0], [100, 100], [0, 100]);

describe('the point of a label', () => {
  it('is the middle of a square, with half of its side as room', () => {
    expect(labelPoint([square])).toEqual({ x: 50, y: 50, room: 50 });
  });

  it('keeps away from a hole', () => {
    const hole = ringOf([20, 20], [80, 20], [80, 80], [20, 80]);
    const { x, y, room } = labelPoint([square, hole]);
    expect(room).toBeGreaterThan(0);
    expect(x > 20 && x < 80 && y > 20 && y < 80).toBe(false);
  });
});

describe('the room above and below a label', () => {
  it('ends at the border that is nearest over the whole width of the label', () => {
    const sloping = ringOf([0, 0], [100, 0], [100, 60], [0, 100]);
    expect(verticalRoom({ x: 50, y: 40 }, [sloping], 0)).toEqual({ above: 40, below: 40 });
    expect(verticalRoom({ x: 50, y: 40 }, [sloping], 50)).toEqual({ above: 40, below: 30 });
  });

  it('sees a notch that ends inside the width, and an upright edge', () => {
    const notched = ringOf([0, 0], [100, 0], [100, 100], [60, 100], [60, 70], [55, 70], [55, 100], [0, 100]);
    expect(verticalRoom({ x: 50, y: 50 }, [notched], 20)).toEqual({ above: 50, below: 20 });
    expect(verticalRoom({ x: 50, y: 50 }, [notched], 8)).toEqual({ above: 50, below: 50 });
  });

  it('is never less than the distance to the nearest edge for a label without width, and shrinks as it widens', () => {
    const inside = fc.integer({ min: 1, max: 99 });
    fc.assert(
      fc.property(inside, inside, inside, inside, (x, y, width, corner) => {
        const ring = ringOf([0, 0], [100, 0], [100, 100], [50, 100 + corner], [0, 100]);
        const narrow = verticalRoom({ x, y }, [ring], 0);
        const wide = verticalRoom({ x, y }, [ring], width);
        expect(narrow.above).toBe(y);
        expect(narrow.below).toBeGreaterThanOrEqual(100 - y);
        expect(wide.below).toBeLessThanOrEqual(narrow.below);
        expect(wide.above).toBe(narrow.above);
      }),
    );
  });
});
