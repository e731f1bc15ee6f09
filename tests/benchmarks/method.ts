import { publishedVariables } from '#app/use-cases/analyse-wave.server.ts';
import { cityCells } from '#app/use-cases/city-outline.server.ts';
import { publishedOutcomes } from '#app/use-cases/wave-outcomes.ts';
import { waveSample, weightingMaterial } from '#app/use-cases/wave-responses.server.ts';
import { suppress } from '#core/disclosure/suppress.ts';
import { defaultFlagRule } from '#core/flagging/default-rule.ts';
import { defaultPlaceRule } from '#core/places/default-rule.ts';
import { analyseResponses } from '#core/publication/analyse.ts';
import { composePublication } from '#core/publication/compose.ts';
import { publishedWeighting } from '#core/publication/published-weighting.ts';
import { serialisePublication } from '#core/publication/serialise.ts';
import { indicatorsOf } from '#core/questionnaire/indicators.ts';
import { krakowQuestionnaire } from '#core/questionnaire/krakow-1/questionnaire.ts';
import { defaultWeightingSettings, weightWave } from '#core/weighting/weight-wave.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { type Figure, milliseconds, timed, times } from './figures.ts';

/** Each step from the stored responses of a frozen wave to the bytes of its publication. */
export async function measureMethod(database: FieldworkDatabase, waveId: string): Promise<Figure[]> {
  const [material, reading] = await timed(() => weightingMaterial(database, waveId));
  const texts = material.responses.map(({ answers }) => JSON.stringify(answers));
  const [, limit] = await timed(() => texts.map((text) => JSON.parse(text) as unknown));
  const variables = publishedVariables(krakowQuestionnaire);
  const indicators = indicatorsOf(krakowQuestionnaire.version);

  const cells = [...cityCells(defaultPlaceRule.resolution).keys()];

  const [weighted, weighting] = await timed(() => weightWave(material.input));
  const [analysis, analysing] = await timed(() =>
    analyseResponses({
      wave: {
        waveId,
        year: Number(waveId.slice(0, 4)),
        season: waveId.endsWith('1') ? 'spring' : 'autumn',
        questionnaireVersion: krakowQuestionnaire.version,
      },
      responses: material.responses,
      sample: waveSample(material, weighted),
      indicators,
      variables,
      earlier: [],
      rule: defaultFlagRule,
      placeRule: defaultPlaceRule,
      cityCells: cells,
    }),
  );
  const [document, suppressing] = await timed(() =>
    suppress(
      composePublication({
        number: 1,
        replaces: null,
        correctionNote: null,
        analysis,
        earlier: [],
        indicators,
        variables,
        places: analysis.places,
        outcomes: publishedOutcomes((material.input.outcomes ?? []).map((outcome) => ({ ...outcome }))),
        wave: {
          fieldworkFrom: '2026-04-01',
          fieldworkTo: '2026-05-31',
          publishedOn: '2026-06-30',
          sampleSizePerDistrict: 1800,
          respondents: material.responses.length,
          synthetic: true,
        },
        method: {
          frameSha256: null,
          seed: 'bench',
          responsesSha256: material.inputSha256,
          weighting: publishedWeighting(weighted.report, defaultWeightingSettings),
          rule: defaultFlagRule,
          placeRule: defaultPlaceRule,
        },
      }),
    ),
  );
  const [, serialising] = await timed(() => serialisePublication(document));
  const all = weighting + analysing + suppressing + serialising;
  const parsed = `${milliseconds(limit)} to parse the same answers as JSON`;
  const line = (name: string, elapsed: number): Figure => ({
    name: `${name}, ${material.responses.length.toLocaleString('en')} responses`,
    measured: milliseconds(elapsed),
    limit: parsed,
    ratio: `${times(elapsed / limit)} as long`,
  });
  return [
    line('read from the database', reading),
    line('weight', weighting),
    line(
      `estimate ${analysis.estimates.length.toLocaleString('en')} figures, flag districts and places`,
      analysing,
    ),
    line('compose and suppress', suppressing),
    line('write the bytes and hash them', serialising),
    line('weight, estimate, flag, suppress and publish', all),
  ];
}
