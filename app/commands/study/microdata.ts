import { type Command, Option } from 'commander';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { analyseWave } from '../../use-cases/analysis/analyse-wave.server.ts';
import { importMicrodata, type StudyImport } from '../../use-cases/analysis/import-microdata.server.ts';
import { weightRun } from '../../use-cases/analysis/weight-run.server.ts';
import { commandAct, complain, refuse, say, withFieldwork } from '../ending.ts';
import { publicationRefused } from '../hand-over.ts';
import { isReadable } from '../readable-file.ts';
import { acceptOption, warningLines } from '../warning-lines.ts';
import { addParallelSample } from './parallel-sample.ts';
import { refuseStudy, remarkOnStudy } from './study-faults.ts';
import { sayStudyNotes } from './study-notes.ts';

interface ImportOptions {
  mapping: string;
  wave?: string;
  parallelTo?: string;
  keep?: boolean;
  correction?: string;
  accept: string[];
}

/** `microdata import`. */
export function addMicrodataCommands(program: Command): void {
  const command = program
    .command('microdata')
    .description('respondents of studies that were made elsewhere')
    .command('import')
    .description(
      'make a wave of an earlier study: store, weight, estimate, suppress and publish it; or measure the mode effect of a sample beside a wave',
    )
    .argument('<file>', 'CSV (UTF-8 or windows-1250), or an SPSS system file (.sav)')
    .requiredOption(
      '--mapping <file>',
      'JSON that says what its columns and values mean, what is unknown, and how the study weights and was drawn (docs/microdata.md)',
    )
    .addOption(
      new Option('--wave <wave>', 'the wave that it becomes, for example 2019-2').conflicts('parallelTo'),
    )
    .option(
      '--parallel-to <wave>',
      'the wave of the same half-year, beside which it was asked in another mode',
    )
    .option('--keep', 'store it; weight and publish later')
    .option(
      '--correction <note>',
      'with --parallel-to a published wave: why this replaces what was published',
    );
  acceptOption(command).action(async (path: string, options: ImportOptions) => {
    const { mapping, wave: waveId, parallelTo, keep = false, correction = null, accept } = options;
    if (waveId === undefined && parallelTo === undefined) {
      command.error("error: one of '--wave <wave>' and '--parallel-to <wave>' is required");
    }
    for (const file of [path, mapping]) {
      if (!(await isReadable(file))) return refuse({ reason: 'file-unreadable', detail: { file } });
    }
    const files = { path, mappingPath: mapping };
    await withFieldwork(async (database) => {
      if (parallelTo !== undefined) {
        return addParallelSample(database, { ...files, waveId: parallelTo }, { keep, correction, accept });
      }
      if (waveId !== undefined) await addWave(database, { ...files, waveId }, { keep, accept });
    });
  });
}

async function addWave(
  database: FieldworkDatabase,
  study: StudyImport,
  { keep, accept }: { keep: boolean; accept: readonly string[] },
): Promise<void> {
  const accepted = keep ? {} : { accepted: accept };
  const imported = await importMicrodata(database, { ...study, ...accepted }, commandAct());
  if (!imported.ok) return refuseStudy(study, imported);
  remarkOnStudy(study, imported);
  say(`imported ${imported.respondents} respondents as wave ${study.waveId}`);
  sayStudyNotes(imported.notes);
  const refused = keep ? null : stepsRefused(database, study.waveId, accept);
  if (!refused) return;
  refuse(refused);
  const { status } = database.waves.wave(study.waveId) ?? {};
  complain(`${study.waveId} stays here, ${status}; go on with "wave weight" and "wave publish"`);
}

/** The steps from a frozen wave to city hall; what refused, or null. */
function stepsRefused(database: FieldworkDatabase, waveId: string, accept: readonly string[]) {
  const weighed = weightRun(database, waveId, commandAct());
  if (!weighed.ok) return weighed;
  const { designEffect, converged, warnings } = weighed.report;
  say(
    `weighted: design effect ${designEffect.toFixed(3)}, ${converged ? 'converged' : 'NOT converged'}`,
    ...warningLines(warnings.map((warning) => ({ study: null, warning }))),
  );
  const analysed = analyseWave(database, waveId, commandAct());
  if (!analysed.ok) return analysed;
  const { estimates, flags } = analysed.analysis;
  say(`${estimates.length} estimates, ${flags.length} flags`);
  return publicationRefused(database, { waveId, accept });
}
