import type { Command } from 'commander';
import { analyseFolder } from '../use-cases/analyse-folder/analyse-folder.server.ts';
import type { LeftOut } from '../use-cases/analyse-folder/analyse-tables.ts';
import type { AnalysisNote } from '../use-cases/analyse-folder/notes.ts';
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
      const { files, leftOut, notes } = analysed;
      for (const line of missingLines(leftOut, notes)) complain(line);
      const applied = [...new Set(notes.map(({ rule }) => rule))];
      report(json, { files, leftOut, notes }, () => [
        `${files.length} files written to ${out}`,
        ...(applied.length > 0
          ? [`report.json says to what these rules were applied: ${applied.join(', ')}`]
          : []),
      ]);
    });
}

/**
 * What could not be computed, by name: parts of a step that lack something, then files that are not written.
 */
function missingLines(leftOut: readonly LeftOut[], notes: readonly AnalysisNote[]): string[] {
  const steps = notes.flatMap(({ rule, block, wave, detail }) =>
    rule === 'part-missing'
      ? [`missing: ${detail?.lacks} (${wave === undefined ? block : `${block}, wave ${wave}`})`]
      : [],
  );
  const files = leftOut.map(
    ({ file, lacks }) =>
      `not computed: ${file} (${lacks.length > 0 ? `needs ${lacks.join(', ')}` : 'nothing to compute'})`,
  );
  return [...steps, ...files];
}
