import type { IndicatorDefinition } from '../../definition.ts';
import { everyoneAnswering, withOpinion } from './bases.ts';
import { share, variableNamed, worded, wordsOf } from './define-indicator.ts';

const likely = ['theft', 'burglary', 'assault', 'robbery', 'harass', 'traffic'].map((what, index) => {
  const variable = `q12${'abcdef'.charAt(index)}_${what}`;
  const row = wordsOf(variableNamed(variable).title);
  return share({
    id: `likely_${what}`,
    direction: 'high-is-bad',
    variable,
    counts: [3, 4],
    outOf: [1, 2, 3, 4],
    name: worded(
      row,
      (words) => `Prawdopodobne: ${words}`,
      (words) => `Likely: ${words}`,
      (words) => `Імовірно: ${words}`,
    ),
    base: withOpinion,
    result: worded(
      row,
      (words) => `{{value}} osób uważa za prawdopodobne, że w ciągu 12 miesięcy spotka je ${words}`,
      (words) => `{{value}} think it likely that within 12 months they will experience ${words}`,
      (words) => `{{value}} вважають імовірним, що протягом 12 місяців з ними станеться ${words}`,
    ),
  });
});

/** Indicators of what residents expect to happen to them, and of what worry does to their lives. */
export const worryIndicators: IndicatorDefinition[] = [
  ...likely,
  share({
    id: 'impact_high',
    direction: 'high-is-bad',
    variable: 'q13_impact',
    counts: [7, 8, 9, 10],
    outOf: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    name: [
      'Obawy silnie wpływają na codzienne życie',
      'Worry strongly affects everyday life',
      'Побоювання сильно впливають на щоденне життя',
    ],
    base: everyoneAnswering,
    result: [
      '{{value}} osób ocenia wpływ obaw na codzienne życie na 7–10 w skali 0–10',
      '{{value}} rate the effect of worry on their everyday life 7–10 on a scale of 0–10',
      '{{value}} оцінюють вплив побоювань на щоденне життя на 7–10 за шкалою 0–10',
    ],
  }),
];
