import type { RakingMargin } from '#core/sampling/raking-margin.ts';
import { answerMargin, scaledMargin } from '#core/weighting/margins/answer-margin.ts';
import { type CellMerge, cellMargin } from '#core/weighting/margins/cell-margin.ts';
import type { AnalysisFolder } from '../folder.ts';
import type { Noting } from '../notes.ts';
import { combinationsOf, rowsOf } from './combinations.ts';
import type { WaveMaterial } from './wave-material.ts';

/**
 * The margins of a list such as district × age, sex, education; null when the folder lacks the totals of one.
 */
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

interface FolderMargin {
  margin: RakingMargin;
  merges: CellMerge[];
  /** Share of the weights that belongs to respondents without an answer. */
  missingShare: number;
}

/**
 * Strata variables are a margin of the population's cells, any other is one that the city's totals are known
 * of.
 */
function marginOf(
  folder: AnalysisFolder,
  { strata, stratumOf, population, rows, start }: WaveMaterial,
  variables: readonly string[],
): FolderMargin | null {
  const name = variables.join('|');
  const merges: CellMerge[] = [];
  if (variables.every((variable) => folder.settings.strata.includes(variable))) {
    const { cells, cellOfStratum } = combinationsOf(folder, strata, variables);
    const cellOf = stratumOf.map((stratum) => cellOfStratum[stratum] as number);
    return { margin: cellMargin(name, cells, cellOf, start, merges), merges, missingShare: 0 };
  }
  const table = folder.margins.get(name);
  const column = folder.respondents?.variables.get(name);
  if (!table || !column) return null;
  const levels = column.levels.map((key, code) => ({ code, key, population: table.totals[code] ?? 0 }));
  const answers = Array.from(rowsOf(column, rows).codes, (code) => (code < 0 ? null : code));
  const margin = scaledMargin(answerMargin(name, levels, answers, start, merges), population);
  const missing = answers.includes(null) ? (margin.totals.at(-1) ?? 0) : 0;
  return { margin, merges, missingShare: missing / population };
}
