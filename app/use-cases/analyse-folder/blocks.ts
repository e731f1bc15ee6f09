import type { Block } from './block.ts';

/** Every part of the output, in the order in which they are computed. */
export const blocks: readonly Block[] = [];
