import type { Study } from './read-study.server.ts';
import { givenWeights, sampleDesign } from './study-design.ts';
import { educationOf } from './wave-responses.server.ts';

/**
 * What a study is weighted from before anything of it is stored. Only the respondents are known: they stand
 * for everyone who was asked.
 */
export function studyMaterial({ mapping, questionnaire, strata, respondents }: Study) {
  const { education } = questionnaire.roles.weighting;
  const drawn = respondents.flatMap((respondent) => respondent.drawn ?? []);
  const released = new Map<string, number>();
  for (const { stratum } of respondents) released.set(stratum, (released.get(stratum) ?? 0) + 1);
  const input = {
    strata: strata.map(({ key, population }) => ({ key, population, released: released.get(key) ?? 0 })),
    outcomes: null,
    respondents: respondents.map(({ stratum, answers }) => ({
      stratum,
      education: educationOf(education, answers[education.variable]),
    })),
    educationMargin:
      mapping.education?.map((population, index) => ({ education: index + 1, population })) ?? null,
    ...givenWeights(mapping, drawn),
  };
  return { respondents, input, design: sampleDesign(mapping, drawn) };
}
