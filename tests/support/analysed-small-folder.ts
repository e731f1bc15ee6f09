import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import { analyseFolder } from '#app/use-cases/analyse-folder/analyse-folder.server.ts';
import type { AnalysisNote } from '#app/use-cases/analyse-folder/notes.ts';
import { testFolder } from './database.ts';
import { type SmallFolder, writeFolder } from './small-folder.ts';

interface Report {
  files: string[];
  leftOut: { file: string; lacks: string[] }[];
  rules: Record<string, string>;
  notes: AnalysisNote[];
}

/**
 * Analyses a folder. Nothing it writes may say NaN or undefined, and every rule that was applied is written
 * out.
 */
export function analysed(folder: SmallFolder) {
  const output = join(testFolder(), 'results');
  expect(analyseFolder(writeFolder(folder), output)).toMatchObject({ ok: true });
  for (const file of readdirSync(output))
    expect(readFileSync(join(output, file), 'utf8')).not.toMatch(/\b(?:NaN|undefined|null|-?Inf)\b/);
  const report = JSON.parse(readFileSync(join(output, 'report.json'), 'utf8')) as Report;
  for (const { rule } of report.notes) expect(report.rules[rule]).toMatch(/\w{3}/);
  const rows = (name: string): Record<string, string>[] =>
    parse(readFileSync(join(output, `${name}.csv`)), { columns: true });
  const value = (name: string, wanted: Record<string, string>) =>
    rows(name).find((row) => Object.entries(wanted).every(([column, cell]) => row[column] === cell))?.value;
  const notesOf = (rule: AnalysisNote['rule']) => report.notes.filter((note) => note.rule === rule);
  return { output, report, rows, value, notesOf };
}
