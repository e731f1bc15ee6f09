import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { districts } from '#city/city.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { lintQuestionnaire } from '#core/questionnaire/lint/lint.ts';

const inFolder = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

const documents = [...inFolder('.'), ...inFolder('docs'), ...inFolder('docs/decisions')];

/** A decision that a newer one supersedes speaks of files as they lay then. */
const isSuperseded = (text: string): boolean => /Status: superseded/.test(text);

describe('the documents', () => {
  it.each(documents)('%s names only files that are there', (document) => {
    const text = readFileSync(document, 'utf8');
    const named = text.match(/(?<![\w./-])(?:app|db|tests|docs)\/[\w$./-]+\.(?:tsx?|js|json|md|css|sql)\b/g);
    const missing = isSuperseded(text) ? [] : (named ?? []).filter((path) => !existsSync(path));
    expect(missing).toEqual([]);
  });

  it.each(documents)('%s links only to what is there', (document) => {
    const links = [...readFileSync(document, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)];
    const missing = links.filter(([, link = '']) => !existsSync(join(dirname(document), link)));
    expect(missing.map(([, link]) => link)).toEqual([]);
  });

  it.each(documents.filter((name) => name !== 'docs/method-evidence.md'))(
    '%s has lines of at most 110 columns, but for tables, addresses and what is typed',
    (document) => {
      const prose = readFileSync(document, 'utf8').replace(/^```[\s\S]*?^```/gm, '');
      const isWide = (line: string) => line.replace(/\p{M}/gu, '').length > 110;
      const isWhole = (line: string) => /^\s*\||\]\(|^- \[|`[^`]{60,}`/.test(line);
      const wide = prose.split('\n').filter((line) => isWide(line) && !isWhole(line));
      expect(wide).toEqual([]);
    },
  );

  it('list every decision, each with its date and status', () => {
    const index = readFileSync('docs/decisions/README.md', 'utf8');
    const decisions = readdirSync('docs/decisions').filter((name) => /^\d{4}-/.test(name));
    expect(decisions.length).toBeGreaterThan(30);
    for (const name of decisions) {
      const [title, , status] = readFileSync(join('docs/decisions', name), 'utf8').split('\n');
      expect(title).toMatch(new RegExp(`^# ${name.slice(0, 4)}\\. \\S`));
      expect(status).toMatch(/^Date: 2026-\d\d-\d\d · Status: (?:accepted|superseded by \[\d{4}\])/);
      expect(index).toContain(`(${name})`);
    }
  });

  it('show an indicator that could be added as it stands', () => {
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(readFileSync('CONTRIBUTING.md', 'utf8')) ?? [];
    const indicators = [...cityQuestionnaire.indicators, JSON.parse(example)];
    expect(lintQuestionnaire({ ...cityQuestionnaire, indicators }, districts).problems).toEqual([]);
  });
});
