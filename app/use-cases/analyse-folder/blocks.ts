import type { Block } from './block.ts';
import { changeBlock } from './blocks/change.ts';
import { ciBlock } from './blocks/ci.ts';
import { ciUnweightedBlock } from './blocks/ci-unweighted.ts';
import { contrastBlock } from './blocks/contrast.ts';
import { distBlock } from './blocks/dist.ts';
import { flagsBlock } from './blocks/flags.ts';
import { kishBlock } from './blocks/kish.ts';
import { meanBlock } from './blocks/mean.ts';
import { padjBlock } from './blocks/padj.ts';
import { rakeBlock } from './blocks/rake.ts';
import { rankBlock } from './blocks/rank.ts';
import { raoScottBlock } from './blocks/rao-scott.ts';
import { trimBlock } from './blocks/trim.ts';
import { weightsBlock } from './blocks/weights.ts';

/** Every part of the output, in the order in which they are computed. */
export const blocks: readonly Block[] = [
  weightsBlock,
  meanBlock,
  distBlock,
  ciBlock,
  ciUnweightedBlock,
  contrastBlock,
  changeBlock,
  padjBlock,
  rankBlock,
  raoScottBlock,
  kishBlock,
  trimBlock,
  rakeBlock,
  flagsBlock,
];
