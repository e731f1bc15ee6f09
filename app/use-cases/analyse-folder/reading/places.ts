import type { FrameTable, PinTable } from '../folder.ts';
import type { AnalysisSettings } from '../settings.ts';
import { Cells } from './cells.ts';
import { csvTable } from './csv-table.ts';
import type { Faults } from './faults.ts';
import { type KnownStrata, readStrata } from './strata.ts';

/** Places that respondents named, in planar metres. */
export function readPins(
  file: string,
  text: string,
  { places }: AnalysisSettings,
  faults: Faults,
): PinTable | null {
  const table = csvTable(file, text, { required: ['pin_id', 'resp_id', 'kind', 'x', 'y', 'w'] }, faults);
  if (!table) return null;
  const cells = new Cells(table, faults);
  const kinds = cells.categories('kind', ['safe', 'unsafe'], { code: 'unknown-kind' });
  return {
    rows: table.rows,
    pinId: cells.identities('pin_id'),
    respondent: cells.filled('resp_id'),
    unsafe: Uint8Array.from(kinds.codes, (code) => (code === 1 ? 1 : 0)),
    x: cells.numbers('x', { least: 0, most: places?.width }),
    y: cells.numbers('y', { least: 0, most: places?.height }),
    weight: cells.numbers('w', { least: 0 }),
  };
}

/** The frame of the next draw: everyone who may be drawn, with the stratum. */
export function readFrame(
  file: string,
  text: string,
  settings: AnalysisSettings,
  known: KnownStrata,
  faults: Faults,
): FrameTable | null {
  const table = csvTable(file, text, { required: ['unit_id', ...settings.strata, 'stratum'] }, faults);
  if (!table) return null;
  const cells = new Cells(table, faults);
  readStrata(cells, settings, known);
  return {
    rows: table.rows,
    unitId: cells.identities('unit_id'),
    district: cells.text(settings.district),
    stratum: cells.text('stratum'),
  };
}
