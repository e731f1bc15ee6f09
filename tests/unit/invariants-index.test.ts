import { describe, expect, it } from 'vitest';
import { readSourceTree } from '#tests/support/architecture/source-tree.ts';
import { testNames, unprovenInvariants } from '#tests/support/test-names.ts';

describe('the invariants of the design', () => {
  const tests = testNames(readSourceTree());

  it('are seventeen, and each has a test with its number in the name', () => {
    expect(unprovenInvariants(tests, 17)).toEqual([]);
  });

  it('are proven by tests of which none is set aside', () => {
    expect(tests.length).toBeGreaterThan(300);
    expect(tests.filter(({ setAside }) => setAside !== null)).toEqual([]);
  });
});

describe('the index of tests', () => {
  const read = (text: string) => testNames(new Map([['tests/unit/a.test.ts', text]]));

  it('knows tests by name, also those over a table and what is described', () => {
    const text =
      "it('invariant 1: a', () => {}); it.each([1])('invariant 2: b', () => {}); describe('invariant 3: c', f);";
    expect(unprovenInvariants(read(text), 4)).toEqual([4]);
  });

  it('counts no test that is set aside, and none whose number only begins alike', () => {
    expect(unprovenInvariants(read("it.todo('invariant 1: a'); it('invariant 12: b', f);"), 2)).toEqual([
      1, 2,
    ]);
    expect(read("test.skip('a', f); it.only('b', f);").map(({ setAside }) => setAside)).toEqual([
      'skip',
      'only',
    ]);
  });
});
