import { describe, expect, it } from 'vitest';
import { violations } from '#tests/support/architecture/check.ts';

/** What the checker says of a small house. */
const judge = (files: Record<string, string>): string[] => violations(new Map(Object.entries(files)));

describe('the checker of folders and comments', () => {
  it('says once when folders import each other, though no file does', () => {
    const found = judge({
      'app/components/map/a.ts': "import '../flags/b.ts';",
      'app/components/flags/b.ts': '',
      'app/components/flags/c.ts': "import type { D } from '../map/d.ts';",
      'app/components/map/d.ts': '',
    });
    expect(found).toEqual([
      'app/components: map → flags → map is a circle of folders (app/components/map/a.ts → app/components/flags/b.ts)',
    ]);
  });

  it('lets a file stand between its folder and the folders in it', () => {
    const files = {
      'app/components/map/a.ts': "import './legend/b.ts';",
      'app/components/map/legend/b.ts': "import '../c.ts';",
      'app/components/map/c.ts': '',
    };
    expect(judge(files)).toEqual([]);
    const back = judge({ ...files, 'app/components/map/c.ts': "import './legend/d.ts';" });
    expect(back).toEqual([expect.stringContaining('app/components/map: legend → c.ts → legend')]);
  });

  it('says when a room imports from one that comes later, and when a room has no place', () => {
    const upward = judge({
      'app/core/statistics/a.ts': "import '../weighting/b.ts';",
      'app/core/weighting/b.ts': '',
    });
    expect(upward).toEqual([expect.stringContaining('app/core: statistics imports upwards from weighting')]);
    expect(judge({ 'app/core/wishes/a.ts': '' })).toEqual([
      'app/core/wishes has no place in the order of app/core',
    ]);
  });

  it('says when a folder is crowded, and minds no flat routes', () => {
    const many = (folder: string, count: number) =>
      judge(Object.fromEntries(Array.from({ length: count }, (_, i) => [`${folder}/a${i}.ts`, ''])));
    expect(many('app/components/map', 20)).toEqual([]);
    expect(many('app/components/map', 21)).toEqual(['app/components/map holds 21 loose files, more than 20']);
    expect(many('app/routes', 21)).toEqual([]);
  });

  it('says when a comment is wider than a review shows, and minds no code', () => {
    const wide = 'so many words '.repeat(9);
    expect(judge({ 'app/core/text/a.ts': `// ${wide}` })).toEqual([
      'app/core/text/a.ts:1 has a comment of more than 110 columns',
    ]);
    expect(judge({ 'app/core/text/a.ts': `const said = '${wide}';` })).toEqual([]);
  });
});
