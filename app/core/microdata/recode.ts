import type { Mode } from '../mode.ts';
import type { Answers, Questionnaire } from '../questionnaire/definition.ts';
import { compileQuestionnaire } from '../questionnaire/interview/compile.ts';
import { respondentCellKey } from '../sampling/respondent-cell.ts';
import { quoted } from '../text/quoted.ts';
import type { MicrodataMapping } from './mapping.ts';
import { neutralAnswer, neutralVariables } from './neutral-middle.ts';
import { recodeAnswer } from './recode-answer.ts';
import { type DesignNumbers, designReader } from './recode-design.ts';
import { districtOf, modeOf, personReader } from './recode-person.ts';
import type { MappedStratum } from './study-strata.ts';
import { emptyTallies, type StudyTallies } from './study-tallies.ts';
import type { MicrodataColumn, MicrodataFault, MicrodataTable } from './table.ts';
import type { TableRow } from './table-row.ts';

/** A respondent of an earlier study in our terms. The study's own id of the person is left behind. */
export interface RecodedRespondent {
  /**
   * The key of the cell that the respondent is known to be of, which is a stratum where age and sex are
   * known.
   */
  stratum: string;
  district: number;
  mode: Mode;
  answers: Answers;
  /**
   * What the file says of how the respondent was drawn and weighted; null where the mapping names neither.
   */
  drawn: DesignNumbers | null;
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
 * Turns every row of a study's file into one of our respondents. A value that the mapping does not name is a
 * fault, never a missing answer: only empty cells, values that the file itself declares missing and values
 * named as `noAnswer` are none, and of age and sex only what the mapping calls unknown is unknown. Nobody is
 * left out for it; `tallies` counts them. All faults of all rows are reported; with any of them nothing may
 * be stored. `checkColumns` has found nothing before.
 */
export function recode(
  table: MicrodataTable,
  mapping: MicrodataMapping,
  context: RecodeContext,
): { respondents: RecodedRespondent[]; tallies: StudyTallies; faults: MicrodataFault[] } {
  const positions = new Map(table.columns.map(({ name }, index) => [name, index]));
  const populations = new Map(context.strata.map(({ key, population }) => [key, population]));
  const { byName } = compileQuestionnaire(context.questionnaire);
  const readPerson = personReader(mapping, context.year);
  const readDesign = designReader(mapping);
  const faults: MicrodataFault[] = [];
  const respondents: RecodedRespondent[] = [];
  const tallies = emptyTallies();
  const neutral = neutralVariables(mapping);
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
    const person = readPerson(row);
    const mode = modeOf(mapping, row);
    const drawn = readDesign(row);
    const answers: Answers = {};
    for (const [variable, how] of Object.entries(mapping.variables)) {
      const question = byName.get(variable);
      const answer = question ? recodeAnswer(row, how, question) : null;
      if (answer !== null) answers[variable] = answer;
    }
    if (district === null || mode === null || person.ages === 'fault' || person.sex === 'fault') continue;
    const [ages, sex] = [person.ages.value, person.sex.value];
    const stratum = respondentCellKey(district, ages, sex);
    const isKnown = ages !== null && sex !== null && sex !== 'other';
    if (isKnown && !(populations.get(stratum) ?? 0))
      row.say('stratum-without-population', mapping.district.column, stratum);
    if (faults.length !== before) continue;
    respondents.push({ stratum, district, mode, answers, drawn });
    if (ages === null) tallies.ageUnknown += 1;
    if (sex === null) tallies.sexUnknown += 1;
    if (sex === 'other') tallies.anotherGender += 1;
    for (const variable of neutral) {
      if (answers[variable] === neutralAnswer)
        tallies.neutral[variable] = (tallies.neutral[variable] ?? 0) + 1;
    }
  }
  if (table.rows.length === 0) faults.push({ place: null, column: null, code: 'no-rows', found: null });
  for (const fault of readDesign.faults()) faults.push(fault);
  return { respondents, tallies, faults };
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
