import { writeFileSync } from 'node:fs';
import { seededRandom } from '#db/seed/random.ts';
import { intervalCoverage } from './coverage.ts';
import { coverageRow, evidence, flagRow, placeRow } from './evidence.ts';
import { flagRates, type Scenario } from './false-flags.ts';
import { type People, placeAlarms, plantedFinds, seeds } from './place-alarms.ts';

// `npm run simulate`: the long form of tests/validation/simulation.test.ts and place-simulation.test.ts. It writes docs/method-evidence.md.

const intervals = [100, 1800].flatMap((n) =>
  [0.02, 0.05, 0.1, 0.3, 0.5].flatMap((share) =>
    [1, 1.5, 2].map((designEffect) => ({ n, share, designEffect, replicates: n === 100 ? 10_000 : 4_000 })),
  ),
);
const waves = 600;
const scenarios: Scenario[] = [
  { name: 'all districts equal' },
  { name: 'city-wide shift of +4 points', shift: 0.04 },
  { name: 'trivial spread, sd 1 point', spread: 0.01 },
  { name: 'one district +5 points', level: 0.05 },
  { name: 'one district +8 points', level: 0.08 },
  { name: 'one district +12 points', level: 0.12 },
  { name: 'one district worsens by 6.5 points', deterioration: 0.065 },
  { name: 'one gap wider by 7 points', gap: 0.07 },
  { name: 'one gap wider by 10 points', gap: 0.1 },
];
const maps = { withoutHotSpots: 300, planted: 200 };

const started = Date.now();
function told<Result>(result: Result, rowOf: (result: Result) => string): Result {
  process.stdout.write(`${rowOf(result)}\n`);
  return result;
}

const coverage = intervals.map((study) =>
  told(intervalCoverage(study, seededRandom(`coverage ${JSON.stringify(study)}`)), coverageRow),
);
const flags = scenarios.map((scenario) =>
  told(flagRates(scenario, waves, seededRandom(`flags ${scenario.name}`)), flagRow),
);
const places = (['equal', 'anxious'] as People[]).map((people) =>
  told(placeAlarms(seeds(maps.withoutHotSpots, 1), people), placeRow),
);
const planted = plantedFinds(seeds(maps.planted, 1001));

writeFileSync('docs/method-evidence.md', evidence({ coverage, flags, waves, places, planted }));
const minutes = Math.round((Date.now() - started) / 60_000);
process.stdout.write(`docs/method-evidence.md written after ${minutes} min\n`);
