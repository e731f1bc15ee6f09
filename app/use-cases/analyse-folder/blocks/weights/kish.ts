import { coefficientOfVariation, kish } from '#core/weighting/kish.ts';
import type { Block } from '../../block.ts';
import { longRows, longTable } from '../../long-table.ts';

/** `kish`: what unequal weights cost, of every kind of weights, in the city and the districts. */
export const kishBlock: Block = ({ waves, weightKinds, city, districts, settings, note }) => {
  if (weightKinds.length === 0) return [];
  const rows = waves.flatMap(({ wave, weights, variable }) =>
    weightKinds.flatMap((kind) => {
      const all = weights(kind) as Float64Array;
      const { codes, levels } = variable(settings.district);
      return [city, ...districts].flatMap(({ name, where }) => {
        const level = levels.indexOf(where[settings.district] ?? '');
        const own = level < 0 ? all : all.filter((_, i) => codes[i] === level);
        if (own.length === 0) note({ rule: 'nobody-answered', block: 'kish', wave, domain: name });
        return longRows({ design: kind, wave, domain: name }, measuresOf(own));
      });
    }),
  );
  return longTable('kish', rows);
};

function measuresOf(weights: Float64Array): [string, number | null][] {
  const { designEffect, effectiveN } = kish(weights);
  const some = weights.length > 0;
  return [
    ['n', weights.length],
    ['sumw', weights.reduce((sum, weight) => sum + weight, 0)],
    ['deff', some ? designEffect : null],
    ['neff', effectiveN],
    ['cv', some ? coefficientOfVariation(weights) : null],
    ['min', some ? weights.reduce((least, weight) => Math.min(least, weight)) : null],
    ['max', some ? weights.reduce((most, weight) => Math.max(most, weight)) : null],
  ];
}
