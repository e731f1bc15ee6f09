import { type Cells, makeCells } from './cells.ts';

/**
 * Cells that share the stratum, the primary unit and every margin have one fitted score: a fit. Further
 * classifications do not change it.
 */
export interface Fits {
  count: number;
  /** Fit of each cell. */
  of: Int32Array;
  stratum: Int32Array;
  /** Primary unit of each fit; null where nothing is clustered. */
  unit: Int32Array | null;
  /** Column of each fit in the normal equations, by margin. */
  columns: Int32Array[];
  /** Σw and Σw² of all respondents, also those outside an item's base. */
  weight: Float64Array;
  squaredWeight: Float64Array;
}

/**
 * Joins cells into fits and adds up their weights. `columns` (of the normal equations), `stratumOfCell` and
 * `unitOfCell` are by cell, `final` is by respondent.
 */
export function makeFits(
  cells: Cells,
  final: Float64Array,
  stratumOfCell: Int32Array,
  columns: readonly Int32Array[],
  unitOfCell?: Int32Array,
): Fits {
  const { count, of, first } = makeCells([stratumOfCell, ...columns, ...(unitOfCell ? [unitOfCell] : [])]);
  const ofFit = (column: Int32Array) => Int32Array.from(first, (cell) => column[cell] as number);
  const weight = new Float64Array(count);
  const squaredWeight = new Float64Array(count);
  for (let i = 0; i < final.length; i += 1) {
    const fit = of[cells.of[i] as number] as number;
    const w = final[i] as number;
    weight[fit] = (weight[fit] as number) + w;
    squaredWeight[fit] = (squaredWeight[fit] as number) + w * w;
  }
  return {
    count,
    of,
    stratum: ofFit(stratumOfCell),
    unit: unitOfCell ? ofFit(unitOfCell) : null,
    columns: columns.map(ofFit),
    weight,
    squaredWeight,
  };
}
