import { quoted } from '#core/text/quoted.ts';
import type { CategoryColumn } from '../folder.ts';
import type { CsvTable } from './csv-table.ts';
import type { FaultCode, Faults } from './faults.ts';

export interface NumberRule {
  /** Lowest and highest number allowed. */
  least?: number;
  most?: number;
  whole?: boolean;
  /** The only numbers allowed. */
  codes?: readonly number[] | null;
  /** Whether an empty cell is a missing answer (NaN). */
  mayMiss?: boolean;
}

/** Reads the cells of a table as what they must be, and takes down where they are not. */
export class Cells {
  readonly table: CsvTable;
  readonly #faults: Faults;

  constructor(table: CsvTable, faults: Faults) {
    this.table = table;
    this.#faults = faults;
  }

  has(column: string): boolean {
    return this.table.columns.has(column);
  }

  text(column: string): readonly string[] {
    return this.table.columns.get(column) ?? [];
  }

  fault(row: number, column: string, code: FaultCode, found = this.text(column)[row] ?? ''): void {
    this.#faults.add({
      file: this.table.file,
      line: this.table.lines[row] ?? 0,
      column,
      code,
      found: quoted(found),
    });
  }

  numbers(column: string, rule: NumberRule = {}): Float64Array {
    return Float64Array.from(this.text(column), (cell, row) => {
      if (cell === '' && rule.mayMiss) return Number.NaN;
      const code = numberFault(cell, rule);
      if (code) this.fault(row, column, code);
      return Number(cell);
    });
  }

  /** Texts of which none may be empty. */
  filled(column: string): readonly string[] {
    const cells = this.text(column);
    for (const [row, cell] of cells.entries()) if (cell === '') this.fault(row, column, 'missing-value');
    return cells;
  }

  /** Texts that name a row: none is empty, and none comes twice within the same group. */
  identities(column: string, groupOf: (row: number) => string | number = () => ''): readonly string[] {
    const seen = new Set<string>();
    const cells = this.filled(column);
    for (const [row, cell] of cells.entries()) {
      const key = `${groupOf(row)} ${cell}`;
      if (seen.has(key) && cell !== '') this.fault(row, column, 'duplicate');
      seen.add(key);
    }
    return cells;
  }

  /** Categories out of known levels. */
  categories(
    column: string,
    levels: readonly string[],
    { mayMiss = false, code = 'unknown-level' }: { mayMiss?: boolean; code?: FaultCode } = {},
  ): CategoryColumn {
    const indexOf = new Map(levels.map((level, index) => [level, index]));
    const codes = Int32Array.from(this.text(column), (cell, row) => {
      if (cell === '' && mayMiss) return -1;
      const level = indexOf.get(cell) ?? -1;
      if (level < 0) this.fault(row, column, cell === '' ? 'missing-value' : code);
      return level;
    });
    return { levels, codes };
  }
}

function numberFault(cell: string, { least, most, whole, codes }: NumberRule): FaultCode | null {
  if (cell.trim() === '') return 'missing-value';
  const value = Number(cell);
  if (!Number.isFinite(value)) return 'not-a-number';
  if (codes && !codes.includes(value)) return 'outside-codes';
  if (least !== undefined && value < least) return least === 0 ? 'negative' : 'out-of-range';
  if (most !== undefined && value > most) return 'out-of-range';
  return whole && !Number.isInteger(value) ? 'not-whole' : null;
}
