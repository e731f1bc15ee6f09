import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analysed } from '#tests/support/analysed-small-folder.ts';
import { changeRows, changeSettings, type Row, smallFolder } from '#tests/support/small-folder.ts';

const sound = smallFolder();

/** Keeps some respondents; what the file said of their number is left out, for it would no longer hold. */
const keep = (wanted: (row: Row, index: number) => boolean) => (rows: Row[]) =>
  rows.filter(wanted).map(({ n_resp_h: _, ...row }) => row);

describe('where everything is usual', () => {
  it('no rule is applied', () => {
    const { report } = analysed(sound);
    expect(report.notes).toEqual([]);
  });

  it('the order of the rows changes no figure', () => {
    const backwards = changeRows(sound, 'respondents.csv', (rows) => rows.toReversed());
    const [one, other] = [analysed(sound), analysed(backwards)];
    const [before, after] = [one.rows('mean'), other.rows('mean')];
    expect(before.map(({ value, ...key }) => key)).toEqual(after.map(({ value, ...key }) => key));
    const largest = before.reduce(
      (error, { value }, index) => Math.max(error, Math.abs(Number(value) - Number(after[index]?.value))),
      0,
    );
    expect(largest).toBeLessThan(1e-8);
  });

  it('the same folder gives the same bytes', () => {
    const [one, other] = [analysed(sound), analysed(sound)];
    for (const file of readdirSync(one.output))
      expect(readFileSync(join(other.output, file))).toEqual(readFileSync(join(one.output, file)));
  });
});

