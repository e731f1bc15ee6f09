import type { AnswerColumn } from '../estimation/distributions.ts';
import { locatePlace } from '../places/krakow-gazetteer.ts';
import type { LocatedMention } from '../places/on-grid.ts';
import type { Answers, IndicatorDefinition } from '../questionnaire/definition.ts';
import { type PlaceMention, placeMentions } from '../questionnaire/mentions.ts';
import type { Variable } from '../questionnaire/variables.ts';

/** What the analysis takes from the answers of a wave, in the order of the respondents. */
export interface ResponseColumns {
  /** Value of each indicator, in the order of the definitions: NaN outside its base. */
  indicators: Float64Array[];
  answers: AnswerColumn[];
  /** Places that respondents know themselves and that the gazetteer (or a pin) can put on the map. */
  mentions: LocatedMention[];
}

/**
 * One pass over the respondents, everything of a respondent at once: a wave's answers lie too far apart in memory to be
 * gone through again for every indicator.
 */
export function responseColumns(
  responses: readonly { answers: Answers }[],
  indicators: readonly IndicatorDefinition[],
  variables: readonly Variable[],
): ResponseColumns {
  const column = () => new Float64Array(responses.length).fill(Number.NaN);
  const columns: ResponseColumns = {
    indicators: indicators.map(column),
    answers: variables.map(({ name, codes }) => ({
      variable: name,
      codes: codes.map(({ code }) => code),
      values: column(),
    })),
    mentions: [],
  };
  responses.forEach(({ answers }, respondent) => {
    columns.indicators.forEach((values, index) => {
      values[respondent] = indicators[index]?.valueOf(answers) ?? Number.NaN;
    });
    for (const { variable, values } of columns.answers) {
      const answer = answers[variable];
      if (typeof answer === 'number') values[respondent] = answer;
    }
    addMentions(columns.mentions, respondent, answers);
  });
  return columns;
}

function addMentions(mentions: LocatedMention[], respondent: number, answers: Answers): void {
  const { unsafe, safe } = placeMentions(answers, locatePlace);
  const add = (kind: LocatedMention['kind'], { place, reasons, times }: PlaceMention) => {
    if (place.point) mentions.push({ respondent, kind, ...place.point, reason: reasons, time: times });
  };
  for (const mention of unsafe) add('unsafe', mention);
  for (const mention of safe) add('safe', mention);
}
