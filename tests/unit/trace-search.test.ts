import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceSearch } from '#core/fieldwork/trace-search.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'ż'), minLength: 8, maxLength: 12 });

/** The same, one trace and one position after the other. */
function timesIn(text: Uint8Array, traces: readonly string[]): number {
  let times = 0;
  for (const trace of new Set(traces)) {
    for (let at = 0; ; at += 1) {
      at = Buffer.from(text).indexOf(trace, at);
      if (at < 0) break;
      times += 1;
    }
  }
  return times;
}

describe('the search for traces', () => {
  it('finds what a search for each by itself finds', () => {
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1, maxLength: 20 }),
        fc.array(letters, { maxLength: 40 }),
        (traces, pieces) => {
          const text = bytesOf([...pieces, ...traces.slice(0, 3)].join(''));
          expect(traceSearch(traces).count(text)).toBe(timesIn(text, traces));
        },
      ),
    );
  });

  it('finds the same in parts of a text as in the whole', () => {
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1 }), fc.array(letters), fc.nat(), (traces, pieces, cut) => {
        const search = traceSearch(traces);
        const text = bytesOf([...pieces, traces[0]].join(''));
        const middle = cut % (text.length + 1);
        const parts = search.count(text, 0, middle) + search.count(text, middle);
        expect(parts).toBe(search.count(text));
      }),
    );
  });

  it('counts no register id inside a longer number, and one after the id of a case or a wave', () => {
    const search = traceSearch(['90010112345']);
    expect(search.count(bytesOf('{"estimate":0.3190010112345}'))).toBe(0);
    expect(search.count(bytesOf('{"estimate":0.90010112345}'))).toBe(0);
    expect(search.count(bytesOf('900101123456'))).toBe(0);
    expect(search.count(bytesOf('90010112345Anna'))).toBe(1);
    expect(search.count(bytesOf('00ff00ff00ff001190010112345Anna'))).toBe(1);
    expect(search.count(bytesOf('2026-190010112345'))).toBe(1);
  });

  it('leaves out what stands in a text', () => {
    const search = traceSearch(['Łęgowa 12', 'Długa 134']).without(bytesOf('mieszka: Łęgowa 12'));
    expect(search.size).toBe(1);
    expect(search.count(bytesOf('Łęgowa 12, Długa 134'))).toBe(1);
  });

  it('requires traces that are long enough to tell something', () => {
    expect(() => traceSearch(['1234567'])).toThrow('requires traces of 8 bytes or more');
  });
});
