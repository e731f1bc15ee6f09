import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agePartition,
  bandsOf,
  parseRespondentCell,
  rangeOf,
  respondentCellKey,
} from '#core/sampling/respondent-cell.ts';
import { ageBands, sexes, stratumKey } from '#core/sampling/stratum.ts';

/** Bands that follow each other. */
const joined = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 7 }))
  .map(([from, length]) => ageBands.slice(from, from + length));

describe('the cell that a respondent is known to be of', () => {
  it('is the stratum where age band and sex are those of a register', () => {
    for (const ageBand of ageBands)
      for (const sex of sexes) {
        expect(respondentCellKey(7, ageBand, sex)).toBe(stratumKey(7, ageBand, sex));
        expect(parseRespondentCell(stratumKey(7, ageBand, sex))).toEqual({
          district: 7,
          ages: ageBand,
          bands: [ageBand],
          sex,
        });
      }
  });

  it('is read as it was written, whatever is joined or unknown', () => {
    const sex = fc.constantFrom('F', 'M', 'other', null);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 18 }), fc.option(joined), sex, (district, bands, asked) => {
        const ages = bands && rangeOf(bands);
        expect(parseRespondentCell(respondentCellKey(district, ages, asked))).toEqual({
          district,
          ages,
          bands: bands ?? [],
          sex: asked,
        });
      }),
    );
  });

  it('has only ages that are made of whole bands', () => {
    expect(bandsOf('55+')).toEqual(['55-64', '65-74', '75+']);
    expect(bandsOf('18-34')).toEqual(['18-24', '25-34']);
    for (const range of ['60+', '18-29', '34-18', '15-24', 'old', ''])
      expect(bandsOf(range), range).toBe(null);
    expect(() => parseRespondentCell('D01|60+|F')).toThrow('`parseRespondentCell` requires a key');
    expect(() => parseRespondentCell('D01|18-24|X')).toThrow('`parseRespondentCell` requires a key');
  });
});

describe('the ages that a study tells apart', () => {
  it('are every band once, in order, and cut through none of its ranges', () => {
    fc.assert(
      fc.property(fc.array(joined), (ranges) => {
        const partition = agePartition(ranges.map(rangeOf)).map((range) => bandsOf(range) ?? []);
        expect(partition.flat()).toEqual([...ageBands]);
        for (const range of ranges) {
          expect(partition.some((part) => range.every((band) => part.includes(band)))).toBe(true);
        }
      }),
    );
  });

  it('are joined only where a range asks for it', () => {
    expect(agePartition([])).toEqual([...ageBands]);
    expect(agePartition(['18-24', '65+', '25-34', 'unknown'])).toEqual([...ageBands.slice(0, 5), '65+']);
  });
});
