import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { seededRandom } from '#app/demonstration/seed/random.ts';
import { answeringCity } from './answering-city.ts';
import { campaignRow, campaignSection, neededRow } from './campaign-evidence.ts';
import { campaign, copiesNeeded, targets } from './campaigns.ts';
import { intervalCoverage } from './coverage.ts';
import { differenceCoverage } from './difference-coverage.ts';
import { differenceRows, differenceSection } from './difference-evidence.ts';
import { effectRow, effectSection } from './effect-evidence.ts';
import { effectPipeline } from './effect-pipeline.ts';
import { type EffectStudy, effectRates } from './effect-rates.ts';
import { estimatorCoverage } from './estimator-coverage.ts';
import { estimatorRow, estimatorSection } from './estimator-evidence.ts';
import { coverageRow, flagRow, flagSection, intervalSection, placeRow, placeSection } from './evidence.ts';
import { evidenceDocument, type Part, type PartRun, parts } from './evidence-document.ts';
import { flagRates, type Scenario } from './false-flags.ts';
import { namedDistricts } from './named-districts.ts';
import { namedRow, namedSection } from './named-evidence.ts';
import { type People, placeAlarms, plantedFinds, seeds } from './place-alarms.ts';
import { smallWaveRow, smallWaveSection } from './small-wave-evidence.ts';
import { smallWaveWeights } from './small-wave-weights.ts';

// `npm run simulate`, or `npm run simulate -- estimator flags` for some parts: the long form of
// tests/validation/simulation.test.ts, estimator-simulation.test.ts, place-simulation.test.ts and
// effect-simulation.test.ts. It writes docs/method-evidence.md.

const path = 'docs/method-evidence.md';

const intervals = [100, 1800].flatMap((n) =>
  [0.02, 0.05, 0.1, 0.3, 0.5].flatMap((share) =>
    [1, 1.5, 2].map((designEffect) => ({ n, share, designEffect, replicates: n === 100 ? 10_000 : 4_000 })),
  ),
);
/** About 100 and 1,800 respondents in each of 18 districts. */
const fieldworks = [
  { issued: 275, samples: 1_000 },
  { issued: 4_930, samples: 600 },
];
/** Design effect as small samples have it, and as Kraków's. */
const differences = [
  { n: 100, designEffect: 1.58, replicates: 2_000 },
  { n: 300, designEffect: 1.58, replicates: 2_000 },
  { n: 1800, designEffect: 1.58, replicates: 2_000 },
];
const quietCities = [
  { sample: { n: 100, designEffect: 1.58 }, cities: 60, waves: 6 },
  { sample: { n: 300, designEffect: 1.58 }, cities: 40, waves: 6 },
  { sample: { n: 1800, designEffect: 1.3 }, cities: 24, waves: 6 },
];
const pointsUnder = [0.1, 0.02];
const hiddenNonresponse = { issued: 4_930, samples: 150, unsafeRespondMore: 1.15 };
const waves = 300;
const scenarios: Scenario[] = [
  { name: 'all districts equal' },
  { name: 'city-wide shift of +4 points', shift: 0.04 },
  { name: 'trivial spread, sd 1 point', spread: 0.01 },
  { name: 'one district +5 points', level: 0.05 },
  { name: 'one district +8 points', level: 0.08 },
  { name: 'one district +12 points', level: 0.12 },
  { name: 'one district worsens by 6.5 points', deterioration: 0.065 },
  { name: 'one district improves by 6.5 points', improvement: 0.065 },
  { name: 'city-wide shift of −4 points', shift: -0.04 },
  { name: 'one gap wider by 7 points', gap: 0.07 },
  { name: 'one gap wider by 10 points', gap: 0.1 },
];
const maps = { withoutHotSpots: 300, planted: 200, campaigns: 20 };

/** About 33, 100 and 300 respondents in each of 18 districts. */
const smallWaves = [90, 275, 820].map((issued) => ({ issued, waves: 60 }));

const [fullSample, smallSample] = [
  { n: 1800, designEffect: 1.3 },
  { n: 100, designEffect: 1.58 },
];
/** Something is done in one district of such cities, while all of the city gets worse by 4 points. */
const somethingDone: EffectStudy[] = (
  [
    { sample: fullSample, spread: 0.04, chosenBy: 'advance', between: [2], cases: 1_000 },
    { sample: fullSample, spread: 0.04, chosenBy: 'flag', between: [2, 0], cases: 1_000 },
    { sample: fullSample, spread: 0, alone: 0.06, chosenBy: 'flag', between: [2, 0], cases: 250 },
    { sample: fullSample, spread: 0.04, unrest: 0.01, chosenBy: 'flag', between: [2, 0], cases: 200 },
    { sample: smallSample, spread: 0.04, chosenBy: 'advance', between: [2], cases: 600 },
    { sample: smallSample, spread: 0.04, chosenBy: 'flag', between: [2, 0], cases: 400 },
    { sample: smallSample, spread: 0, alone: 0.14, chosenBy: 'flag', between: [2, 0], cases: 1_000 },
  ] as const
).map((city) => ({ ...city, shift: 0.04, effects: [0, 0.04, 0.08] }));
const effectFieldwork = { issued: 275, samples: 200, unsafeRespondMore: 1 };

