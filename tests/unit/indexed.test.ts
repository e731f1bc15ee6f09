import { describe, expect, it } from 'vitest';
import { isIndexed } from '#app/server/indexed.ts';

describe('what search engines may list', () => {
  it('are the published figures, and nothing else', () => {
    expect(isIndexed(['root', 'routes/public', 'routes/public._index'], false)).toBe(true);
    expect(isIndexed(['root', 'routes/public', 'routes/public.districts.$district'], false)).toBe(true);
    expect(isIndexed(['root', 'routes/publications'], false)).toBe(false);
    expect(isIndexed(['root', 'routes/results'], false)).toBe(false);
  });

  it('are no figures of invented people', () => {
    expect(isIndexed(['root', 'routes/public'], true)).toBe(false);
  });
});
