import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { accountsDatabase, closeDatabases, fieldworkDatabase, resultsDatabase } from '../db.server.ts';
import { demonstrationMark, env } from '../env.server.ts';
import { makeDemonstration } from '../use-cases/demonstration/make-demonstration.server.ts';

const historyFile = 'db/seed/data/published-history.csv';

/** `demo`: fills an empty data folder with the demonstration city. */
export function addDemonstrationCommands(program: Command): void {
  program
    .command('demo')
    .description('make the demonstration city in an empty data folder')
    .action(async () => {
      const { dataFolder, secret } = env();
      if (!existsSync(join(dataFolder, demonstrationMark)) || readdirSync(dataFolder).some(isDatabase)) {
        process.stderr.write(
          `refused: ${dataFolder} is not an empty folder of a demonstration; unset POCZUCIE_SECRET and choose another POCZUCIE_DATA\n`,
        );
        process.exitCode = 1;
        return;
      }
      const started = Date.now();
      try {
        const demonstration = await makeDemonstration(
          { accounts: accountsDatabase(), fieldwork: fieldworkDatabase(), results: resultsDatabase() },
          {
            secret,
            now: started,
            history: readFileSync(historyFile, 'utf8'),
            onProgress(message) {
              const seconds = Math.round((Date.now() - started) / 1000);
              process.stdout.write(`  ${String(seconds).padStart(4)} s  ${message}\n`);
            },
          },
        );
        writeFileSync(join(dataFolder, 'demonstration.json'), `${JSON.stringify(demonstration, null, 2)}\n`, {
          mode: 0o600,
        });
      } finally {
        closeDatabases();
      }
    });
}

function isDatabase(file: string): boolean {
  return file.endsWith('.sqlite');
}
