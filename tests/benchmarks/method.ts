import { waveSample, weightingMaterial } from '#app/use-cases/analysis/wave-responses.server.ts';
import { cityCells } from '#app/use-cases/results/map/city-outline.server.ts';
import { frozenAnswers } from '#app/use-cases/wave/frozen-answers.server.ts';
import { publishedOutcomes } from '#app/use-cases/wave/wave-outcomes.ts';
import { defaultFlagRule } from '#city/flag-rule.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { analyseResponses } from '#core/analysis/analyse.ts';
import { composePublication } from '#core/analysis/compose.ts';
import { responseColumns } from '#core/analysis/response-columns.ts';
import type { WaveAnalysis } from '#core/analysis/wave-analysis.ts';
import { publishedWeighting } from '#core/disclosure/published-weighting.ts';
import { serialisePublication } from '#core/disclosure/serialise-publication.ts';
import { suppress } from '#core/disclosure/suppress.ts';
import { defaultPlaceRule } from '#core/places/default-rule.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { answerTexts } from '#core/questionnaire/answers/answer-table.ts';
import { indicatorsOf } from '#core/questionnaire/indicators.ts';
import { placeAnswers } from '#core/questionnaire/place-answers.ts';
import { variables as variablesOf } from '#core/questionnaire/variables.ts';
import { weightWave } from '#core/weighting/weight-wave.ts';
import { defaultWeightingSettings } from '#core/weighting/weighting-settings.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { type Figure, milliseconds, timed, times } from './figures.ts';

/** What a wave of 32,400 responses may take from its weights to its publication. */
const declared = 3000;

/**
 * Each step from the stored responses of a frozen wave to the bytes of its publication, with the published
 * waves before it: they are compared with for deterioration and for places, pooled with for gaps, and
 * protected from differences.
 */
export async function measureMethod(database: FieldworkDatabase, waveId: string): Promise<Figure[]> {
  const wave = database.waves.wave(waveId);
  if (!wave) throw new Error('measureMethod requires a wave');
  const [material, reading] = await timed(() => weightingMaterial(database, wave));
  const respondents = material.respondents.length;
  const variables = variablesOf(cityQuestionnaire).filter(({ kind }) => kind === 'single');
  const indicators = indicatorsOf(cityQuestionnaire);
  const [columns, columnReading] = await timed(() =>
    responseColumns(frozenAnswers(database, waveId), {
      indicators,
      variables,
      places: cityQuestionnaire.roles.places,
    }),
  );
  const [, limit] = await timed(() => {
    for (const answers of answerTexts(frozenAnswers(database, waveId)))
      if (!answers) throw new Error(`${waveId} is torn`);
  });

  const [earlier, earlierReading] = await timed(() => earlierOf(database, waveId));

  const cells = [...cityCells(defaultPlaceRule.resolution).keys()];

  const [weighted, weighting] = await timed(() => weightWave(material.input));
  const [analysis, analysing] = await timed(() =>
    analyseResponses({
      wave: {
        waveId,
        year: Number(waveId.slice(0, 4)),
        season: waveId.endsWith('1') ? 'spring' : 'autumn',
        questionnaireVersion: cityQuestionnaire.version,
      },
      targetPerDistrict: 1800,
      modes: material.respondents.map(({ mode }) => mode),
      sample: waveSample(material, weighted),
      indicators,
      columns,
      earlier: earlier.analyses,
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
        earlier: earlier.analyses,
        indicators,
        variables,
        places: analysis.places,
        placeAnswers: placeAnswers(cityQuestionnaire),
        outcomes: publishedOutcomes((material.input.outcomes ?? []).map((outcome) => ({ ...outcome }))),
        wave: {
          fieldworkFrom: '2026-04-01',
          fieldworkTo: '2026-05-31',
          publishedOn: '2026-06-30',
          sampleSizePerDistrict: 1800,
          respondents,
          synthetic: true,
        },
        method: {
          frameSha256: null,
          seed: 'bench',
          responsesSha256: material.inputSha256,
          weighting: publishedWeighting(weighted.report, defaultWeightingSettings, {
            warnings: [],
            by: 'bench',
          }),
          runs: {
            weights: { run: 1, inputSha256: material.inputSha256, outputSha256: material.inputSha256 },
            analysis: { run: 1, inputSha256: material.inputSha256, outputSha256: material.inputSha256 },
          },
          rule: defaultFlagRule,
          placeRule: defaultPlaceRule,
        },
      }),
      { earlier: earlier.publications },
    ),
  );
  const [, serialising] = await timed(() => serialisePublication(document));
  const computing = weighting + analysing + suppressing + serialising;
  // A smaller sample hides more figures, and hiding takes the time: the declared one is not of it.
  const isWhole = respondents > 30_000;
  const parsed = `${milliseconds(limit)} to read the same answers as JSON`;
  const line = (name: string, elapsed: number): Figure => ({
    name: `${name}, ${respondents.toLocaleString('en')} responses`,
    measured: milliseconds(elapsed),
    limit: parsed,
    ratio: `${times(elapsed / limit)} as long`,
  });
  return [
    line('read respondents and outcomes', reading),
    line('read answers into columns', columnReading),
    line(`read ${earlier.analyses.length} earlier waves`, earlierReading),
    line('weight', weighting),
    line(
      `estimate ${analysis.estimates.length.toLocaleString('en')} figures, flag districts and places`,
      analysing,
    ),
    line('compose and suppress', suppressing),
    line('write the bytes and hash them', serialising),
    line(
      `weight, estimate, flag, suppress and publish${isWhole ? ` (within ${declared / 1000} s: ${computing <= declared ? 'yes' : 'no'})` : ''}`,
      computing,
    ),
    line('the same with the reading', reading + columnReading + earlierReading + computing),
  ];
}

/**
 * Exact figures and publications of the waves before, newest first, as analysing and publishing read them.
 */
function earlierOf(database: FieldworkDatabase, waveId: string) {
  const before = database.waves
    .newestFirst()
    .filter((wave) => wave.waveId < waveId && wave.status === 'published');
  return {
    analyses: before.flatMap((wave) => {
      const run = database.analysis.publishedAnalysis(wave.waveId);
      return run ? [JSON.parse(run.analysis) as WaveAnalysis] : [];
    }),
    publications: before.flatMap((wave) => {
      const newest = database.analysis.publications(wave.waveId)[0];
      return newest ? [JSON.parse(newest.document) as PublicationDocument] : [];
    }),
  };
}
