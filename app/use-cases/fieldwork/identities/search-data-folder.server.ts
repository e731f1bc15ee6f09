import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { TraceSearch } from '#core/fieldwork/trace-search.ts';

/** A file of the data folder in which traces stand. */
export interface TracedFile {
  /** Path within the data folder. */
  file: string;
  /** How often a trace stands in it. */
  traces: number;
}

/** What was looked at, and where something was found. */
export interface FolderSearch {
  files: number;
  bytes: number;
  found: TracedFile[];
}

/** Searches every file of a folder, and of the folders in it, byte by byte. Links are not followed. */
export async function searchFolder(folder: string, search: TraceSearch): Promise<FolderSearch> {
  const result: FolderSearch = { files: 0, bytes: 0, found: [] };
  for (const path of await filesIn(folder)) {
    const searched = await searchFile(path, search);
    if (!searched) continue;
    result.files += 1;
    result.bytes += searched.bytes;
    if (searched.traces > 0) result.found.push({ file: relative(folder, path), traces: searched.traces });
  }
  return result;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Null for a file that has gone since the folder was listed, as a log does when its database is closed. */
async function searchFile(path: string, search: TraceSearch) {
  // What stands before a trace decides whether it is one: so much of the last piece is kept as well.
  const context = 16;
  let piece: Buffer = Buffer.alloc(0);
  let [bytes, traces, searchedTo] = [0, 0, 0];
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 })) {
      const kept = piece.subarray(Math.max(0, searchedTo - context));
      searchedTo = Math.min(searchedTo, context);
      piece = Buffer.concat([kept, chunk as Buffer]);
      bytes += (chunk as Buffer).length;
      const until = Math.max(searchedTo, piece.length - search.longest);
      traces += search.count(piece, searchedTo, until);
      searchedTo = until;
    }
    return { bytes, traces: traces + search.count(piece, searchedTo) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
