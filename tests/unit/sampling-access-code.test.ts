import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accessCodeSymbols,
  formatAccessCode,
  makeAccessCode,
  normaliseAccessCode,
} from '#core/sampling/access-code.ts';

/** Bytes that repeat for a seed: SHA-256 in counter mode. */
function seededBytes(seed: number) {
  let counter = 0;
  return (size: number) => {
    counter += 1;
    return createHash('sha256').update(`${seed}/${counter}`).digest().subarray(0, size);
  };
}

const codes = Array.from({ length: 100 }, (_, seed) => makeAccessCode(seededBytes(seed)));

describe('an access code', () => {
  it('has 13 symbols of the alphabet and is valid', () => {
    expect(new Set(accessCodeSymbols).size).toBe(27);
    for (const code of codes) {
      expect(code).toMatch(new RegExp(`^[${accessCodeSymbols}]{13}$`));
      expect(normaliseAccessCode(code)).toEqual({ ok: true, code });
    }
  });

  it('detects every single wrong character', () => {
    let undetected = 0;
    let tried = 0;
    for (const code of codes) {
      for (let position = 0; position < 13; position += 1) {
        for (const symbol of accessCodeSymbols) {
          if (symbol === code[position]) continue;
          tried += 1;
          if (normaliseAccessCode(code.slice(0, position) + symbol + code.slice(position + 1)).ok)
            undetected += 1;
        }
      }
    }
    expect(tried).toBe(100 * 13 * 26);
    expect(undetected).toBe(0);
  });

  it('detects every two swapped characters that differ, neighbours or not', () => {
    for (const code of codes) {
      for (let i = 0; i < 13; i += 1) {
        for (let j = i + 1; j < 13; j += 1) {
          const swapped = [...code];
          [swapped[i], swapped[j]] = [swapped[j] ?? '', swapped[i] ?? ''];
          const differs = code[i] !== code[j];
          expect(normaliseAccessCode(swapped.join('')).ok).toBe(!differs);
        }
      }
    }
  });

  it('is read whatever spaces, hyphens, case and invisible characters surround it', () => {
    const code = codes[0] ?? '';
    const separators = fc.array(
      fc.constantFrom(' ', '-', '–', '\u00a0', '\u200b', '\t', '\n', '.', '\ufeff', '\u2212', '•'),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(fc.array(separators, { minLength: 14, maxLength: 14 }), fc.boolean(), (gaps, lower) => {
        const typed =
          [...code].map((symbol, i) => (gaps[i] ?? []).join('') + symbol).join('') +
          (gaps[13] ?? []).join('');
        expect(normaliseAccessCode(lower ? typed.toLowerCase() : typed)).toEqual({ ok: true, code });
      }),
      { seed: 1, numRuns: 200 },
    );
    expect(normaliseAccessCode(formatAccessCode(code))).toEqual({ ok: true, code });
    expect(formatAccessCode(code)).toMatch(/^.{4}-.{4}-.{4}-.$/);
  });

  it('is read when it was typed with letters of another script that look like its own', () => {
    const alike: Record<string, string> = {
      ...{ B: 'ВвΒ', C: 'СсϹ', H: 'НнΗ', K: 'КкΚ', M: 'МмΜ', P: 'РрΡ', T: 'ТтΤ', X: 'ХхΧ', S: 'Ѕѕ', J: 'Јј' },
      ...{ N: 'Ν', Z: 'Ζ', Q: 'Ԛ', G: 'Ԍ', V: 'Ѵ', 3: 'Зз٣', 2: '２', 4: '۴', 9: '९' },
    };
    const replaced = new Set<string>();
    for (const code of codes) {
      for (let way = 0; way < 3; way += 1) {
        const typed = [...code].map((symbol) => {
          const others = [...(alike[symbol] ?? symbol)];
          if (alike[symbol]) replaced.add(symbol);
          return others[way % others.length] ?? symbol;
        });
        expect(normaliseAccessCode(typed.join(''))).toEqual({ ok: true, code });
      }
    }
    expect(replaced.size).toBe(Object.keys(alike).length);
    expect(normaliseAccessCode('ЖЦЫ')).toEqual({ ok: false, reason: 'unknown-character' });
  });

  it('says what is wrong with what was typed', () => {
    const code = codes[1] ?? '';
    expect(normaliseAccessCode('  - ')).toEqual({ ok: false, reason: 'empty' });
    expect(normaliseAccessCode(code.slice(1))).toEqual({ ok: false, reason: 'wrong-length' });
    expect(normaliseAccessCode(`0${code.slice(1)}`)).toEqual({ ok: false, reason: 'unknown-character' });
    expect(normaliseAccessCode(`<script>${code}`)).toEqual({ ok: false, reason: 'unknown-character' });
  });

  it('uses every symbol equally often', () => {
    const counts = new Map<string, number>();
    const many = Array.from({ length: 4000 }, (_, seed) => makeAccessCode(seededBytes(seed + 1000)));
    for (const code of many) for (const symbol of code) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
    const expected = (4000 * 13) / 27;
    const chiSquare = [...counts.values()].reduce(
      (sum, count) => sum + (count - expected) ** 2 / expected,
      0,
    );
    // The 0.999 quantile of chi-square with 26 degrees of freedom.
    expect(chiSquare).toBeLessThan(54.05);
  });
});
