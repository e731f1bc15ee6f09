import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import iconv from 'iconv-lite';
import { closeDatabases, resultsDatabase } from '../../db.server.ts';
import { contextList } from '../../use-cases/results/context/context-report.server.ts';
import { decideState, stageState } from '../../use-cases/results/context/stage-state.server.ts';
import { inspectTextFile } from '../../use-cases/text-files/inspect-text-file.server.ts';
import { commandAct, refuse, say } from '../ending.ts';

/** `context list` and `context import`: figures of the services. */
export function addContextCommands(program: Command): void {
  const context = program
    .command('context')
    .description('figures of the services, beside what residents feel');
  context
    .command('list')
    .description('the series that there are')
    .action(() => {
      try {
        for (const { series, state } of contextList(resultsDatabase()))
          say(`${series.seriesId}  ${series.geography}, ${series.period}, state ${state?.state ?? '-'}`);
      } finally {
        closeDatabases();
      }
    });
  context
    .command('import')
    .description('take in the figures of a series that was named on its page; the earlier state is kept')
    .argument('<file>', 'CSV in UTF-8 or windows-1250: period, area, value')
    .requiredOption('--series <id>', 'as "context list" says it')
    .action(async (file: string, { series: seriesId }: { series: string }) => {
      const text = await textOf(file);
      if (text === null) return refuse({ reason: 'file-unreadable', detail: { file } });
      const { actor, now } = commandAct();
      const act = { actor, actorName: actor, now };
      try {
        const database = resultsDatabase();
        const staged = stageState(database, { seriesId, fileName: file, text, note: '' }, act);
        if (!staged.ok) {
          const [first] = staged.reason === 'faulty' ? staged.faults : [];
          const detail: Record<string, string | number> = first
            ? { line: first.line, fault: first.code, cell: first.cell }
            : { series: seriesId };
          return refuse({ reason: `context-${staged.reason}`, detail });
        }
        decideState(database, { seriesId, state: staged.state }, 'accepted', act);
        say(`state ${staged.state} of ${seriesId} counts now`);
      } finally {
        closeDatabases();
      }
    });
}

async function textOf(file: string): Promise<string | null> {
  try {
    const inspected = await inspectTextFile(file);
    return inspected.ok ? iconv.decode(readFileSync(file), inspected.encoding) : null;
  } catch {
    return null;
  }
}
