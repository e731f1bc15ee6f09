import { flagRuleOf } from '#app/use-cases/analyse-folder/as-in-r/flag-figures.ts';
import type { AnalysisFolder } from '#app/use-cases/analyse-folder/folder.ts';
import { answerCodes } from '#app/use-cases/analyse-folder/items.ts';
import { rakingOptions } from '#app/use-cases/analyse-folder/waves/wave-weights.ts';
import { analyseResponses } from '#core/analysis/analyse.ts';
import type { WaveAnalysis } from '#core/analysis/wave-analysis.ts';
import { defaultPlaceRule } from '#core/places/default-rule.ts';
import { parseStratumKey } from '#core/sampling/stratum.ts';
import { varianceMargins, type WeightingResult, weightWave } from '#core/weighting/weight-wave.ts';
import { defaultWeightingSettings, type WeightingSettings } from '#core/weighting/weighting-settings.ts';
import { type CaseName, caseARespondents, caseAWeightingInput, ourStratum } from './case-a.ts';

type Trim = Pick<WeightingSettings['trim'], 'lower' | 'upper'>;

export const untrimmed: Trim = { lower: 0, upper: Number.POSITIVE_INFINITY };

/** A wave of a case, weighted as a published wave by what the case's `analysis.json` says. */
export function publishedWeights(name: CaseName, wave: number, trim: Trim): WeightingResult {
  return weightWave({
    ...caseAWeightingInput(wave, name),
    settings: {
      ...defaultWeightingSettings,
      nonresponse: { minimumRespondents: 1, maximumFactorRatio: Number.POSITIVE_INFINITY },
      raking: rakingOptions,
      trim: { ...trim, maximumCycles: 100 },
    },
  });
}

/** The same wave analysed as a published one: raked, not trimmed, and with the folder's items and rule. */
export function publishedAnalysis(
  { settings }: AnalysisFolder,
  wave: number,
  earlier: readonly WaveAnalysis[],
  name: CaseName = 'case-A',
): WaveAnalysis {
  const rows = caseARespondents(wave, name);
  const stratum = rows.map((row) => ourStratum(row.stratum ?? ''));
  const weighted = publishedWeights(name, wave, untrimmed);
  const items = Object.entries(settings.items);
  const column = (item: string) =>
    Float64Array.from(rows, (row) => (row[item] === '' ? Number.NaN : Number(row[item])));
  if (!settings.flags) throw new Error('`publishedAnalysis` requires a case with flags');
  return analyseResponses({
    // Too far apart for a rolling year, which R has not.
    wave: {
      waveId: `${2000 + 2 * wave}-1`,
      year: 2000 + 2 * wave,
      season: 'spring',
      questionnaireVersion: '1',
    },
    targetPerDistrict: 1_800,
    modes: rows.map(() => 'web'),
    sample: {
      strata: caseAWeightingInput(wave, name).strata,
      stratum,
      district: Int32Array.from(stratum, (key) => parseStratumKey(key).district),
      nonresponse: weighted.nonresponse,
      final: weighted.final,
      margins: varianceMargins(weighted),
    },
    indicators: items.map(([id, kind]) => ({ id, kind })),
    columns: {
      indicators: items.map(([id]) => column(id)),
      answers: items.flatMap(([variable, kind]) => {
        const codes = kind === 'mean' ? answerCodes(variable, kind) : null;
        return codes ? [{ variable, codes, values: column(variable) }] : [];
      }),
      mentions: [],
      hearsay: [],
    },
    earlier,
    rule: flagRuleOf(settings.flags),
    placeRule: defaultPlaceRule,
    cityCells: [],
  });
}
