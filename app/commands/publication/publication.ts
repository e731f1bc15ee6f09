import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import iconv from 'iconv-lite';
import { saysFieldworkReport } from '#core/publication/open-wave/fieldwork-report.ts';
import { closeDatabases, resultsDatabase } from '../../db.server.ts';
import { publicationFileOf } from '../../use-cases/analysis/hand-over-publication.server.ts';
import { importHistory } from '../../use-cases/results/import-history.server.ts';
import { receiveFieldworkReport } from '../../use-cases/results/open-wave/receive-fieldwork-report.server.ts';
import { receivePublication } from '../../use-cases/results/receive-publication.server.ts';
import { inspectTextFile } from '../../use-cases/text-files/inspect-text-file.server.ts';
import { commandAct, refuse, say, withFieldwork } from '../ending.ts';
import { createFile } from '../new-file.ts';
import { numberOption } from '../option-values.ts';
import { addKeyCommands, addTrustCommands } from './keys.ts';

/**
 * `publication export` and `key` on the firm's side, `publication receive`, `trust` and `history import` on
 * the city's.
 */
export function addPublicationCommands(program: Command): void {
  const publication = program.command('publication').description('what crosses from the firm to the city');

  publication
    .command('export')
    .description('write a publication of a wave to a file')
    .argument('<wave>', 'for example 2026-2')
    .requiredOption('--out <file>', 'the file to write; never overwritten')
    .option('--number <number>', 'which of them, 1 for the first; the newest by default', numberOption)
    .action(async (waveId: string, { out, number }: { out: string; number?: number }) => {
      const publications = await withFieldwork((database) => database.analysis.publications(waveId));
      const newest = publications[0];
      if (!newest) return refuse({ reason: 'not-published' });
      const wanted = publications.find((each) => each.number === (number ?? newest.number));
      if (!wanted) {
        return refuse({ reason: 'no-such-publication', detail: { newest: newest.number } });
      }
      const file = await createFile(out);
      if (!file.ok) return refuse(file);
      try {
        await file.handle.writeFile(publicationFileOf(wanted));
        await file.handle.sync();
      } finally {
        await file.handle.close();
      }
      say(`wrote ${wanted.publicationId}, SHA-256 ${wanted.sha256}`);
    });

  publication
    .command('receive')
    .description('take a publication in that a pinned key signed, or a fieldwork report; whole or not at all')
    .argument('<file>', 'as written by "publication export"')
    .option('--sha256 <digest>', 'as "publication export" said it, to be sure that it is the same file')
    .action((file: string, { sha256 }: { sha256?: string }) => {
      const source = textOf(file);
      if (source === null) return refuse({ reason: 'file-unreadable', detail: { file } });
      try {
        if (saysFieldworkReport(source)) {
          const taken = receiveFieldworkReport(resultsDatabase(), source, commandAct());
          if (taken.ok) say(`received how far ${taken.report.waveId} is, as of ${taken.report.asOf}`);
          else refuse(taken);
          return;
        }
        const incoming = { file: source, sha256: sha256?.toLowerCase() };
        const received = receivePublication(resultsDatabase(), incoming, commandAct());
        if (received.ok) say(`received ${received.publicationId}`);
        else refuse(received);
      } finally {
        closeDatabases();
      }
    });

  addKeyCommands(publication);
  addTrustCommands(publication);

  program
    .command('history')
    .description('figures published before the platform')
    .command('import')
    .description('take a table of figures in; what is there already stays and may not change')
    .argument('<file>', 'CSV in UTF-8 or windows-1250')
    .action(async (file: string) => {
      if (textOf(file) === null) return refuse({ reason: 'file-unreadable', detail: { file } });
      const inspected = await inspectTextFile(file);
      if (!inspected.ok) return refuse({ reason: inspected.reason, detail: { file } });
      try {
        const csv = iconv.decode(readFileSync(file), inspected.encoding);
        const imported = importHistory(resultsDatabase(), csv);
        if (imported.ok) say(`imported ${imported.points} figures, ${imported.known} were here already`);
        else refuse({ ...imported, detail: { file, ...imported.detail } });
      } finally {
        closeDatabases();
      }
    });
}

/** Without its byte order mark. */
function textOf(file: string): string | null {
  try {
    return new TextDecoder('utf-8').decode(readFileSync(file));
  } catch {
    return null;
  }
}
