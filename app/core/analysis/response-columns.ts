import { locatePlace } from '#city/gazetteer.ts';
import type { AnswerColumn } from '../estimation/distributions.ts';
import { shareColumn } from '../estimation/share-column.ts';
import type { LocatedMention } from '../places/on-grid.ts';
import type { AnswerTable, CodedColumn } from '../questionnaire/answers/answer-table.ts';
import type { Answers, AnswerValue, IndicatorDefinition } from '../questionnaire/definition.ts';
import {
  type PlaceMention,
  type PlaceMentions,
  type Point,
  placeMentions,
} from '../questionnaire/mentions.ts';
import { isMissingCode } from '../questionnaire/missing-codes.ts';
import type { PlaceTurn, Roles } from '../questionnaire/roles.ts';
import type { Variable } from '../questionnaire/variables.ts';

/** What is to be taken from the answers. */
export interface ResponseColumnsInput {
  indicators: readonly IndicatorDefinition[];
  /** Closed questions whose answers are shown one by one. */
  variables: readonly Variable[];
  /** Where the questionnaire asks for places; null where none are wanted. */
  places: Roles['places'] | null;
}

/** What the analysis takes from the answers of a wave, in the order of the respondents. */
export interface ResponseColumns {
  /** Value of each indicator, in the order of the definitions: NaN outside its base. */
  indicators: Float64Array[];
  answers: AnswerColumn[];
  /** Places that respondents know themselves and that the gazetteer (or a pin) can put on the map. */
  mentions: LocatedMention[];
  /** Unsafe places on the map that respondents know from others only. */
  hearsay: LocatedMention[];
}

/**
 * Takes what the analysis needs from the answers of a wave. A closed question is read down its column, and a
 * share of one question from the column made of it; only indicators of several questions, and places, look at
 * one respondent after another, and at the questions that they name.
 */
export function responseColumns(
  table: AnswerTable,
  { indicators, variables, places }: ResponseColumnsInput,
): ResponseColumns {
  const { respondents } = table;
  const coded = new Map(table.columns.map((column) => [column.variable, column]));
  const answers = variables.map(({ name, codes }) => ({
    variable: name,
    codes: codes.map(({ code }) => code),
    values: numbersOf(coded.get(name), respondents),
  }));
  const columnOf = new Map(answers.map(({ variable, values }) => [variable, values]));
  const columns: ResponseColumns = {
    indicators: indicators.map(({ derivedFrom }) => {
      const of = columnOf.get(derivedFrom?.variable ?? '');
      return derivedFrom && of
        ? shareColumn(derivedFrom, of)
        : new Float64Array(respondents).fill(Number.NaN);
    }),
    answers,
    mentions: [],
    hearsay: [],
  };
  const others = indicators.flatMap((indicator, index) =>
    columnOf.has(indicator.derivedFrom?.variable ?? '')
      ? []
      : [{ indicator, values: columns.indicators[index] as Float64Array }],
  );
  const named = others.flatMap(({ indicator }) => indicator.variables);
  const locate = rememberedPlaces();
  for (const [respondent, answers] of respondentsOf(coded, respondents, [
    ...named,
    ...placeVariables(places),
  ])) {
    for (const { indicator, values } of others) {
      values[respondent] = indicator.valueOf(answers) ?? Number.NaN;
    }
    if (places) addMentions(columns, respondent, placeMentions(answers, places, locate));
  }
  return columns;
}

/** Codes of a column, NaN where there is none. */
function numbersOf(coded: CodedColumn | undefined, respondents: number): Float64Array {
  if (!coded) return new Float64Array(respondents).fill(Number.NaN);
  const { values, cells } = coded;
  const numbers = Float64Array.from([Number.NaN, ...values.map(numberIn)]);
  const column = new Float64Array(respondents);
  for (let index = 0; index < respondents; index += 1) {
    column[index] = numbers[cells[index] as number] as number;
  }
  return column;
}

const numberIn = (value: AnswerValue) => (typeof value === 'number' ? value : Number.NaN);

/** Respondents one after another with their answers to some questions, in one object that is filled anew. */
function* respondentsOf(
  coded: ReadonlyMap<string, CodedColumn>,
  respondents: number,
  variables: readonly string[],
): Generator<[number, Readonly<Answers>]> {
  const read = [...new Set(variables)].flatMap((variable) => coded.get(variable) ?? []);
  const answers: Record<string, AnswerValue | undefined> = {};
  for (let respondent = 0; respondent < respondents; respondent += 1) {
    for (const { variable, values, cells } of read) {
      answers[variable] = values[(cells[respondent] as number) - 1];
    }
    yield [respondent, answers as Answers];
  }
}

function placeVariables(places: Roles['places'] | null): string[] {
  const turns: PlaceTurn[] = places ? [...places.unsafe, ...places.safe] : [];
  return turns.flatMap((turn) => Object.values(turn));
}

function addMentions(
  { mentions, hearsay }: Pick<ResponseColumns, 'mentions' | 'hearsay'>,
  respondent: number,
  { unsafe, safe, reputation }: PlaceMentions,
): void {
  const add = (to: LocatedMention[], kind: LocatedMention['kind'], mention: PlaceMention) => {
    const { place, reasons, times, remedy } = mention;
    if (!place.point) return;
    const fix = remedy === null || isMissingCode(remedy) ? [] : [remedy];
    to.push({ respondent, kind, ...place.point, reason: reasons, time: times, fix });
  };
  for (const mention of unsafe) add(mentions, 'unsafe', mention);
  for (const mention of safe) add(mentions, 'safe', mention);
  for (const mention of reputation) add(hearsay, 'unsafe', mention);
}

/** The gazetteer, asked once for each of the few hundred names that come back tens of thousands of times. */
function rememberedPlaces(): (name: string) => Point | null {
  const known = new Map<string, Point | null>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const place = locatePlace(name);
    known.set(name, place);
    return place;
  };
}
