import type { MicrodataFault } from '#core/microdata/table.ts';
import { complain, refuse } from './ending.ts';

const shownFaults = 50;

interface RefusedStudy {
  reason: string;
  detail?: Record<string, string | number>;
  faults?: MicrodataFault[];
  placeKind?: 'line' | 'record';
}

/** Ends a command whose study was refused: a line for each fault, then the reason. */
export function refuseStudy(
  { path, mappingPath }: { path: string; mappingPath: string },
  refused: RefusedStudy,
): void {
  const { faults = [], placeKind = 'line', reason, detail } = refused;
  const file = reason === 'mapping-refused' ? mappingPath : path;
  complain(...faults.slice(0, shownFaults).map((fault) => sentence(file, placeKind, fault)));
  if (faults.length > shownFaults) complain(`… and ${faults.length - shownFaults} more`);
  refuse({ reason, ...(detail && { detail }) });
}

/** `cati.sav: record 17, P1: unmapped-code "7 other"`. */
function sentence(file: string, placeKind: string, { place, column, code, found }: MicrodataFault): string {
  const where = [place === null ? null : `${placeKind} ${place}`, column].filter((part) => part !== null);
  return [
    `${file}:`,
    where.length > 0 ? `${where.join(', ')}:` : null,
    code,
    found === null ? null : `"${found}"`,
  ]
    .filter((part) => part !== null)
    .join(' ');
}
