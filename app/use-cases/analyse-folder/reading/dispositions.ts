import { type OutcomeGroup, outcomeGroup } from '#core/fieldwork/outcome-rates.ts';
import type { DispositionTable } from '../folder.ts';
import type { AnalysisSettings } from '../settings.ts';
import { Cells } from './cells.ts';
import { csvTable } from './csv-table.ts';
import type { Faults } from './faults.ts';
import { type KnownStrata, readStrata, requireSameCounts } from './strata.ts';

/** Every issued case of every wave with its final disposition by AAPOR's codes. */
export function readDispositions(
  file: string,
  text: string,
  settings: AnalysisSettings,
  known: KnownStrata,
  faults: Faults,
): DispositionTable | null {
  const required = ['case_id', 'wave', ...settings.strata, 'stratum', 'disposition'];
  const table = csvTable(file, text, { required, optional: ['N_h', 'n_issued_h'] }, faults);
  if (!table) return null;
  const cells = new Cells(table, faults);
  const wave = readWaves(cells, settings);
  const caseId = cells.identities('case_id', (row) => wave[row] as number);
  const { variables, stratum } = readStrata(cells, settings, known);
  const outcome = cells.text('disposition').map((code, row): OutcomeGroup => {
    const group = groupOf(code);
    if (group === null) cells.fault(row, 'disposition', 'unknown-disposition');
    return group ?? 'NE';
  });
  const issued = new Map<string, number>();
  const at = (row: number, code: number) => `${wave[row]} ${code}`;
  for (const [row, code] of stratum.codes.entries())
    issued.set(at(row, code), (issued.get(at(row, code)) ?? 0) + 1);
  requireSameCounts(cells, 'n_issued_h', stratum, (row, code) => issued.get(at(row, code)) ?? 0);
  const { population } = known;
  if (population) {
    requireSameCounts(cells, 'N_h', stratum, (_, code) => population[code]?.population ?? 0);
    requireEveryStratumIssued(cells, { settings, wave, stratum, issued }, population, faults);
  }
  return { rows: table.rows, caseId, wave, variables, stratum, outcome };
}

/** The wave of every row, which must be one of the settings'. */
export function readWaves(cells: Cells, { waves }: AnalysisSettings): Int32Array {
  const numbers = cells.numbers('wave', { whole: true });
  for (const [row, wave] of numbers.entries()) {
    if (Number.isInteger(wave) && !waves.includes(wave)) cells.fault(row, 'wave', 'unknown-wave');
  }
  return Int32Array.from(numbers);
}

function groupOf(code: string): OutcomeGroup | null {
  try {
    return outcomeGroup(code);
  } catch {
    return null;
  }
}

/**
 * A stratum of which nobody was issued had no chance to answer; one of which more were issued than live there
 * is none.
 */
function requireEveryStratumIssued(
  cells: Cells,
  {
    settings,
    wave,
    stratum,
    issued,
  }: {
    settings: AnalysisSettings;
    wave: Int32Array;
    stratum: DispositionTable['stratum'];
    issued: ReadonlyMap<string, number>;
  },
  population: NonNullable<KnownStrata['population']>,
  faults: Faults,
): void {
  const { file } = cells.table;
  for (const one of settings.waves.filter((candidate) => wave.includes(candidate))) {
    for (const [code, { key, population: people }] of population.entries()) {
      const cases = issued.get(`${one} ${code}`) ?? 0;
      if (cases === 0 && people > 0)
        faults.add({
          file,
          line: 0,
          column: 'stratum',
          code: 'stratum-not-issued',
          found: `${key}, wave ${one}`,
        });
      if (cases > people) {
        const row = stratum.codes.findIndex((own, i) => own === code && wave[i] === one);
        cells.fault(row, 'stratum', 'more-issued-than-people', `${key}: ${cases} of ${people}`);
      }
    }
  }
}
