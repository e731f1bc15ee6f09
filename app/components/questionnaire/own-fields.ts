/** Fields of a page's form that are not answers. */
export const ownFields: readonly string[] = [
  'page',
  'revision',
  'overwrites',
  'writer',
  'sequence',
  'shown',
  'go',
  'language',
  'clear',
];
