import type { Command } from 'commander';
import { analyseFolder } from '../use-cases/analyse-folder/analyse-folder.server.ts';
import { complain, refuse, report } from './ending.ts';
import { faultSentence } from './folder-faults.ts';

const shownFaults = 50;

/** `analyse`. */
export function addAnalyseCommand(program: Command): void {
  program
    .command('analyse')
    .description('apply the method to the files of a folder, without a database')
    .argument('<folder>', 'analysis.json, which says which file is what, and the files')
    .requiredOption('--out <folder>', 'a folder for the results; it must be new or empty')
    .option('--json', 'report as JSON')
    .action((folder: string, { out, json }: { out: string; json?: boolean }) => {
      const analysed = analyseFolder(folder, out);
      if (!analysed.ok) {
        if (analysed.reason === 'folder-faulty')
          complain(...analysed.faults.slice(0, shownFaults).map(faultSentence));
        return refuse(analysed);
      }
      const { files, notes } = analysed;
      const applied = [...new Set(notes.map(({ rule }) => rule))];
      report(json, { files, notes }, () => [
        `${files.length} files written to ${out}`,
        ...(applied.length > 0
          ? [`report.json says to what these rules were applied: ${applied.join(', ')}`]
          : []),
      ]);
    });
}
