import type { Block } from './block.ts';
import { aaporBlock } from './blocks/aapor.ts';
import { allocationBlock } from './blocks/allocation.ts';
import { changeBlock } from './blocks/change.ts';
import { ciBlock } from './blocks/ci.ts';
import { ciUnweightedBlock } from './blocks/ci-unweighted.ts';
import { contrastBlock } from './blocks/contrast.ts';
import { dbscanBlock } from './blocks/dbscan.ts';
import { distBlock } from './blocks/dist.ts';
import { flagsBlock } from './blocks/flags.ts';
import { hexBlock } from './blocks/hex.ts';
import { kdeBlock } from './blocks/kde.ts';
import { kishBlock } from './blocks/kish.ts';
import { meanBlock } from './blocks/mean.ts';
import { moverBlock } from './blocks/mover.ts';
import { padjBlock } from './blocks/padj.ts';
import { placeTestBlock } from './blocks/place-test.ts';
import { rakeBlock } from './blocks/rake.ts';
import { rankBlock } from './blocks/rank.ts';
import { raoScottBlock } from './blocks/rao-scott.ts';
import { sampleBlock } from './blocks/sample.ts';
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
  moverBlock,
  padjBlock,
  rankBlock,
  raoScottBlock,
  kishBlock,
  trimBlock,
  rakeBlock,
  aaporBlock,
  flagsBlock,
  hexBlock,
  dbscanBlock,
  kdeBlock,
  placeTestBlock,
  allocationBlock,
  sampleBlock,
];
