import type { Coverage } from './coverage.ts';
import type { FlagRates } from './false-flags.ts';
import { type PlaceAlarms, type PlantedFinds, plantedSpots } from './place-alarms.ts';

export interface Evidence {
  coverage: readonly Coverage[];
  flags: readonly FlagRates[];
  /** Newest waves simulated for each line of `flags`. */
  waves: number;
  places: readonly PlaceAlarms[];
  planted: PlantedFinds;
}

export function coverageRow({
  n,
  share,
  designEffect,
  covered,
  tooLow,
  tooHigh,
  standardError,
}: Coverage): string {
  return row([
    String(n),
    percent(share, 0),
    String(designEffect),
    `${percent(covered)} ± ${percent(1.96 * standardError)}`,
    percent(tooLow),
    percent(tooHigh),
  ]);
}

export function flagRow({ scenario, falseAlerts, falseWatches, power, watchPower }: FlagRates): string {
  const kinds = ['level', 'absolute', 'deterioration', 'gap'] as const;
  return row([
    scenario.name,
    ...kinds.map((kind) => `${percent(falseAlerts[kind])} / ${percent(falseWatches[kind])}`),
    power === null ? '–' : `${percent(power, 0)} / ${percent(watchPower ?? 0, 0)}`,
  ]);
}

export function placeRow({ people, maps, ...alarms }: PlaceAlarms): string {
  const { pairTest, clusters, giStarOfCounts, giStarOfExcess } = alarms;
  return row([
    people,
    ...[pairTest, giStarOfExcess, giStarOfCounts, clusters].map((count) => percent(count / maps)),
  ]);
}

/** docs/method-evidence.md. */
export function evidence({ coverage, flags, waves, places, planted }: Evidence): string {
  return `# Evidence for the method

Written by \`npm run simulate\` (seeded: the same figures on every machine). The short form runs in \`npm test\`
(\`tests/validation/simulation.test.ts\`, \`place-simulation.test.ts\`).

## Do 95 % intervals cover 95 %?

Stratified samples of one district (14 strata), weights log-normal with the design effect shown and not trimmed, answers independent of
the weights; the published interval: logit, and Korn–Graubard where fewer than ten effective respondents stand behind the
rarer answer. Declared: 94 to 96 %. After ± stands the chance of the simulation itself.

${table(['n', 'share', 'design effect', 'covers', 'whole interval too low', 'too high'], coverage.map(coverageRow))}

${exceptions(coverage)}

## How often is a flag wrong?

${waves} times three waves of 18 districts with 1,800 respondents each, design effect 1.3, six headline indicators at 30 %
whose latent answers correlate by 0.5, under the default rule (thresholds of the absolute flag at 45 %). Each cell: part of the
newest waves with at least one alert / at least one watch of that kind on something that was not planted. Declared:
at most 5 % for alerts (and level watches), 10 % for gap watches. A rise that the rest of the city surely shares makes no watch of a
district: by the plain rule "only one of the two tests" a city-wide shift would put most districts on the watch list, and half a year later
all of them would need an intervention. Under trivial spread the districts do differ, by less than matters.
Where something is planted, false discovery control promises a share of all flags and no longer a share of all waves.

${table(['truth', 'level', 'absolute', 'deterioration', 'gap', 'power: alert / at least watch'], flags.map(flagRow))}

## How often is a place wrong?

${places[0]?.maps ?? 0} maps for each line, of 2,600 people with one to three pins, without any place that is less safe than another. Each
cell: part of the maps on which the method finds a place nevertheless. Only the pair window test decides; the others
describe. "Anxious" people differ in how much they call unsafe, and their pins lie near each other. Declared: at most 5 %.

${table(['people', 'pair window test', 'Gi* of the excess', 'Gi* of counts', 'DBSCAN'], places.map(placeRow))}

With four places planted among anxious people (${planted.maps} maps) the pair window test found ${plantedSpots
    .map(
      ({ people, spread }, index) =>
        `that of ${people} people within ${spread} m in ${percent(1 - (planted.missed[index] ?? 0) / planted.maps)}`,
    )
    .join(
      ', ',
    )} of the maps; ${percent(planted.elsewhere / planted.flagged)} of the flagged cells lay elsewhere.
`;
}

/** Says which intervals miss the declared coverage by more than the simulation's chance explains. */
function exceptions(coverage: readonly Coverage[]): string {
  const name = ({ n, share, designEffect, covered }: Coverage): string =>
    `n = ${n}, ${percent(share, 0)}, design effect ${designEffect} (${percent(covered)})`;
  const above = coverage.filter(({ covered, standardError }) => covered - 1.96 * standardError > 0.96);
  const below = coverage.filter(({ covered, standardError }) => covered + 1.96 * standardError < 0.94);
  const list = (those: readonly Coverage[]): string => those.map(name).join('; ') || 'none';
  return `Surely more than 96 %: ${list(above)}. There the exact interval stands: it may not miss at any share, and a count of two or three people
moves in steps, so it covers more. Surely less than 94 %: ${list(below)}.`;
}

function table(head: readonly string[], rows: readonly string[]): string {
  const [first = '', ...others] = head;
  const isNumber = first === 'n';
  return [row(head), row([isNumber ? '---:' : '---', ...others.map(() => '---:')]), ...rows].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function percent(part: number, decimals = 1): string {
  return `${(part * 100).toFixed(decimals)} %`;
}
