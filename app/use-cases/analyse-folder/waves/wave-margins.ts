import type { RakingMargin } from '#core/sampling/raking-margin.ts';
import {
  type MarginCell,
  type PopulationMargin,
  populationMargin,
} from '#core/weighting/population-margin.ts';
import type { AnalysisFolder } from '../folder.ts';
import type { Noting } from '../notes.ts';
import { combinationsOf, districtFirst, rowsOf } from './combinations.ts';
import type { WaveMaterial } from './wave-material.ts';

/** The margins of a list such as district × age, sex, education; null when the folder lacks the totals of one. */
export function waveMargins(
  folder: AnalysisFolder,
  material: WaveMaterial,
  wanted: readonly (readonly string[])[],
  step: string,
  note: Noting,
): RakingMargin[] | null {
  const margins: RakingMargin[] = [];
  for (const variables of wanted) {
    const made = marginOf(folder, material, variables);
    const { wave } = material;
    const item = variables.join('|');
    if (!made) {
      note({ rule: 'part-missing', block: step, wave, detail: { lacks: `margin of ${item}` } });
      return null;
    }
    for (const { from, into } of made.merges)
      note({ rule: 'empty-cell', block: step, wave, item, domain: from, detail: { into } });
    if (made.missingShare > 0)
      note({ rule: 'missing-margin-answer', block: step, wave, item, detail: { share: made.missingShare } });
    margins.push(made.margin);
  }
  return margins;
}

function marginOf(
  folder: AnalysisFolder,
  material: WaveMaterial,
  variables: readonly string[],
): PopulationMargin | null {
  const { settings, levels } = folder;
  const { strata, stratumOf, population, rows } = material;
  const name = variables.join('|');
  const start = material.nonresponse ?? material.base;
  if (variables.every((variable) => settings.strata.includes(variable))) {
    const { cells, cellOfStratum } = combinationsOf(
      strata,
      settings.strata,
      districtFirst(variables, settings.district),
      levels,
    );
    const cellOf = stratumOf.map((stratum) => cellOfStratum[stratum] as number);
    return populationMargin(name, cells, cellOf, start, population);
  }
  const table = folder.margins.get(name);
  const column = folder.respondents?.variables.get(name);
  if (!table || !column) return null;
  const cells = column.levels.map(
    (key, level): MarginCell => ({ key, levels: [level], population: table.totals[level] ?? 0 }),
  );
  return populationMargin(name, cells, rowsOf(column, rows).codes, start, population);
}
