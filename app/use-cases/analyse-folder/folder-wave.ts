import { designPlans, waveDesign } from './as-in-r/designs.ts';
import { weightKinds } from './as-in-r/weight-kinds.ts';
import type { WaveAnalysis, WeightKinds } from './block.ts';
import type { AnalysisFolder, RespondentTable } from './folder.ts';
import { remembered } from './memory.ts';
import type { Noting } from './notes.ts';
import { rowsOf } from './waves/combinations.ts';
import { designStrata } from './waves/design-strata.ts';
import { designFigures, domainKeyOf } from './waves/wave-figures.ts';
import { rowsOfWave, waveMaterial } from './waves/wave-material.ts';
import { type WaveWeights, waveWeights } from './waves/wave-weights.ts';

/** The respondents of one wave with their weights, designs and items; null when the wave has none. */
export function folderWave(folder: AnalysisFolder, wave: number, note: Noting): WaveAnalysis | null {
  const { respondents } = folder;
  if (!respondents) return null;
  const rows = rowsOfWave(respondents.wave, wave);
  if (rows.length === 0) {
    note({ rule: 'part-missing', block: 'weights', wave, detail: { lacks: 'respondents of the wave' } });
    return null;
  }
  const material = waveMaterial(folder, wave, note);
  const weights = material && waveWeights(folder, material, note);
  const kinds = material && weights && weightKinds(folder, material, weights, note);
  const plans = designPlans(folder, material?.nonresponse ? 'nr' : 'base');
  const variable = remembered(
    (name: string) => name,
    (name) => rowsOf(columnOf(respondents, name), rows),
  );
  const item = remembered(
    (name: string) => name,
    (name) => itemOf(respondents, name, rows),
  );
  const design = remembered(
    (name: string) => name,
    (name) => {
      const plan = plans.get(name);
      return plan && material && kinds ? waveDesign(folder, material, kinds, { plan, name }, note) : null;
    },
  );
  return {
    wave,
    respondents: rows.length,
    caseIds: Array.from(rows, (row) => respondents.caseId[row] ?? ''),
    weighting: weights ?? noWeights,
    kinds: kinds ?? noKinds,
    strata: {
      of: material?.stratumOf ?? new Int32Array(0),
      list: material ? designStrata(folder.settings, material.strata) : [],
    },
    variable,
    item,
    weights: (kind) => kinds?.of.get(kind) ?? null,
    design,
    figures: remembered(
      (name: string) => name,
      (name) => {
        const found = design(name);
        return found && designFigures(folder, { variable, item }, found);
      },
    ),
    keyOf: (domain) => domainKeyOf(folder, domain),
  };
}

const noWeights: WaveWeights = {
  start: new Float64Array(0),
  margins: new Map(),
  raked: new Map(),
  trimmed: null,
};
const noKinds: WeightKinds = { of: new Map(), margins: new Map(), cycled: null };

function columnOf({ variables }: RespondentTable, name: string) {
  const column = variables.get(name);
  if (!column) throw new Error(`\`folderWave\` requires a variable of the folder, not ${name}`);
  return column;
}

function itemOf({ items }: RespondentTable, name: string, rows: Int32Array): Float64Array {
  const values = items.get(name);
  if (!values) throw new Error(`\`folderWave\` requires an item of the settings, not ${name}`);
  return Float64Array.from(rows, (row) => values[row] as number);
}
