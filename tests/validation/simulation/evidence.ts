import type { Coverage } from './coverage.ts';
import type { FlagRates, LevelFlags } from './false-flags.ts';
import { percent, row, table } from './markdown.ts';
import { type PlaceAlarms, type PlantedFinds, plantedSpots } from './place-alarms.ts';

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
  const kinds = ['level', 'absolute', 'deterioration', 'gap', 'improvement'] as const;
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

/** The section on the intervals of one district's share. */
export function intervalSection(coverage: readonly Coverage[]): string {
  return `Stratified samples of one district (14 strata), weights log-normal with the design effect shown and not trimmed, answers independent of
the weights; the published interval: logit, and Korn–Graubard where fewer than ten effective respondents stand behind the
rarer answer. Declared: 94 to 96 %. After ± stands the chance of the simulation itself.

${table(['n', 'share', 'design effect', 'covers', 'whole interval too low', 'too high'], coverage.map(coverageRow))}

${exceptions(coverage)}`;
}

/** The section on the flags of districts. */
export function flagSection(flags: readonly FlagRates[]): string {
  return `${flags[0]?.waves ?? 0} times three waves of 18 districts with 1,800 respondents each, design effect 1.3, six headline indicators at 30 %
whose latent answers correlate by 0.5, under the default rule (thresholds of the absolute flag at 45 %). Each cell: part of the
newest waves with at least one false alert / at least one false watch of that kind. A flag is false where the hypothesis that it rejects is true of
the city: a level alert where the true excess over the rest is at most the margin of 3 points, a level watch where there is no
excess, a deterioration where the district did not get worse or not more than the rest, an improvement where it did not get better or not more than the rest, a gap that is not wider than the rest's, an absolute alert below the
threshold. An absolute watch is one test alone at p ≤ 0.20 of an estimate at the threshold or above: it counts as false where the true share is 5 points or more below. Declared:
at most 5 % for alerts (2.5 % for deteriorations, improvements and gaps, which test for no difference at all) and level watches, 10 % for gap watches; the simulation's own chance is ± ${percent(1.96 * Math.sqrt((0.05 * 0.95) / (flags[0]?.waves ?? 1)))}. A rise that the rest of the city surely shares makes no watch of a
district, nor a fall a possible improvement: by the plain rule "only one of the two tests" a city-wide shift would put most districts on the watch list, and half a year later
all of them would need an intervention.

${table(['truth', 'level', 'absolute', 'deterioration', 'gap', 'improvement', 'power: alert / at least watch'], flags.map(flagRow))}

Where districts differ or something is planted, false discovery control promises a part of a wave's flags and no longer a part of all waves: on average
over the waves at most 5 % of the flags of one kind are false. Level: alerts and watches without any excess; else alerts.

${table(['truth', 'level flags', 'deterioration alerts', 'gap alerts', 'confirmed improvements'], flags.map(falsePartRow))}

### Flags of differences that hardly matter

A level watch says that a district truly exceeds the rest and that the excess found is 3 points or more, not that the true excess is: over districts that
differ trivially it finds some of the largest true differences, and chance makes them look larger. So method 3.6 asks how many
flags have a true excess below 2 points, and answers 0.6 of 1.0 watches a wave and no alert at a spread of 1 point. Level flags per wave,
of 108 judged figures, with the true excess behind them:

${table(['truth', 'alerts', 'true excess < 2 points', 'watches', 'true excess < 2 points', 'no true excess'], flags.map(levelRow))}

By itself a watch calls for nothing: only a second one in a row does, and an alert, which tests against the margin itself.`;
}

/** The section on places. */
export function placeSection({
  places,
  planted,
}: {
  places: readonly PlaceAlarms[];
  planted: PlantedFinds;
}): string {
  return `${places[0]?.maps ?? 0} maps for each line, of 2,600 people with one to three pins, without any place that is less safe than another. Each
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
    )} of the maps; ${percent(planted.elsewhere / planted.flagged)} of the flagged cells lay elsewhere.`;
}

function falsePartRow({ scenario, falseParts }: FlagRates): string {
  const { level, deterioration, gap, improvement } = falseParts;
  return row([scenario.name, percent(level), percent(deterioration), percent(gap), percent(improvement)]);
}

function levelRow({ scenario, levelAlerts, levelWatches }: FlagRates): string {
  const perWave = ({ all, trivial }: LevelFlags) => [all.toFixed(2), trivial.toFixed(2)];
  return row([
    scenario.name,
    ...perWave(levelAlerts),
    ...perWave(levelWatches),
    levelWatches.none.toFixed(2),
  ]);
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
