import { locatePlace } from '#city/gazetteer.ts';
import type { AnswerColumn } from '../estimation/distributions.ts';
import { shareColumn } from '../estimation/share-column.ts';
import type { LocatedMention } from '../places/on-grid.ts';
import type { Answers, IndicatorDefinition } from '../questionnaire/definition.ts';
import {
  type PlaceMention,
  type PlaceMentions,
  type Point,
  placeMentions,
} from '../questionnaire/mentions.ts';
import { isMissingCode } from '../questionnaire/missing-codes.ts';
import type { Roles } from '../questionnaire/roles.ts';
import type { Variable } from '../questionnaire/variables.ts';

/** What is to be taken from the answers. */
export interface ResponseColumnsInput {
  /** How many answers come: the length of every column. */
  respondents: number;
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
 * Takes what the analysis needs from respondents who come one after another, so that the answers of a whole
 * wave need not lie in memory at once. Closed questions are read by going through what a respondent's answers
 * hold: objects parsed from JSON differ in their variables, and looking one up by its name costs several
 * times as much. Shares of one question are taken from its column afterwards; only indicators of several
 * questions, and places, look variables up.
 *
 * @throws when `everyone` are not as many as `respondents`
 */
export function responseColumns(
  everyone: Iterable<Answers>,
  { respondents, indicators, variables, places }: ResponseColumnsInput,
): ResponseColumns {
  const column = () => new Float64Array(respondents).fill(Number.NaN);
  const columns: ResponseColumns = {
    indicators: indicators.map(column),
    answers: variables.map(({ name, codes }) => ({
      variable: name,
      codes: codes.map(({ code }) => code),
      values: column(),
    })),
    mentions: [],
    hearsay: [],
  };
  const columnOf = new Map(columns.answers.map(({ variable, values }) => [variable, values]));
  const others: { indicator: IndicatorDefinition; values: Float64Array }[] = [];
  const derived: { derivedFrom: DerivedShare; of: Float64Array; values: Float64Array }[] = [];
  indicators.forEach((indicator, index) => {
    const values = columns.indicators[index] as Float64Array;
    const of = columnOf.get(indicator.derivedFrom?.variable ?? '');
    if (indicator.derivedFrom && of) derived.push({ derivedFrom: indicator.derivedFrom, of, values });
    else others.push({ indicator, values });
  });
  const locate = rememberedPlaces();
  let respondent = 0;
  for (const answers of everyone) {
    for (const variable in answers) {
      const answer = answers[variable];
      if (typeof answer !== 'number') continue;
      const values = columnOf.get(variable);
      if (values) values[respondent] = answer;
    }
    for (const { indicator, values } of others) {
      values[respondent] = indicator.valueOf(answers) ?? Number.NaN;
    }
    if (places) addMentions(columns, respondent, placeMentions(answers, places, locate));
    respondent += 1;
  }
  if (respondent !== respondents)
    throw new Error(
      `\`responseColumns\` requires the answers of ${respondents} respondents, not ${respondent}`,
    );
  for (const { derivedFrom, of, values } of derived) values.set(shareColumn(derivedFrom, of));
  return columns;
}

type DerivedShare = NonNullable<IndicatorDefinition['derivedFrom']>;

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
