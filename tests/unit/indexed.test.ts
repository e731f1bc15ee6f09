import { describe, expect, it } from 'vitest';
import { isIndexed } from '#app/indexed.ts';

describe('search engines', () => {
  it('may list what a city has published, and nothing else', () => {
    expect(isIndexed('/public', false)).toBe(true);
    expect(isIndexed('/public/districts/3', false)).toBe(true);
    expect(isIndexed('/publications', false)).toBe(false);
    expect(isIndexed('/results', false)).toBe(false);
  });

  it('may not list the figures of invented people', () => {
    expect(isIndexed('/public', true)).toBe(false);
  });
});
