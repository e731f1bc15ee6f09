import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { districts } from '#city/city.ts';
import { districtWords } from '#core/frame/check-row.ts';
import { readAsLatin } from '#core/text/look-alikes.ts';
import { normalForm, tidyText, wordList } from '#core/text/normal-form.ts';
import { isPesel, withoutPesel } from '#core/text/pesel.ts';
import { printable, quoted } from '#core/text/quoted.ts';

describe('a word in its normal form', () => {
  it('is the same however its letters are put together, spaced and written large', () => {
    const spaces = ['\u00a0', '\u2009', '\u202f', '  ', '\t', ' \u200b'];
    const district = districtWords(districts);
    for (const { number, name } of districts) {
      expect(district(name.normalize('NFD'))).toBe(number);
      expect(district(name.toLocaleUpperCase('pl'))).toBe(number);
      for (const space of spaces) expect(district(` ${name.replaceAll(' ', space)}\ufeff`)).toBe(number);
    }
    expect(district('Łagiewniki – Borek Fałęcki')).toBe(9);
    expect(district('VIII\u00a0DĘBNIKI'.normalize('NFD'))).toBe(8);
    expect(district('１８')).toBe(18);
    expect(district(' VIII ')).toBe(8);
    expect(district('Debniki')).toBeUndefined();
  });

  it('is a form that has no other form, and that tidying keeps', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        const form = normalForm(word);
        expect(normalForm(form)).toBe(form);
        expect(normalForm(word.normalize('NFD'))).toBe(form);
        expect(normalForm(tidyText(word))).toBe(form);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('keeps apart what a person keeps apart', () => {
    const listed = ['K', 'M', 'Kobieta', 'Łódź', 'Lódź', '65+', '65', '1', '01'];
    const number = wordList(listed.map((word, at) => [word, at] as const));
    expect(listed.map((word) => number(word))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('a code typed on another keyboard', () => {
  it('is read as the Latin letters and digits that it looks like', () => {
    expect(readAsLatin('НКР-ВСМ ТХЅ')).toBe('HKPBCMTXS');
    expect(readAsLatin('нкр всм тхѕ')).toBe('HKPBCMTXS');
    expect(readAsLatin('ΗΚΡΒΜΤΧΖ')).toBe('HKPBMTXZ');
    expect(readAsLatin('ＢＣＤＦ－２３４')).toBe('BCDF234');
    expect(readAsLatin('٢٣٤ ۵۶۷ ८९')).toBe('23456789');
    expect(readAsLatin('bc–df − gh')).toBe('BCDFGH');
  });
});

describe('a PESEL', () => {
  it('is eleven digits that begin with a day and end in their check digit', () => {
    expect(isPesel('44051401359')).toBe(true);
    expect(isPesel('02070803628')).toBe(true);
    expect(isPesel('44051401358')).toBe(false);
    expect(isPesel('44991401359')).toBe(false);
    expect(isPesel('4405140135')).toBe(false);
  });

  it('is never quoted, with a wrong check digit neither, and other numbers are', () => {
    for (const text of ['44051401359', '44051401358', 'id-44051401359/2', '４４０５１４０１３５９']) {
      expect(withoutPesel(text)).not.toMatch(/\p{Nd}{11}/u);
      expect(quoted(text)).toContain('[PESEL]');
    }
    expect(quoted('12345678901')).toBe('12345678901');
    expect(quoted('440514013590')).toBe('440514013590');
  });

  it('is not half quoted where the quotation is cut', () => {
    expect(quoted(`${'x'.repeat(35)}44051401359`)).toBe(`${'x'.repeat(35)}[PESE…`);
  });
});

describe('what a file says, on a terminal', () => {
  it('has every control character spelled out, whatever it is', () => {
    expect(printable('a\u001b[31mred\u0007\r\n\u009b2J\u202eb')).toBe(
      'a\\u{1b}[31mred\\u{7}\\u{d}\\u{a}\\u{9b}2J\\u{202e}b',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(quoted(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      }),
      { seed: 1, numRuns: 500 },
    );
    expect(printable('Zażółć gęślą jaźń – „tak” 👍')).toBe('Zażółć gęślą jaźń – „tak” 👍');
  });

  it('is cut between characters, never inside one', () => {
    expect(quoted('👍'.repeat(50))).toBe(`${'👍'.repeat(40)}…`);
  });
});
