import {
  changeSince,
  type Difference,
  differenceInterval,
  independentDifference,
  lowerTail,
  upperTail,
} from '#core/estimation/difference.ts';
import { gapMethod, pairsOfWaves } from '../as-in-r/comparisons.ts';
import type { Block, FolderAnalysis, OutputCell } from '../block.ts';
import { longRows, longTable, type RowKey } from '../long-table.ts';
import type { DesignFigures } from '../waves/wave-figures.ts';

/**
 * `mover`: the differences of shares with the platform's own intervals and tests (method, Revision 2 (c)),
 * beside R's symmetric ones in `contrast` and `change`: districts against the rest and their gaps, and the
 * changes of the city, of districts, and of districts against the rest. `p_up` is the one-sided p-value of
 * H₀: Δ ≤ 0, `p_down` of H₀: Δ ≥ 0.
 */
export const moverBlock: Block = (analysis) => {
  const shares = analysis.comparedItems.filter((item) => analysis.shares.includes(item));
  const rows = analysis.comparedDesigns.flatMap((design) =>
    shares.flatMap((item) => {
      const within = analysis.waves.flatMap((wave) => {
        const figures = wave.figures(design);
        if (!figures) return [];
        return contrastsOf(analysis, figures, item).flatMap(({ difference, ...named }) =>
          rowsOf({ design, wave: wave.wave, item, ...named }, difference),
        );
      });
      const between = pairsOfWaves(analysis).flatMap(([earlier, later]) => {
        const [then, now] = [earlier.figures(design), later.figures(design)];
        const label = `${later.wave}-${earlier.wave}`;
        if (!then || !now) return [];
        return changesOf(analysis, now, then, item).flatMap(({ difference, ...named }) =>
          rowsOf({ design, wave: label, item, ...named }, difference),
        );
      });
      return [...within, ...between];
    }),
  );
  return longTable('mover', rows);
};

interface Named {
  domain: string;
  method: string;
  difference: Difference;
}

function contrastsOf({ settings, districts }: FolderAnalysis, figures: DesignFigures, item: string): Named[] {
  const gap = settings.flags ? gapMethod(settings.flags) : null;
  const methods = [
    { kind: 'vs-rest', method: 'vs_rest' },
    ...(gap === null
      ? []
      : ([
          { kind: 'gap', method: gap },
          { kind: 'gap-vs-rest', method: `${gap}_vs_rest` },
        ] as const)),
  ] as const;
  return districts.flatMap((district) =>
    methods.flatMap(({ kind, method }): Named[] => {
      const difference = figures.contrast(kind, district, item);
      return difference ? [{ domain: district.name, method, difference }] : [];
    }),
  );
}

/** Of the city and the districts, and of the districts against the rest. */
function changesOf(
  { city, districts }: FolderAnalysis,
  now: DesignFigures,
  then: DesignFigures,
  item: string,
): Named[] {
  return [
    ...[city, ...districts].flatMap((domain): Named[] => {
      const [estimate, past] = [now.estimate(domain, item), then.estimate(domain, item)];
      if (!estimate || !past) return [];
      return [{ domain: domain.name, method: 'change', difference: changeSince(estimate, past) }];
    }),
    ...districts.flatMap((district): Named[] => {
      const [own, past] = [now, then].map((figures) => figures.contrast('vs-rest', district, item));
      if (!own || !past) return [];
      return [{ domain: district.name, method: 'vs_rest', difference: independentDifference(own, past) }];
    }),
  ];
}

function rowsOf(where: RowKey, difference: Difference): OutputCell[][] {
  const { lower, upper } = differenceInterval(difference);
  return longRows(where, [
    ['diff', difference.difference],
    ['lo', lower],
    ['hi', upper],
    ['p_up', upperTail(difference, 0)],
    ['p_down', lowerTail(difference, 0)],
  ]);
}
