import { designPlans } from './as-in-r/designs.ts';
import type { FolderAnalysis, OutputTable } from './block.ts';
import { lackedBy, type Need, parts } from './blocks.ts';
import { city, domainsOf } from './domains.ts';
import type { AnalysisFolder } from './folder.ts';
import { folderWave } from './folder-wave.ts';
import { sortedItems } from './items.ts';
import type { AnalysisNote, Noting } from './notes.ts';
import { isSettled } from './waves/wave-weights.ts';

/**
 * A file that the folder does not suffice for, and what it lacks; nothing when there was nothing to put into
 * it.
 */
export interface LeftOut {
  file: string;
  lacks: Need[];
}

export interface FolderResults {
  tables: OutputTable[];
  leftOut: LeftOut[];
  notes: AnalysisNote[];
}

/** Computes every block that the folder suffices for. */
export function analyseTables(folder: AnalysisFolder): FolderResults {
  const notes = new Map<string, AnalysisNote>();
  const analysis = folderAnalysis(folder, (note) => notes.set(JSON.stringify(note), note));
  const tables: OutputTable[] = [];
  const leftOut: LeftOut[] = [];
  for (const part of parts) {
    const made = part.block(analysis);
    for (const table of made) tables.push(table);
    const lacks = lackedBy(part, analysis);
    for (const file of part.files)
      if (!made.some(({ name }) => name === file)) leftOut.push({ file: `${file}.csv`, lacks });
  }
  return { tables, leftOut, notes: [...notes.values()] };
}

/** What the blocks compute from. */
function folderAnalysis(folder: AnalysisFolder, note: Noting): FolderAnalysis {
  const { settings, levels } = folder;
  const waves = settings.waves.flatMap((wave) => folderWave(folder, wave, note) ?? []);
  const first = waves[0];
  const weightKinds = [...(first?.kinds.of.keys() ?? [])].filter((kind) =>
    waves.every((wave) => wave.weights(kind) !== null && (kind !== 'trimmed' || !isEverySettled(waves))),
  );
  const plans = designPlans(folder, weightKinds.includes('nr') ? 'nr' : 'base');
  const designs = [...plans].flatMap(([name, { weights }]) => (weightKinds.includes(weights) ? [name] : []));
  return {
    folder,
    settings,
    waves,
    weightKinds,
    designs,
    comparedDesigns: comparedOf(designs, settings.flags?.design),
    domains: domainsOf(settings.domains, levels),
    city,
    districts: domainsOf([settings.district], levels),
    ...sortedItems(settings),
    note,
  };
}

/**
 * The plain stratified design and the one that flags are raised with; without flags the calibrated one with
 * most margins.
 */
function comparedOf(designs: readonly string[], flagged: string | undefined): string[] {
  const calibrated = designs.filter((name) => name.endsWith('_cal')).at(-1);
  const wanted = [designs[0], flagged ?? calibrated];
  return designs.filter((name) => wanted.includes(name));
}

/** Whether the trimmed weights of every wave are those that the cycles lead to, which are there already. */
function isEverySettled(waves: FolderAnalysis['waves']): boolean {
  return waves.every(({ weighting: { trimmed } }) => trimmed === null || isSettled(trimmed));
}
