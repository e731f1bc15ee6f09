import type { Mode } from '../mode.ts';
import { compileQuestionnaire } from '../questionnaire/compile.ts';
import type { Answers, Questionnaire } from '../questionnaire/definition.ts';
import { type AgeBand, ageBandOf, oldestAge, stratumKey } from '../sampling/stratum.ts';
import { quoted } from '../text/quoted.ts';
import type { MappedStratum, MicrodataMapping } from './mapping.ts';
import { recodeAnswer } from './recode-answer.ts';
import type { MicrodataColumn, MicrodataFault, MicrodataTable } from './table.ts';
import { own, type TableRow } from './table-row.ts';

/** A respondent of an earlier study in our terms. The study's own id of the person is left behind. */
export interface RecodedRespondent {
  stratum: string;
  district: number;
  mode: Mode;
  answers: Answers;
}

/** What the respondents of a study are recoded to: the wave's year, questionnaire, strata and districts. */
export interface RecodeContext {
  /** Year of the wave: age is counted in it. */
  year: number;
  questionnaire: Questionnaire;
  strata: readonly MappedStratum[];
  /** The number of the district that `8`, `VIII`, `Dębniki`, … names. */
  districtOfWord(word: string): number | undefined;
}

/**
 * Turns every row of a study's file into one of our respondents. A value that the mapping does not name is a fault, never a missing
 * answer: only empty cells, values that the file itself declares missing and values named as `noAnswer` are none. All faults of all rows
 * are reported; with any of them nothing may be stored. `checkColumns` has found nothing before.
 */
export function recode(
  table: MicrodataTable,
  mapping: MicrodataMapping,
  context: RecodeContext,
): { respondents: RecodedRespondent[]; faults: MicrodataFault[] } {
  const positions = new Map(table.columns.map(({ name }, index) => [name, index]));
  const populations = new Map(context.strata.map(({ key, population }) => [key, population]));
  const { byName } = compileQuestionnaire(context.questionnaire);
  const faults: MicrodataFault[] = [];
  const respondents: RecodedRespondent[] = [];
  const firstPlaceOf = new Map<string, number>();
  for (const { place, cells } of table.rows) {
    const before = faults.length;
    const row: TableRow = {
      cell(column) {
        const at = positions.get(column) ?? -1;
        const value = cells[at] ?? null;
        const described = table.columns[at] as MicrodataColumn;
        return value === null || value === '' ? null : { value, described };
      },
      say(code, column, found = null) {
        faults.push({ place, column, code, found: found === null ? null : quoted(found) });
      },
    };
    checkRespondent(mapping.respondent, row, place, firstPlaceOf);
    const district = districtOf(mapping, row, context);
    const sex = oneOf(row, mapping.sex, 'unknown-sex');
    const ageBand = ageOf(mapping.age, row, context.year);
    const mode = typeof mapping.mode === 'string' ? mapping.mode : oneOf(row, mapping.mode, 'unknown-mode');
    const answers: Answers = {};
    for (const [variable, how] of Object.entries(mapping.variables)) {
      const question = byName.get(variable);
      const answer = question ? recodeAnswer(row, how, question) : null;
      if (answer !== null) answers[variable] = answer;
    }
    if (district === null || sex === null || ageBand === null || mode === null) continue;
    const stratum = stratumKey(district, ageBand, sex);
    if (!(populations.get(stratum) ?? 0))
      row.say('stratum-without-population', mapping.district.column, stratum);
    if (faults.length === before) respondents.push({ stratum, district, mode, answers });
  }
  if (table.rows.length === 0) faults.push({ place: null, column: null, code: 'no-rows', found: null });
  return { respondents, faults };
}

/** The id identifies a person: a fault names the record that has it already, never the id. */
function checkRespondent(
  column: string,
  { cell, say }: TableRow,
  place: number,
  firstPlaceOf: Map<string, number>,
): void {
  const found = cell(column);
  if (!found) {
    say('missing-value', column);
    return;
  }
  const first = firstPlaceOf.get(found.value);
  if (first === undefined) firstPlaceOf.set(found.value, place);
  else say('duplicate-respondent', column, String(first));
}

function districtOf(
  { district }: MicrodataMapping,
  { cell, say }: TableRow,
  context: RecodeContext,
): number | null {
  const found = cell(district.column);
  if (!found) {
    say('missing-value', district.column);
    return null;
  }
  const number = district.codes ? own(district.codes, found.value) : context.districtOfWord(found.value);
  if (number !== undefined && context.strata.some((stratum) => stratum.district === number)) return number;
  say('unknown-district', district.column, found.value);
  return null;
}

function oneOf<Target>(
  { cell, say }: TableRow,
  { column, codes }: { column: string; codes: Record<string, Target> },
  code: MicrodataFault['code'],
): Target | null {
  const found = cell(column);
  const target = found ? own(codes, found.value) : undefined;
  if (target !== undefined) return target;
  if (found) say(code, column, found.value);
  else say('missing-value', column);
  return null;
}

function ageOf(age: MicrodataMapping['age'], row: TableRow, year: number): AgeBand | null {
  if ('column' in age) return oneOf(row, age, 'unknown-age');
  const column = 'birthYear' in age ? age.birthYear : age.years;
  const found = row.cell(column);
  if (!found) {
    row.say('missing-value', column);
    return null;
  }
  const number = /^\d{1,4}$/.test(found.value) ? Number(found.value) : Number.NaN;
  const years = 'birthYear' in age ? year - number : number;
  if (!(years >= 0 && years <= oldestAge)) {
    row.say('unknown-age', column, found.value);
    return null;
  }
  const band = ageBandOf(year - years, year);
  if (!band) row.say('under-age', column, found.value);
  return band;
}
