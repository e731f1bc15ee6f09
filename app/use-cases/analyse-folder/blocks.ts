import type { Block } from './block.ts';
import { ciBlock } from './blocks/ci.ts';
import { ciUnweightedBlock } from './blocks/ci-unweighted.ts';
import { distBlock } from './blocks/dist.ts';
import { kishBlock } from './blocks/kish.ts';
import { meanBlock } from './blocks/mean.ts';
import { rakeBlock } from './blocks/rake.ts';
import { trimBlock } from './blocks/trim.ts';
import { weightsBlock } from './blocks/weights.ts';

/** Every part of the output, in the order in which they are computed. */
export const blocks: readonly Block[] = [
  weightsBlock,
  meanBlock,
  distBlock,
  ciBlock,
  ciUnweightedBlock,
  kishBlock,
  trimBlock,
  rakeBlock,
];
