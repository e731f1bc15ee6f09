import { expect, it } from 'vitest';
import { labelledTicks } from '#app/components/charts/trend-ticks.ts';

const ticks = [2024.79, 2013.5, 2025.33, 2024.33, 2022.79].map((at) => ({ at, lines: [String(at)] }));
const shown = (room: number) => labelledTicks(ticks, room).map(({ at }) => at);

it('where there is room every wave has its label, oldest first', () => {
  expect(shown(0.4)).toEqual([2013.5, 2022.79, 2024.33, 2024.79, 2025.33]);
});

it('where labels would lie over each other the newest wave keeps its own, and the others that leave it room', () => {
  expect(shown(1)).toEqual([2013.5, 2022.79, 2024.33, 2025.33]);
  expect(shown(5)).toEqual([2013.5, 2025.33]);
});
