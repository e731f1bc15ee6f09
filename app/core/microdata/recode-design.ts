import type { MicrodataMapping } from './mapping.ts';
import type { MicrodataFault } from './table.ts';
import type { TableRow } from './table-row.ts';

/** How a respondent was drawn and weighted, in numbers: names of blocks and interviewers stay in the file. */
export interface DesignNumbers {
  /** The study's weight, as the file has it. */
  weight: number | null;
  /**
   * Stratum and primary unit, each numbered from 0 in the order of the file; null where the study has none.
   */
  stratum: number | null;
  unit: number | null;
  /** Primary units (without them: people) in the stratum's population. */
  stratumSize: number | null;
}

/** Reads a row's design; after the last row it says what is wrong between rows. */
export interface DesignReader {
  (row: TableRow): DesignNumbers | null;
  faults(): MicrodataFault[];
}

/**
 * Reads the weight and the design of one row after another. A weight is a number above 0, with a point or a
 * comma; whoever has another or none is a fault, for no weight can be made up for them. A primary unit in two
 * strata is a fault unless units are numbered within strata; so are two sizes of one stratum, or one smaller
 * than what was drawn in it.
 */
export function designReader({
  weights,
  design,
}: Pick<MicrodataMapping, 'weights' | 'design'>): DesignReader {
  const unitColumn = typeof design?.primaryUnits === 'object' ? design.primaryUnits.column : null;
  const strata = new Map<string, DrawnStratum>();
  const units = new Map<string, { index: number; stratum: number }>();
  let rows = 0;
  const read = (row: TableRow): DesignNumbers | null => {
    if (!weights && !design) return null;
    rows += 1;
    const weight = weights ? numberIn(row, weights.column, 'bad-weight') : null;
    if (!design) return { weight, stratum: null, unit: null, stratumSize: null };
    const name = design.strata ? textIn(row, design.strata) : '';
    const stratum = name === null ? null : numbered(strata, name, newStratum);
    const unitName = unitColumn ? textIn(row, unitColumn) : null;
    const isWithin = design.numberedWithinStrata === true;
    const unit =
      unitName === null || !stratum
        ? null
        : numbered(units, isWithin ? `${name}\n${unitName}` : unitName, (index) => ({
            index,
            stratum: stratum.index,
          }));
    if (unit && stratum && unitColumn && unit.stratum !== stratum.index)
      row.say('unit-in-two-strata', unitColumn, unitName);
    const stratumSize = design.stratumSize ? numberIn(row, design.stratumSize, 'bad-stratum-size') : null;
    if (stratum && stratumSize !== null && design.stratumSize) {
      if (stratum.size !== null && stratum.size !== stratumSize)
        row.say('two-stratum-sizes', design.stratumSize, `${stratum.size} ≠ ${stratumSize}`);
      stratum.size = stratumSize;
    }
    stratum?.drawn.add(unit?.index ?? -rows);
    return { weight, stratum: stratum?.index ?? null, unit: unit?.index ?? null, stratumSize };
  };
  const faults = () =>
    [...strata.values()].flatMap(({ size, drawn }): MicrodataFault[] =>
      size === null || drawn.size <= size
        ? []
        : [
            {
              place: null,
              column: design?.stratumSize ?? null,
              code: 'bad-stratum-size',
              found: `${drawn.size} > ${size}`,
            },
          ],
    );
  return Object.assign(read, { faults });
}

interface DrawnStratum {
  index: number;
  size: number | null;
  /** Primary units that were drawn in it, by number; a person drawn alone counts as one. */
  drawn: Set<number>;
}

function newStratum(index: number): DrawnStratum {
  return { index, size: null, drawn: new Set() };
}

function numbered<Entry extends object>(
  known: Map<string, Entry>,
  name: string,
  entry: (index: number) => Entry,
): Entry {
  const found = known.get(name) ?? entry(known.size);
  known.set(name, found);
  return found;
}

function textIn({ cell, say }: TableRow, column: string): string | null {
  const found = cell(column);
  if (found && !found.described.isDeclaredMissing(found.value)) return found.value;
  say('missing-value', column);
  return null;
}

function numberIn(row: TableRow, column: string, code: 'bad-weight' | 'bad-stratum-size'): number | null {
  const text = textIn(row, column);
  if (text === null) return null;
  const number = /^\d*[.,]?\d+(?:[eE][-+]?\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  if (number > 0 && Number.isFinite(number)) return number;
  row.say(code, column, text);
  return null;
}
