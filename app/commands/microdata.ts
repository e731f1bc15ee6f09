import { accessSync, constants } from 'node:fs';
import type { Command } from 'commander';
import type { MicrodataFault } from '#core/microdata/table.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { resultsDatabase, servesArea } from '../db.server.ts';
import { analyseWave } from '../use-cases/analyse-wave.server.ts';
import { importMicrodata } from '../use-cases/import-microdata.server.ts';
import { publishWave } from '../use-cases/publish-wave.server.ts';
import { receivePublication } from '../use-cases/receive-publication.server.ts';
import { weighWave } from '../use-cases/weigh-wave.server.ts';
import { commandAct, complain, refuse, say, withFieldwork } from './ending.ts';

const shownFaults = 50;

interface ImportOptions {
  mapping: string;
  wave: string;
  keep?: boolean;
}

/** `microdata import`. */
export function addMicrodataCommands(program: Command): void {
  program
    .command('microdata')
    .description('respondents of studies that were made elsewhere')
    .command('import')
    .description('make a wave of an earlier study: store, weight, estimate, suppress and publish it')
    .argument('<file>', 'CSV (UTF-8 or windows-1250), or an SPSS system file (.sav)')
    .requiredOption('--mapping <file>', 'JSON that says what its columns and values mean')
    .requiredOption('--wave <wave>', 'the wave that it becomes, for example 2019-2')
    .option('--keep', 'store it as a frozen wave; weight and publish later')
    .action(async (path: string, { mapping, wave: waveId, keep }: ImportOptions) => {
      for (const file of [path, mapping]) {
        if (!isReadable(file)) return refuse({ reason: 'file-unreadable', detail: { file } });
      }
      await withFieldwork(async (database) => {
        const imported = await importMicrodata(
          database,
          { waveId, path, mappingPath: mapping },
          commandAct(),
        );
        if (!imported.ok) {
          const { faults = [], placeKind = 'line' } = imported;
          const file = imported.reason === 'mapping-refused' ? mapping : path;
          complain(...faults.slice(0, shownFaults).map((fault) => sentence(file, placeKind, fault)));
          if (faults.length > shownFaults) complain(`… and ${faults.length - shownFaults} more`);
          return refuse(imported);
        }
        say(`imported ${imported.respondents} respondents as wave ${waveId}`);
        const refused = keep ? null : publicationRefused(database, waveId);
        if (refused) refuse(refused);
      });
    });
}

/** The steps from a frozen wave to city hall; what refused, or null. */
function publicationRefused(database: FieldworkDatabase, waveId: string) {
  const weighed = weighWave(database, waveId, commandAct());
  if (!weighed.ok) return weighed;
  const { designEffect, converged } = weighed.report;
  say(`weighted: design effect ${designEffect.toFixed(3)}, ${converged ? 'converged' : 'NOT converged'}`);
  const analysed = analyseWave(database, waveId, commandAct());
  if (!analysed.ok) return analysed;
  const { estimates, flags } = analysed.analysis;
  say(`${estimates.length} estimates, ${flags.length} flags`);
  const published = publishWave(database, { waveId }, commandAct());
  if (!published.ok) return published;
  say(`published ${published.document.publicationId}, SHA-256 ${published.sha256}`);
  if (!servesArea('results', 'public')) return null;
  const received = receivePublication(resultsDatabase(), published, commandAct());
  if (!received.ok) return received;
  say(`city hall received ${received.publicationId}`);
  return null;
}

/** `cati.sav: record 17, P1: unmapped-code "7 other"`. */
function sentence(file: string, placeKind: string, { place, column, code, found }: MicrodataFault): string {
  const where = [place === null ? null : `${placeKind} ${place}`, column].filter((part) => part !== null);
  return [
    `${file}:`,
    where.length > 0 ? `${where.join(', ')}:` : null,
    code,
    found === null ? null : `"${found}"`,
  ]
    .filter((part) => part !== null)
    .join(' ');
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
