import { type CellCounts, countCells } from '#core/places/cell-counts.ts';
import { type GiStar, giStar, windowsAround } from '#core/places/gi-star.ts';
import type { Block, OutputCell } from '../../block.ts';
import { pinMap } from '../../pin-map.ts';

/** What Gi* is computed of, by the name of its columns. */
const described = {
  n_unsafe: ({ unsafeMentions }: CellCounts) => unsafeMentions,
  w_unsafe: ({ unsafeWeight }: CellCounts) => unsafeWeight,
  excess: ({ excess }: CellCounts) => excess,
} as const;

/**
 * Pins per hexagon, which hexagons may be shown, and Gi* within one and two rings of neighbours: for display
 * only.
 */
export const hexBlock: Block = ({ folder, settings, note }) => {
  const { places } = settings;
  if (!folder.pins || !places) return [];
  const { grid, pins, neighbours } = pinMap(folder.pins, places);
  const cells = grid.map(({ cell }) => cell);
  const counts = countCells(cells, pins);
  const maps: { column: string; scores: GiStar[] }[] = [];
  for (const rings of [1, 2]) {
    const windows = windowsAround(cells, neighbours, rings);
    for (const [name, of] of Object.entries(described)) {
      const column = `gistar_${name}_ring${rings}`;
      const scores = giStar(counts.map(of), windows);
      if (scores.some(({ z }) => z === null)) note({ rule: 'no-spread', block: 'hex', item: column });
      maps.push({ column, scores });
    }
  }
  note({ rule: 'display-only', block: 'hex' });
  const rows = grid.map(({ q, r, x, y, cell }, index): OutputCell[] => {
    const count = counts[index] as CellCounts;
    return [
      q,
      r,
      x,
      y,
      cell,
      count.mentions,
      count.unsafeMentions,
      count.weight,
      count.unsafeWeight,
      count.respondents,
      count.unsafeRespondents,
      count.excess,
      Number(count.unsafeRespondents >= places.publish_min_respondents),
      ...maps.flatMap(({ scores }) => [
        scores[index]?.z ?? null,
        scores[index]?.p ?? null,
        scores[index]?.q ?? null,
      ]),
    ];
  });
  return [
    { name: 'hex', columns: [...countColumns, ...maps.flatMap(({ column }) => giColumns(column))], rows },
  ];
};

const countColumns = [
  'q',
  'r',
  'cx',
  'cy',
  'hex',
  'n_pins',
  'n_unsafe',
  'w_pins',
  'w_unsafe',
  'k_resp',
  'k_resp_unsafe',
  'excess',
  'publish',
] as const;

const giColumns = (column: string): string[] => [column, `${column}_p1`, `${column}_bh`];
