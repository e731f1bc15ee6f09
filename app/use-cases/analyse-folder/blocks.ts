import type { Block, FolderAnalysis } from './block.ts';
import { aaporBlock } from './blocks/aapor.ts';
import { allocationBlock } from './blocks/allocation.ts';
import { changeBlock } from './blocks/change.ts';
import { ciBlock } from './blocks/ci.ts';
import { ciUnweightedBlock } from './blocks/ci-unweighted.ts';
import { contrastBlock } from './blocks/contrast.ts';
import { distBlock } from './blocks/dist.ts';
import { flagsBlock } from './blocks/flags.ts';
import { meanBlock } from './blocks/mean.ts';
import { moverBlock } from './blocks/mover.ts';
import { padjBlock } from './blocks/padj.ts';
import { dbscanBlock } from './blocks/places/dbscan.ts';
import { hexBlock } from './blocks/places/hex.ts';
import { kdeBlock } from './blocks/places/kde.ts';
import { placeTestBlock } from './blocks/places/place-test.ts';
import { rankBlock } from './blocks/rank.ts';
import { raoScottBlock } from './blocks/rao-scott.ts';
import { sampleBlock } from './blocks/sample.ts';
import { kishBlock } from './blocks/weights/kish.ts';
import { rakeBlock } from './blocks/weights/rake.ts';
import { trimBlock } from './blocks/weights/trim.ts';
import { trimmedBlock } from './blocks/weights/trimmed.ts';
import { weightsBlock } from './blocks/weights/weights.ts';

/** What a part may need: true where the folder has it. Said in the words of `analysis.json`. */
const needs = {
  population: ({ folder }) => folder.population !== undefined,
  respondents: ({ waves }) => waves.length > 0,
  'respondents of two waves': ({ waves }) => waves.length > 1,
  dispositions: ({ folder }) => folder.dispositions !== undefined,
  pins: ({ folder }) => folder.pins !== undefined,
  frame: ({ folder }) => folder.frame !== undefined,
  'items in the settings': ({ shares, means }) => shares.length + means.length > 0,
  'items that are shares in the settings': ({ shares }) => shares.length > 0,
  'associations or shares in the settings': ({ settings, shares }) =>
    settings.associations !== undefined || shares.length > 0,
  'raking in the settings': ({ settings }) => Object.keys(settings.raking).length > 0,
  'trim in the settings': ({ settings }) => settings.trim !== undefined,
  'flags in the settings': ({ settings }) => settings.flags !== undefined,
  'places in the settings': ({ settings }) => settings.places !== undefined,
  'draw in the settings': ({ settings }) => settings.draw !== undefined,
  'the weights of the flags’ design': ({ settings, designs }) =>
    settings.flags === undefined || designs.includes(settings.flags.design),
  'the margins of the raking that is trimmed': ({ settings, waves }) =>
    settings.trim === undefined || waves.some(({ weighting }) => weighting.trimmed !== null),
  'trimming that does not settle': ({ weightKinds }) => weightKinds.includes('trimmed'),
  'the margins of a raking': ({ settings, waves }) =>
    Object.keys(settings.raking).length === 0 || waves.some(({ weighting }) => weighting.raked.size > 0),
} as const satisfies Record<string, (analysis: FolderAnalysis) => boolean>;
export type Need = keyof typeof needs;

/** A part of the output: the files that it writes, and what it needs. */
export interface OutputPart {
  files: readonly string[];
  block: Block;
  needs: readonly Need[];
}

const weighted = ['population', 'respondents'] as const;
const flagged = [...weighted, 'flags in the settings', 'the weights of the flags’ design'] as const;
const pinned = ['pins', 'places in the settings'] as const;
const drawn = ['frame', 'draw in the settings'] as const;

/** Every part of the output, in the order in which they are computed. */
export const parts: readonly OutputPart[] = [
  { files: ['weights'], block: weightsBlock, needs: weighted },
  { files: ['mean'], block: meanBlock, needs: [...weighted, 'items in the settings'] },
  { files: ['dist'], block: distBlock, needs: [...weighted, 'items in the settings'] },
  { files: ['ci'], block: ciBlock, needs: [...weighted, 'items that are shares in the settings'] },
  {
    files: ['ci_unweighted'],
    block: ciUnweightedBlock,
    needs: ['respondents', 'items that are shares in the settings'],
  },
  { files: ['contrast'], block: contrastBlock, needs: [...weighted, 'items in the settings'] },
  {
    files: ['change'],
    block: changeBlock,
    needs: [...weighted, 'respondents of two waves', 'items in the settings'],
  },
  { files: ['mover'], block: moverBlock, needs: [...weighted, 'items that are shares in the settings'] },
  { files: ['padj'], block: padjBlock, needs: [...weighted, 'items in the settings'] },
  { files: ['rank'], block: rankBlock, needs: flagged },
  {
    files: ['raoscott'],
    block: raoScottBlock,
    needs: [...weighted, 'associations or shares in the settings'],
  },
  { files: ['kish'], block: kishBlock, needs: weighted },
  {
    files: ['trim'],
    block: trimBlock,
    needs: [...weighted, 'trim in the settings', 'the margins of the raking that is trimmed'],
  },
  {
    files: ['trimmed'],
    block: trimmedBlock,
    needs: [...weighted, 'trim in the settings', 'trimming that does not settle'],
  },
  {
    files: ['rake'],
    block: rakeBlock,
    needs: [...weighted, 'raking in the settings', 'the margins of a raking'],
  },
  { files: ['aapor'], block: aaporBlock, needs: ['dispositions'] },
  { files: ['flags', 'concerned'], block: flagsBlock, needs: flagged },
  { files: ['hex'], block: hexBlock, needs: pinned },
  { files: ['dbscan', 'dbscan_summary'], block: dbscanBlock, needs: pinned },
  { files: ['kde'], block: kdeBlock, needs: pinned },
  { files: ['place_test'], block: placeTestBlock, needs: pinned },
  { files: ['allocation'], block: allocationBlock, needs: drawn },
  { files: ['sample'], block: sampleBlock, needs: drawn },
];

/** What a part lacks in a folder. */
export function lackedBy({ needs: needed }: OutputPart, analysis: FolderAnalysis): Need[] {
  return needed.filter((need) => !needs[need](analysis));
}
