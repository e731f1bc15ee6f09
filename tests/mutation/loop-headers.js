/**
 * The headers of loops are left alone. A mutant there mostly runs until it is stopped, a minute each, and
 * says nothing of a formula: what a loop computes is mutated in its body.
 */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'loop-headers',
    value: {
      shouldIgnore: (path) =>
        (path.key === 'update' && path.parentPath?.isForStatement()) ||
        (path.key === 'test' && path.parentPath?.isLoop())
          ? 'the header of a loop'
          : undefined,
    },
  },
];
