import type { CategoryColumn, DispositionTable, MarginTable, RespondentTable } from '../folder.ts';
import { answerCodes } from '../items.ts';
import type { AnalysisSettings } from '../settings.ts';
import { Cells } from './cells.ts';
import { csvTable } from './csv-table.ts';
import { readWaves } from './dispositions.ts';
import type { Faults } from './faults.ts';
import { type KnownStrata, readStrata, requireSameCounts } from './strata.ts';

export interface KnownOfRespondents extends KnownStrata {
  margins: ReadonlyMap<string, MarginTable>;
  dispositions: DispositionTable | undefined;
}

/** Everyone who answered, wholly or in part; an empty cell is a missing answer. */
export function readRespondents(
  file: string,
  text: string,
  settings: AnalysisSettings,
  known: KnownOfRespondents,
  faults: Faults,
): RespondentTable | null {
  const questions = Object.keys(settings.files.margins);
  const items = Object.entries(settings.items);
  const required = ['case_id', 'wave', ...settings.strata, 'stratum', 'disposition'];
  const named = [...required, ...questions, ...items.map(([name]) => name)];
  const table = csvTable(
    file,
    text,
    {
      required: named,
      optional: ['N_h', 'n_issued_h', 'n_resp_h'],
      allows: (name) => answerCodes(name, 'mean') !== null,
    },
    faults,
  );
  if (!table) return null;
  const cells = new Cells(table, faults);
  const wave = readWaves(cells, settings);
  const caseId = cells.identities('case_id', (row) => wave[row] as number);
  const { variables, stratum } = readStrata(cells, settings, known);
  for (const name of questions) {
    const levels = known.levels.get(name) ?? [...new Set(cells.text(name))].filter((level) => level !== '');
    variables.set(name, cells.categories(name, levels, { mayMiss: true }));
    requirePeople(cells, name, variables.get(name), known.margins.get(name)?.totals);
  }
  requirePeople(
    cells,
    'stratum',
    stratum,
    known.population?.map(({ population }) => population),
  );
  requireIssued(cells, { wave, caseId, stratum }, known.dispositions);
  const counts = readCounts(cells, wave, stratum, known);
  const values = new Map(
    items.map(([name, kind]) => [name, cells.numbers(name, { ...ruleOf(name, kind), mayMiss: true })]),
  );
  for (const name of table.columns.keys()) {
    if (!named.includes(name) && answerCodes(name, 'mean'))
      cells.numbers(name, { codes: answerCodes(name, 'mean'), mayMiss: true });
  }
  return { rows: table.rows, caseId, wave, variables, stratum, items: values, ...counts };
}

function ruleOf(name: string, kind: 'share' | 'mean') {
  const codes = answerCodes(name, kind);
  return codes ? { codes } : { least: 0, most: 100 };
}

/** Someone who answered lives somewhere: a stratum or level with respondents has population. */
function requirePeople(
  cells: Cells,
  column: string,
  categories: CategoryColumn | undefined,
  totals: ArrayLike<number> | undefined,
): void {
  if (!categories || !totals) return;
  for (const [row, code] of categories.codes.entries()) {
    if (code >= 0 && totals[code] === 0) cells.fault(row, column, 'nobody-lives-there');
  }
}

/** A respondent is an issued case with the same stratum and a disposition of 1.1 or 1.2. */
function requireIssued(
  cells: Cells,
  { wave, caseId, stratum }: { wave: Int32Array; caseId: readonly string[]; stratum: CategoryColumn },
  dispositions: DispositionTable | undefined,
): void {
  const codes = cells.text('disposition');
  const groups: Record<string, string> = { '1.1': 'I', '1.2': 'P' };
  const issued = new Map(dispositions?.caseId.map((id, row) => [`${dispositions.wave[row]} ${id}`, row]));
  for (const [row, id] of caseId.entries()) {
    const group = groups[codes[row] ?? ''];
    if (group === undefined) cells.fault(row, 'disposition', 'not-a-respondent');
    if (!dispositions) continue;
    const at = issued.get(`${wave[row]} ${id}`);
    if (at === undefined) {
      cells.fault(row, 'case_id', 'not-issued');
      continue;
    }
    const key = dispositions.stratum.levels[dispositions.stratum.codes[at] as number];
    if (key !== stratum.levels[stratum.codes[row] as number]) cells.fault(row, 'stratum', 'stratum-differs');
    if (group !== undefined && dispositions.outcome[at] !== group)
      cells.fault(row, 'disposition', 'not-a-respondent');
  }
}

/**
 * `N_h`, `n_issued_h` and `n_resp_h`: checked against the other files where they are there, taken as they are
 * otherwise.
 */
function readCounts(
  cells: Cells,
  wave: Int32Array,
  stratum: CategoryColumn,
  { population, dispositions }: KnownOfRespondents,
): Pick<RespondentTable, 'stratumPopulation' | 'stratumIssued'> {
  const tally = (waves: Int32Array, codes: Int32Array) => {
    const counts = new Map<string, number>();
    for (const [row, code] of codes.entries()) {
      const key = `${waves[row]} ${code}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return (row: number, code: number) => counts.get(`${wave[row]} ${code}`) ?? 0;
  };
  requireSameCounts(cells, 'n_resp_h', stratum, tally(wave, stratum.codes));
  if (population) requireSameCounts(cells, 'N_h', stratum, (_, code) => population[code]?.population ?? 0);
  if (dispositions && population)
    requireSameCounts(cells, 'n_issued_h', stratum, tally(dispositions.wave, dispositions.stratum.codes));
  const column = (name: string) => (cells.has(name) ? cells.numbers(name, { least: 1, whole: true }) : null);
  const stratumPopulation = column('N_h');
  const stratumIssued = column('n_issued_h');
  if (stratumPopulation && stratumIssued) {
    for (const [row, issued] of stratumIssued.entries()) {
      const people = stratumPopulation[row] as number;
      if (issued > people)
        cells.fault(row, 'n_issued_h', 'more-issued-than-people', `${issued} of ${people}`);
    }
  }
  return { stratumPopulation, stratumIssued };
}
