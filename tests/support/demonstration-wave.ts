import { answersOf } from '#app/demonstration/seed/answer-model/answers-of.ts';
import { breakOff } from '#app/demonstration/seed/break-off.ts';
import type { CaseOutcome } from '#app/demonstration/seed/case-endings.ts';
import { demonstrationEducation } from '#app/demonstration/seed/education.ts';
import { drawOutcomes } from '#app/demonstration/seed/fieldwork-outcomes.ts';
import { demonstrationStrata } from '#app/demonstration/seed/population.ts';
import { seededRandom } from '#app/demonstration/seed/random.ts';
import { cityCells } from '#app/use-cases/results/map/city-outline.server.ts';
import { defaultFlagRule } from '#city/flag-rule.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { analyseResponses } from '#core/analysis/analyse.ts';
import { responseColumns } from '#core/analysis/response-columns.ts';
import type { WaveAnalysis } from '#core/analysis/wave-analysis.ts';
import type { OutcomeGroup } from '#core/fieldwork/outcome-rates.ts';
import { defaultPlaceRule } from '#core/places/default-rule.ts';
import { tabulateAnswers } from '#core/questionnaire/answers/answer-table.ts';
import { indicatorsOf } from '#core/questionnaire/indicators.ts';
import { allocate } from '#core/sampling/allocate.ts';
import { parseStratumKey } from '#core/sampling/stratum.ts';
import { varianceMargins, weightWave } from '#core/weighting/weight-wave.ts';

/** Cases that are released for one response, so that enough can be reached. */
const releasedForOne = 2.56;

/**
 * Draws, asks, weights and analyses one wave of the demonstration city, without a database: so many respond
 * in each district.
 */
export function demonstrationWave(
  waveId: string,
  seed: string,
  earlier: readonly WaveAnalysis[],
  target = 1_800,
): WaveAnalysis {
  const random = seededRandom(`${seed} ${waveId}`);
  const strata = releasedStrata(Math.round(target * releasedForOne));
  const outcomes = drawOutcomes(strata, target, random);
  const respondents = [...outcomes].flatMap(([stratum, cases]) =>
    cases.flatMap(({ response }) => (response ? [{ stratum, ...response }] : [])),
  );
  const responses = respondents.map(({ stratum, mode, completeness, confirmedDistrict }) => {
    const answers = answersOf({ ...parseStratumKey(stratum), confirmedDistrict, waveId }, random);
    return { mode, answers: completeness === 'partial' ? breakOff(answers, random) : answers };
  });
  const weighted = weightWave({
    strata,
    outcomes: [...outcomes].flatMap(([stratum, cases]) =>
      cases.map((outcome) => ({ stratum, group: groupOf(outcome), count: 1 })),
    ),
    respondents: respondents.map(({ stratum }, index) => ({
      stratum,
      education: educationOf(responses[index]?.answers.q32_edu),
    })),
    educationMargin: demonstrationEducation(),
  });
  const indicators = indicatorsOf(cityQuestionnaire).filter(({ headline }) => headline);
  return analyseResponses({
    wave: {
      waveId,
      year: Number(waveId.slice(0, 4)),
      season: waveId.endsWith('2') ? 'autumn' : 'spring',
      questionnaireVersion: 'krakow-1',
    },
    targetPerDistrict: target,
    modes: responses.map(({ mode }) => mode),
    sample: {
      strata,
      stratum: respondents.map(({ stratum }) => stratum),
      district: Int32Array.from(respondents, ({ confirmedDistrict }) => confirmedDistrict),
      nonresponse: weighted.nonresponse,
      final: weighted.final,
      margins: varianceMargins(weighted),
    },
    indicators,
    columns: responseColumns(
      tabulateAnswers(
        responses.map(({ answers }) => answers),
        [],
      ),
      { indicators, variables: [], places: cityQuestionnaire.roles.places },
    ),
    earlier,
    rule: defaultFlagRule,
    placeRule: defaultPlaceRule,
    cityCells: [...cityCells(defaultPlaceRule.resolution).keys()],
  });
}

function releasedStrata(releasedPerDistrict: number) {
  const everyone = demonstrationStrata();
  return [...new Set(everyone.map(({ district }) => district))].flatMap((district) => {
    const own = everyone.filter((stratum) => stratum.district === district);
    const released = allocate(own, releasedPerDistrict);
    return own.map((stratum) => ({ ...stratum, released: released.get(stratum.key) ?? 0 }));
  });
}

function educationOf(code: unknown): number | null {
  return typeof code === 'number' && code <= 4 ? code : null;
}

function groupOf({ response, events }: CaseOutcome): OutcomeGroup {
  if (response) return response.completeness === 'complete' ? 'I' : 'P';
  switch (events.at(-1)?.kind) {
    case 'refused':
    case 'refused-by-other':
    case 'broke-off':
      return 'R';
    case 'no-contact':
    case 'opened':
      return 'NC';
    case 'unable':
    case 'language-barrier':
      return 'O';
    case 'deceased':
    case 'moved-away':
    case 'screened-out':
      return 'NE';
    case 'undeliverable':
      return 'UO';
    default:
      return 'UH';
  }
}
