import { describe, expect, it } from 'vitest';
import { rakingOptions } from '#app/use-cases/analyse-folder/waves/wave-weights.ts';
import { defaultWeightingSettings, type WeightingSettings, weightWave } from '#core/weighting/weight-wave.ts';
import { analysedCase } from '#tests/support/analysed-reference.ts';
import { type CaseName, caseAWeightingInput } from '#tests/support/case-a.ts';

/** The settings of a published wave that say what `analysis.json` says. */
function settingsWith(trim: { lower: number; upper: number }): WeightingSettings {
  return {
    ...defaultWeightingSettings,
    nonresponse: { minimumRespondents: 1, maximumFactorRatio: Number.POSITIVE_INFINITY },
    raking: rakingOptions,
    trim: { ...trim, maximumCycles: 100 },
  };
}

const cases: { name: CaseName; trim: { lower: number; upper: number }; file: string }[] = [
  { name: 'case-A', trim: { lower: 0.55, upper: 1.7 }, file: 'weights w_trimcycle' },
  // Its cycles do not settle: there is a file of the weights to use.
  { name: 'case-B', trim: { lower: 0.6, upper: 1.8 }, file: 'trimmed w_trimmed' },
];
const waves = cases.flatMap((one) => [1, 2].map((wave) => ({ ...one, wave })));

describe.each(waves)('wave $wave of $name, weighted as a folder and as a published wave', (one) => {
  const { name, wave, trim } = one;
  const { rows } = analysedCase(name);
  const column = (file: string) => {
    const [table = '', of = ''] = file.split(' ');
    return rows(table).flatMap((row) => (Number(row.wave) === wave ? [Number(row[of])] : []));
  };
  const published = (bounds: { lower: number; upper: number }) =>
    weightWave({ ...caseAWeightingInput(wave, name), settings: settingsWith(bounds) });

  it('has the same weights at every step, to the last digit', () => {
    const { base, nonresponse, final, report } = published(trim);
    expect(report.trimming.method).toBe(name === 'case-A' ? 'cycles' : 'bounded-calibration');
    expect(column('weights w_base')).toEqual([...base]);
    expect(column('weights w_nr')).toEqual([...nonresponse]);
    expect(column(one.file)).toEqual([...final]);
    const untrimmed = published({ lower: 0, upper: Number.POSITIVE_INFINITY });
    expect(column('weights w_rake2')).toEqual([...untrimmed.final]);
  });
});
