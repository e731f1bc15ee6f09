import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Outcome } from '../staff-act.ts';
import { csvText } from '../text-files/write-csv.ts';
import { analyseTables, type LeftOut } from './analyse-tables.ts';
import type { OutputTable } from './block.ts';
import { formatNumber } from './format-number.ts';
import { type AnalysisNote, rules } from './notes.ts';
import type { FolderFault } from './reading/faults.ts';
import { readFolder } from './reading/read-folder.server.ts';

export type AnalysedFolder =
  | Outcome<
      { files: string[]; leftOut: LeftOut[]; notes: AnalysisNote[] },
      'output-exists' | 'output-unwritable' | 'no-folder'
    >
  | { ok: false; reason: 'folder-faulty'; detail: { faults: number }; faults: FolderFault[] };

/**
 * Applies the method to the files of a folder and writes one file per part of the results, with
 * `report.json`, which says which rules were applied to what, and which files the folder does not suffice
 * for. Nothing is written when a file has a fault; the output appears whole or not at all.
 */
export function analyseFolder(path: string, output: string): AnalysedFolder {
  if (!existsSync(path)) return { ok: false, reason: 'no-folder', detail: { folder: path } };
  if (existsSync(output) && !isEmptyFolder(output))
    return { ok: false, reason: 'output-exists', detail: { folder: output } };
  const read = readFolder(path);
  if (!read.ok)
    return { ok: false, reason: 'folder-faulty', detail: { faults: read.count }, faults: read.faults };
  const { tables, leftOut, notes: applied } = analyseTables(read.folder);
  const notes = [...read.notes, ...applied];
  const files = new Map(tables.map((table) => [`${table.name}.csv`, tableText(table)]));
  files.set('report.json', `${JSON.stringify(reportOf([...files.keys()], leftOut, notes), null, 2)}\n`);
  try {
    writeWhole(resolve(output), files);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { ok: false, reason: 'output-unwritable', detail: { folder: output, error: String(error.code) } };
  }
  return { ok: true, files: [...files.keys()], leftOut, notes };
}

function isEmptyFolder(path: string): boolean {
  try {
    return readdirSync(path).length === 0;
  } catch {
    return false;
  }
}

/**
 * Numbers, and the keys of hexagons (`-1:2`): what has digits only is no formula, whatever stands before it.
 */
const digitsOnly = /^-\d[\d.:-]*$/;

function tableText({ columns, rows }: OutputTable): string {
  const cells = rows.map((row) =>
    row.map((cell) => {
      if (typeof cell === 'number') return { number: formatNumber(cell) };
      return cell !== null && digitsOnly.test(cell) ? { number: cell } : (cell ?? 'NA');
    }),
  );
  return csvText([columns, ...cells]);
}

function reportOf(files: string[], leftOut: LeftOut[], notes: AnalysisNote[]) {
  const applied = new Set(notes.map(({ rule }) => rule));
  return {
    files,
    leftOut,
    rules: Object.fromEntries(
      Object.entries(rules).filter(([rule]) => applied.has(rule as keyof typeof rules)),
    ),
    notes,
  };
}

/** Writes beside the output and moves it there when all is written. */
function writeWhole(output: string, files: ReadonlyMap<string, string>): void {
  const beside = join(dirname(output), `.${basename(output)}.${process.pid}.partial`);
  mkdirSync(beside, { recursive: true });
  try {
    for (const [name, text] of files) writeFileSync(join(beside, name), text);
    if (existsSync(output)) rmSync(output, { recursive: true });
    renameSync(beside, output);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
}
