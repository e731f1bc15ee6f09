import { type MicrodataMapping, usedColumns } from './mapping.ts';
import type { MicrodataFault, MicrodataTable } from './table.ts';

/**
 * What could not be read in a file, parted by whether anybody needs it: in a cell of a column that the
 * mapping reads it is a fault. Anywhere else it is a remark, one for each column and kind, with the first
 * place and how many there are.
 */
export function partUnreadable(
  mapping: MicrodataMapping,
  { unreadable }: MicrodataTable,
): { faults: MicrodataFault[]; remarks: MicrodataFault[] } {
  const used = new Set<string | null>(usedColumns(mapping).map(({ column }) => column));
  const faults: MicrodataFault[] = [];
  const remarks = new Map<string, { first: MicrodataFault; count: number }>();
  for (const fault of unreadable) {
    if (fault.place !== null && used.has(fault.column)) faults.push(fault);
    else {
      const key = JSON.stringify([fault.column, fault.code]);
      const known = remarks.get(key);
      if (known) known.count += 1;
      else remarks.set(key, { first: fault, count: 1 });
    }
  }
  return {
    faults,
    remarks: Array.from(remarks.values(), ({ first, count }) =>
      count > 1 ? { ...first, found: `${count} ×` } : first,
    ),
  };
}