describe('a rule is applied and reported', () => {
  it('a stratum with one respondent is collapsed with the nearest of its sex and district, never the next district', () => {
    const alone = changeRows(
      sound,
      'respondents.csv',
      keep(({ stratum, wave }, index) => stratum !== 'D02|45+|M' || wave !== 1 || index % 12 === 0),
    );
    const { notesOf, value } = analysed(alone);
    expect(notesOf('single-unit-stratum')).toContainEqual(
      expect.objectContaining({
        ...{ design: 'strat_fpc', wave: 1, domain: 'D02|45+|M', detail: { into: 'D02|16-44|M' } },
      }),
    );
    const se = value('mean', { design: 'strat_fpc', wave: '1', domain: 'D02', item: 'index', stat: 'se' });
    expect(Number(se)).toBeGreaterThan(0);
  });

  it('the only respondent of a district is joined with nobody, which is said', () => {
    const alone = changeRows(
      sound,
      'respondents.csv',
      keep(({ district, stratum, wave }, index) =>
        district !== 'D02' || wave !== 1 ? true : stratum === 'D02|45+|M' && index % 12 === 0,
      ),
    );
    const { notesOf } = analysed(alone);
    expect(notesOf('single-respondent-district')).toContainEqual(
      expect.objectContaining({ design: 'strat_fpc', wave: 1, domain: 'D02|45+|M' }),
    );
    const crossed = notesOf('single-unit-stratum').filter(
      ({ domain, detail }) => domain?.slice(0, 3) !== String(detail?.into).slice(0, 3),
    );
    expect(crossed).toEqual([]);
  });

  it('classes and cells are merged inside their district, in whatever order the settings name the variables', () => {
    const reversed = changeSettings(sound, {
      nonresponse: { class: ['age', 'district'], minimum_respondents: 1000 },
      raking: {
        rake1: [['age', 'district'], ['sex']],
        rake2: [['age', 'district'], ['sex', 'district'], ['edu']],
      },
    });
    const thin = changeRows(
      reversed,
      'respondents.csv',
      keep(({ district, age, wave }) => district !== 'D02' || age !== '45+' || wave !== 1),
    );
    const { notesOf } = analysed(thin);
    const merges = [...notesOf('class-merged'), ...notesOf('empty-cell')].filter(({ wave }) => wave === 1);
    expect(merges.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['class-merged', 'empty-cell']));
    for (const { domain, detail } of merges)
      expect(String(detail?.into).slice(0, 3), domain).toBe(domain?.slice(0, 3));
  });

  it('classes that are whole districts stay as they are, however few answered', () => {
    const districts = changeSettings(sound, {
      nonresponse: { class: ['district'], minimum_respondents: 1000 },
    });
    expect(analysed(districts).notesOf('class-merged')).toEqual([]);
  });

  it('trimming that does not settle gives way to bounded calibration, and the district that needs wider bounds is named', () => {
    const lonely = changeRows(
      sound,
      'respondents.csv',
      keep(({ stratum, wave }, index) => stratum !== 'D02|45+|M' || wave !== 1 || index % 12 === 0),
    );
    const { notesOf, value } = analysed(
      // biome-ignore lint/suspicious/noThenProperty: the key of the file's format
      changeSettings(lonely, { trim: { lo: 0.5, hi: 2, of: 'district mean', then: 'rake2' } }),
    );
    expect(notesOf('trimming-bounds-widened')).toMatchObject([{ wave: 1, domain: 'D02' }]);
    const [note] = notesOf('trimming-not-settled');
    expect(Number(note?.detail?.outsideAfter)).toBeLessThanOrEqual(Number(note?.detail?.outsideBefore));
    const sum = value('kish', { design: 'trimcycle', wave: '1', domain: 'city', stat: 'sumw' });
    const total = (sound.files['population.csv'] ?? []).reduce((all, { N }) => all + Number(N), 0);
    expect(Number(sum) / total).toBeCloseTo(1, 9);
  });

  it('a cell of a margin without respondents is merged with its neighbour, and weights still add up', () => {
    const empty = changeRows(
      sound,
      'respondents.csv',
      keep(({ stratum, wave }) => stratum !== 'D02|45+|M' || wave !== 1),
    );
    const { notesOf, value } = analysed(empty);
    expect(notesOf('empty-cell')).toContainEqual(
      expect.objectContaining({ block: 'ps', wave: 1, domain: 'D02|45+|M', detail: { into: 'D02|45+|F' } }),
    );
    const total = (sound.files['population.csv'] ?? []).reduce((sum, { N }) => sum + Number(N), 0);
    for (const design of ['ps', 'rake1', 'rake2', 'greg1']) {
      const sum = value('kish', { design, wave: '1', domain: 'city', stat: 'sumw' });
      expect(Number(sum) / total, design).toBeCloseTo(1, 9);
    }
  });

  it('a weighting class without respondents is merged with its neighbour', () => {
    const empty = changeRows(
      sound,
      'respondents.csv',
      keep(({ district, age, wave }) => district !== 'D02' || age !== '45+' || wave !== 1),
    );
    const silent = changeRows(empty, 'dispositions.csv', (rows) =>
      rows.map((row) =>
        row.district === 'D02' && row.age === '45+' && row.wave === 1 ? { ...row, disposition: '2.20' } : row,
      ),
    );
    expect(analysed(silent).notesOf('class-merged')).toMatchObject([
      { wave: 1, domain: 'D02|45+', detail: { into: 'D02|16-44', reason: 'few-respondents' } },
    ]);
  });

  it('a district without respondents is left out of the margins, and is not 0', () => {
    const empty = changeRows(
      sound,
      'respondents.csv',
      keep(({ district, wave }) => district !== 'D02' || wave !== 1),
    );
    const { notesOf, value } = analysed(empty);
    expect(notesOf('district-without-respondents')).toMatchObject([{ wave: 1, domain: 'D02' }]);
    expect(notesOf('nobody-answered').length).toBeGreaterThan(0);
    const mean = { design: 'rake2_cal', wave: '1', domain: 'D02', item: 'unsafe' };
    expect(value('mean', { ...mean, stat: 'est' })).toBe('NA');
    expect(value('mean', { ...mean, stat: 'se' })).toBe('NA');
    expect(value('mean', { ...mean, stat: 'n' })).toBe('0');
  });

  it('margins that cannot be reached together are reported with what is left', () => {
    const oneSided = changeRows(sound, 'respondents.csv', (rows) =>
      rows.map((row) => ({ ...row, edu: row.district === 'D01' ? 'low' : 'high' })),
    );
    const { notesOf } = analysed(oneSided);
    const left = notesOf('not-converged').find(({ item, wave }) => item === 'rake2' && wave === 1);
    expect(Number(left?.detail?.largestDeviation)).toBeGreaterThan(0.01);
    const raked = notesOf('not-converged').filter(({ item }) => item === 'rake2');
    expect(raked.map(({ wave }) => wave)).toEqual([1, 2]);
  });

  it('where everybody answers alike the standard error is 0 and what needs a variance is NA', () => {
    const alike = changeRows(sound, 'respondents.csv', (rows) =>
      rows.map((row) => (row.district === 'D03' ? { ...row, unsafe: 0 } : row)),
    );
    const { notesOf, value } = analysed(alike);
    const where = { design: 'rake2_cal', wave: '1', domain: 'D03', item: 'unsafe' };
    expect(notesOf('zero-variance')).toContainEqual(
      expect.objectContaining({ block: 'mean', design: 'rake2_cal', wave: 1, domain: 'D03', item: 'unsafe' }),
    );
    expect(value('mean', { ...where, stat: 'est' })).toBe('0');
    expect(value('mean', { ...where, stat: 'deff_replace' })).toBe('NA');
    expect(value('ci', { ...where, method: 'xlogit', stat: 'lo' })).toBe('NA');
    expect(value('ci', { ...where, method: 'kg_nchs', stat: 'lo' })).toBe('0');
    expect(Number(value('ci', { ...where, method: 'kg_nchs', stat: 'hi' }))).toBeGreaterThan(0.05);
    expect(Number(value('ci', { ...where, method: 'wilson_neff', stat: 'hi' }))).toBeGreaterThan(0.05);
  });

  it('a share of which only "yes" is written is said to be one of those few: an empty cell is no "no"', () => {
    const blank = changeRows(sound, 'respondents.csv', (rows) =>
      rows.map((row) => ({ ...row, unsafe: row.unsafe === 1 ? 1 : '' })),
    );
    const { notesOf } = analysed(blank);
    expect(notesOf('only-yes')).toContainEqual(
      expect.objectContaining({ block: 'mean', domain: 'city', item: 'unsafe' }),
    );
  });

  it('an item that nobody answered has no estimate', () => {
    const unanswered = changeRows(sound, 'respondents.csv', (rows) =>
      rows.map((row) => ({ ...row, unsafe: '' })),
    );
    const { notesOf, rows } = analysed(unanswered);
    expect(notesOf('nobody-answered').some(({ block, item }) => block === 'mean' && item === 'unsafe')).toBe(
      true,
    );
    const own = rows('mean').filter(({ item }) => item === 'unsafe');
    expect(
      new Set(own.filter(({ stat }) => stat === 'est' || stat === 'se').map(({ value }) => value)),
    ).toEqual(new Set(['NA']));
  });

  it('a domain with one respondent in each stratum has no degrees of freedom', () => {
    const thin = changeRows(sound, 'respondents.csv', (rows) => {
      const seen = new Set<string>();
      return rows.map((row) => {
        const key = `${row.wave} ${row.stratum}`;
        if (row.district !== 'D01' || !seen.has(key)) {
          seen.add(key);
          return row.district === 'D01' ? { ...row, unsafe: seen.size % 2 } : row;
        }
        return { ...row, unsafe: '' };
      });
    });
    const { notesOf, value } = analysed(thin);
    expect(notesOf('no-degrees-of-freedom')).toContainEqual(
      expect.objectContaining({ block: 'ci', domain: 'D01', item: 'unsafe', wave: 1 }),
    );
    const where = { design: 'strat_fpc', wave: '1', domain: 'D01', item: 'unsafe', stat: 'lo' };
    expect(value('ci', { ...where, method: 'xlogit' })).toBe('NA');
    expect(value('ci', { ...where, method: 'kg_nchs' })).toBe('NA');
  });

  it('a district below the base rule stays in the family of the tests, and its level is insufficient', () => {
    const flags = sound.settings.flags as Record<string, unknown>;
    const sensitive = { ...flags, level_margin: 0, absolute_threshold: 0.1, gap_margin: 0, q: 0.9 };
    const thin = changeRows(
      sound,
      'respondents.csv',
      keep(({ district }, index) => district !== 'D02' || index % 4 > 0),
    );
    const judged = (min_n: number) => {
      const { rows, notesOf } = analysed(changeSettings(thin, { flags: { ...sensitive, min_n } }));
      return { rows: rows('flags'), notes: notesOf('below-minimum') };
    };
    const [low, high] = [judged(1), judged(40)];
    expect([low.notes.length, high.notes.length]).toEqual([0, 2]);
    expect(high.notes).toMatchObject([1, 2].map((wave) => ({ wave: String(wave), domain: 'D02' })));
    const said = ['level', 'absolute', 'gapflag'];
    for (const [index, row] of high.rows.entries()) {
      const other = low.rows[index] ?? {};
      const evidence = Object.keys(row).filter((column) => !said.includes(column));
      for (const column of evidence) expect(row[column], column).toBe(other[column]);
      const isThin = row.district === 'D02';
      expect(isThin ? ['insufficient', '0', '0'] : said.map((column) => other[column])).toEqual(
        said.map((column) => row[column]),
      );
    }
    expect(low.rows.filter(({ district }) => district === 'D02').map(({ absolute }) => absolute)).toContain(
      '1',
    );
  });

  it('respondents without the answer of a margin keep their share of the weights', () => {
    const silent = changeRows(sound, 'respondents.csv', (rows) =>
      rows.map((row, index) => (index % 10 === 0 ? { ...row, edu: '' } : row)),
    );
    const { notesOf, rows } = analysed(silent);
    const [note] = notesOf('missing-margin-answer');
    expect(note).toMatchObject({ block: 'rake2', wave: 1, item: 'edu' });
    const weights = rows('weights').filter(({ wave }) => wave === '1');
    const share = (kind: string) => {
      const of = (chosen: typeof weights) => chosen.reduce((sum, row) => sum + Number(row[kind]), 0);
      return of(weights.filter((_, index) => index % 10 === 0)) / of(weights);
    };
    expect(share('w_rake2')).toBeCloseTo(share('w_nr'), 9);
    expect(share('w_rake2')).toBeCloseTo(Number(note?.detail?.share), 9);
  });
});
