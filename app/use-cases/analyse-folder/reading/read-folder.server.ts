import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readUtf8File } from '../../text-files/read-json-file.server.ts';
import type { AnalysisFolder, MarginTable } from '../folder.ts';
import type { AnalysisNote } from '../notes.ts';
import type { AnalysisSettings } from '../settings.ts';
import { readDispositions } from './dispositions.ts';
import { Faults, type FolderFault } from './faults.ts';
import { readFrame, readPins } from './places.ts';
import { readMargin, readPopulation } from './population.ts';
import { readRespondents } from './respondents.ts';
import { readSettings, settingsFile } from './settings-file.ts';

export type ReadFolder =
  | { ok: true; folder: AnalysisFolder; notes: AnalysisNote[] }
  | { ok: false; faults: FolderFault[]; count: number };

/**
 * Reads and checks the files that `analysis.json` names. A file that is not there is a part that the folder
 * lacks.
 */
export function readFolder(path: string): ReadFolder {
  const faults = new Faults();
  const text = textOf(path, settingsFile, faults);
  const settings = text === null ? null : readSettings(text, faults);
  if (!settings && faults.count === 0)
    faults.add({ file: settingsFile, line: 0, column: '', code: 'file-unreadable', found: settingsFile });
  if (!settings) return { ok: false, faults: faults.list, count: faults.count };
  const notes = missingParts(path, settings);
  const folder = readTables(path, settings, faults);
  if (faults.count > 0) return { ok: false, faults: faults.list, count: faults.count };
  return { ok: true, folder, notes };
}

function readTables(path: string, settings: AnalysisSettings, faults: Faults): AnalysisFolder {
  const { files } = settings;
  const read = <T>(file: string | undefined, reader: (file: string, text: string) => T | null) => {
    const text = file === undefined ? null : textOf(path, file, faults);
    return (text === null ? null : reader(file ?? '', text)) ?? undefined;
  };

  const people = read(files.population, (file, text) => readPopulation(file, text, settings, faults));
  const levels = new Map(people?.levels);
  const margins = new Map<string, MarginTable>();
  for (const [variable, file] of Object.entries(files.margins)) {
    const total = people?.total ?? null;
    const margin = read(file, (name, text) => readMargin(name, text, { variable, total }, faults));
    if (!margin) continue;
    margins.set(variable, margin);
    levels.set(variable, margin.levels);
  }
  const known = { population: people?.strata, levels };
  const dispositions = read(files.dispositions, (file, text) =>
    readDispositions(file, text, settings, known, faults),
  );
  const respondents = read(files.respondents, (file, text) =>
    readRespondents(file, text, settings, { ...known, margins, dispositions }, faults),
  );
  for (const [name, column] of [...(dispositions?.variables ?? []), ...(respondents?.variables ?? [])]) {
    if (!levels.has(name)) levels.set(name, column.levels);
  }
  return {
    settings,
    levels,
    population: people?.strata,
    margins,
    dispositions,
    respondents,
    pins: read(files.pins, (file, text) => readPins(file, text, settings, faults)),
    frame: read(files.frame, (file, text) => readFrame(file, text, settings, known, faults)),
  };
}

/** What a file says; null when it is not there, or cannot be read as UTF-8, which is a fault. */
function textOf(path: string, file: string, faults: Faults): string | null {
  const whole = join(path, file);
  if (!existsSync(whole)) return null;
  const read = readUtf8File(whole);
  if (read.ok) return read.text;
  faults.add({ file, line: 0, column: '', code: read.reason, found: '' });
  return null;
}

function missingParts(path: string, { files }: AnalysisSettings): AnalysisNote[] {
  const { margins, ...others } = files;
  return Object.values({ ...others, ...margins }).flatMap((file) =>
    existsSync(join(path, file)) ? [] : [{ rule: 'part-missing', block: 'folder', detail: { lacks: file } }],
  );
}