const run: Record<Part, () => string> = {
  intervals: () =>
    intervalSection(
      intervals.map((study) =>
        told(intervalCoverage(study, seededRandom(`coverage ${JSON.stringify(study)}`)), coverageRow),
      ),
    ),
  differences: () =>
    differenceSection(
      differences.map((study) =>
        told(
          {
            ...study,
            coverage: differenceCoverage(study, seededRandom(`differences ${study.n}`)),
          },
          (result) => differenceRows(result).join('\n'),
        ),
      ),
    ),
  estimator() {
    const city = answeringCity(18);
    const study = (fieldwork: typeof hiddenNonresponse) =>
      told(
        estimatorCoverage({ city, ...fieldwork }, seededRandom(`estimator ${JSON.stringify(fieldwork)}`)),
        ({ coverage }) => coverage.map(estimatorRow).join('\n'),
      );
    return estimatorSection({
      known: fieldworks.map((fieldwork) => study({ ...fieldwork, unsafeRespondMore: 1 })),
      hidden: study(hiddenNonresponse),
      unsafeRespondMore: hiddenNonresponse.unsafeRespondMore,
    });
  },
  named: () =>
    namedSection(
      quietCities.flatMap((city) =>
        pointsUnder.map((under) =>
          told(namedDistricts({ ...city, under }, seededRandom(`named ${city.sample.n} ${under}`)), namedRow),
        ),
      ),
    ),
  trimming() {
    const city = answeringCity(18);
    return smallWaveSection(
      smallWaves.map((study) =>
        told(smallWaveWeights({ city, ...study }, seededRandom('small waves')), smallWaveRow),
      ),
    );
  },
  flags: () =>
    flagSection(
      scenarios.map((scenario) =>
        told(flagRates(scenario, waves, seededRandom(`flags ${scenario.name}`)), flagRow),
      ),
    ),
  places: () =>
    placeSection({
      places: (['equal', 'anxious'] as People[]).map((people) =>
        told(placeAlarms(seeds(maps.withoutHotSpots, 1), people), placeRow),
      ),
      planted: plantedFinds(seeds(maps.planted, 1001)),
    }),
  campaigns: () =>
    campaignSection(
      targets.map((target) => told(copiesNeeded(seeds(maps.campaigns, 1), target), neededRow)),
      [
        { share: 0, corners: 1 },
        ...[0.05, 0.1, 0.25].flatMap((share) => [1, 5, 20].map((corners) => ({ share, corners }))),
      ].map((sent) => told(campaign(seeds(maps.campaigns, 2001), sent), campaignRow)),
    ),
  effects: () =>
    effectSection(
      somethingDone.map((study) =>
        told(effectRates(study, seededRandom(`effects ${JSON.stringify(study)}`)), (rates) =>
          rates.map(effectRow).join('\n'),
        ),
      ),
      effectPipeline({ city: answeringCity(18), ...effectFieldwork }, seededRandom('effect pipeline')),
    ),
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !parts.some((part) => part === name));
if (unknown.length > 0) {
  process.stderr.write(`there is no part ${unknown.join(', ')}; the parts are ${parts.join(', ')}\n`);
  process.exit(2);
}
for (const part of parts) {
  if (named.length > 0 && !named.includes(part)) continue;
  const started = Date.now();
  const text = run[part]();
  const seconds = (Date.now() - started) / 1000;
  const runs = new Map<Part, PartRun>([
    [part, { text, date: new Date().toISOString().slice(0, 10), seconds }],
  ]);
  writeFileSync(path, evidenceDocument(existsSync(path) ? readFileSync(path, 'utf8') : '', runs));
  spawnSync('npx', ['--no-install', 'biome', 'format', '--write', path]);
  process.stdout.write(`${part} written to ${path} after ${Math.round(seconds)} s\n`);
}

function told<Result>(result: Result, rowOf: (result: Result) => string): Result {
  process.stdout.write(`${rowOf(result)}\n`);
  return result;
}
