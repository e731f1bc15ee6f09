import { basename } from 'node:path';
import type { Command } from 'commander';
import { city } from '#city/city.ts';
import { cameraKinds } from '#core/camera/camera.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import { closeDatabases, resultsDatabase } from '../../db.server.ts';
import { checkedImport } from '../../use-cases/results/cameras/checked-import.server.ts';
import {
  acceptImport,
  cancelImport,
  saveSettings,
} from '../../use-cases/results/cameras/decide-import.server.ts';
import { stageRegister } from '../../use-cases/results/cameras/stage-register.server.ts';
import { commandAct, refuse, say } from '../ending.ts';
import { isReadable } from '../readable-file.ts';

interface ImportOptions {
  source: string;
  asOf: string;
  kind?: string;
  unit?: string;
  newUnit: string[];
}

/** `cameras import`: a register of cameras; its columns are guessed from their names. */
export function addCameraCommands(program: Command): void {
  program
    .command('cameras')
    .description("the register of the city's cameras")
    .command('import')
    .description('take a register in, whole or not at all; the states before it are kept')
    .argument('<file>', 'CSV in UTF-8 or windows-1250')
    .requiredOption('--source <text>', 'who states the register')
    .requiredOption('--as-of <day>', 'the day it is of, YYYY-MM-DD')
    .option('--kind <kind>', `of every row, where no column says it: ${cameraKinds.join(', ')}`)
    .option('--unit <name>', 'of every row, where no column says it')
    .option('--new-unit <name>', 'a unit that is not known yet; again for each', collected, [])
    .action(async (file: string, options: ImportOptions) => {
      if (!(await isReadable(file))) return refuse({ reason: 'file-unreadable', detail: { file } });
      try {
        await importRegister(file, options);
      } finally {
        closeDatabases();
      }
    });
}

async function importRegister(
  path: string,
  { source, asOf, kind, unit, newUnit }: ImportOptions,
): Promise<void> {
  const database = resultsDatabase();
  const act = { ...commandAct(), name: 'command' };
  const kindOfAll = kind === undefined ? null : (cameraKinds.find((known) => known === kind) ?? undefined);
  if (kindOfAll === undefined) return refuse({ reason: 'camera-kind-unknown', detail: { kind: kind ?? '' } });
  const staged = await stageRegister(database, { path, fileName: basename(path) }, act);
  if (!staged.ok) return refuse({ ...staged, detail: { file: path, ...staged.detail } });
  const { importId } = staged;
  const waiting = checkedImport(database, importId);
  const settings = waiting?.file.settings;
  if (!settings) return refuse({ reason: 'unknown-import' });
  const said = { ...settings, source, asOf, kindOfAll, unitOfAll: unit ?? '', newUnits: newUnit };
  const saved = saveSettings(database, { importId, revision: 1 }, said, act);
  const accepted = saved.ok
    ? acceptImport(
        database,
        { importId, revision: 2 },
        { today: dayIn(act.now, city.timeZone), synthetic: false },
        act,
      )
    : saved;
  if (accepted.ok) return say(`took in ${accepted.cameras} cameras as of ${asOf}`);
  const [first] = checkedImport(database, importId)?.checked.faults ?? [];
  cancelImport(database, importId);
  const detail = accepted.reason === 'has-faults' && first ? { ...first } : {};
  refuse({ reason: accepted.reason, detail: { file: path, ...detail } });
}

const collected = (value: string, before: string[]): string[] => [...before, value];
