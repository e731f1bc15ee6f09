import { testWindows } from '#core/places/window-test.ts';
import type { Block } from '../../block.ts';
import { pinMap } from '../../pin-map.ts';

/**
 * The window test (method 3.7), the only one of the place methods that flags: one row per hexagon of the
 * grid.
 */
export const placeTestBlock: Block = ({ folder, settings }) => {
  const { places } = settings;
  if (!folder.pins || !places) return [];
  const { grid, pins, neighbours } = pinMap(folder.pins, places);
  const windows = testWindows(pins, neighbours, {
    minimumPairs: places.test.min_pairs,
    minimumUnsafeRespondents: places.test.min_unsafe_respondents,
    falseDiscoveryRate: places.test.q,
  });
  const around = new Map(windows.map((window) => [window.cell, window]));
  return [
    {
      name: 'place_test',
      columns: ['hex', 'M', 'U', 'k_resp_unsafe', 'p', 'q_bh', 'flag'],
      rows: grid.map(({ cell }) => {
        const window = around.get(cell);
        return [
          cell,
          window?.pairs ?? 0,
          window?.unsafePairs ?? 0,
          window?.unsafeRespondents ?? 0,
          window?.p ?? '',
          window?.q ?? '',
          Number(window?.flagged ?? false),
        ];
      }),
    },
  ];
};
