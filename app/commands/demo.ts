import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { accountsDatabase, closeDatabases, fieldworkDatabase, resultsDatabase } from '../db.server.ts';
import { makeDemonstration } from '../demonstration/make-demonstration.server.ts';
import { demonstrationMark, env } from '../env.server.ts';
import { waveDefaults } from '../use-cases/fieldwork/create-wave.server.ts';
import { complain, say } from './ending.ts';
import { numberOption } from './option-values.ts';
import { unfinishedMark } from './prepare.js';
import { runningCommand } from './surroundings.ts';

const historyFile = 'app/demonstration/seed/data/published-history.csv';

/**
 * Below, every figure of a district would be hidden; above, the smallest district has too few invented people
 * to draw.
 */
const [smallestSample, largestSample] = [50, 1_800];

/** `demo`: fills an empty data folder with the demonstration city; one that was broken off is made anew. */
export function addDemonstrationCommands(program: Command): void {
  program
    .command('demo')
    .description('make the demonstration city in an empty data folder')
    .option(
      '--sample-size <number>',
      `responses in each district, ${smallestSample} to ${largestSample}: about 100 is what most cities pay for`,
      sampleSizeOption,
      waveDefaults.sampleSize,
    )
    .action(async ({ sampleSize }: { sampleSize: number }) => {
      const { dataFolder, secret } = env();
      const unfinished = join(dataFolder, unfinishedMark);
      const isDemonstration = existsSync(join(dataFolder, demonstrationMark));
      if (isDemonstration && existsSync(unfinished)) removeDatabases(dataFolder);
      if (!isDemonstration || databaseFiles(dataFolder).length > 0) {
        complain(
          `refused: ${dataFolder} is not an empty folder of a demonstration; unset POCZUCIE_SECRET and choose another POCZUCIE_DATA`,
        );
        runningCommand().exitCode = 1;
        return;
      }
      const started = Date.now();
      writeFileSync(unfinished, 'The demonstration city is being made, or was broken off.\n');
      try {
        const demonstration = await makeDemonstration(
          { accounts: accountsDatabase(), fieldwork: fieldworkDatabase(), results: resultsDatabase() },
          {
            secret,
            now: started,
            sampleSize,
            history: readFileSync(historyFile, 'utf8'),
            onProgress(message) {
              const seconds = Math.round((Date.now() - started) / 1000);
              say(`  ${String(seconds).padStart(4)} s  ${message}`);
            },
          },
        );
        writeFileSync(join(dataFolder, 'demonstration.json'), `${JSON.stringify(demonstration, null, 2)}\n`, {
          mode: 0o600,
        });
        rmSync(unfinished);
      } finally {
        closeDatabases();
      }
    });
}

function sampleSizeOption(text: string): number {
  const size = numberOption(text);
  if (!Number.isInteger(size) || size < smallestSample || size > largestSample) {
    throw new InvalidArgumentError(`It is a whole number from ${smallestSample} to ${largestSample}.`);
  }
  return size;
}

function removeDatabases(dataFolder: string): void {
  for (const file of databaseFiles(dataFolder)) rmSync(join(dataFolder, file));
}

/** With the write-ahead logs and the copies made before a migration. */
function databaseFiles(dataFolder: string): string[] {
  return readdirSync(dataFolder).filter((file) => file.includes('.sqlite'));
}
