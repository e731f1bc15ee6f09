import { Stryker } from '@stryker-mutator/core';
import { folders, testFile } from './folders.ts';

// `npm run mutate [FOLDER ...]`: changes the method, one sign or bound at a time, and counts the changes that
// no test notices. The rows are those of docs/mutation-testing.md; the report of each folder, with every
// mutant, is in coverage/mutation.

const asked = process.argv.slice(2);
const unknown = asked.filter((folder) => !(folder in folders));
if (unknown.length > 0) throw new Error(`no folder of the method is called ${unknown.join(', ')}`);

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |\n`;

for (const folder of asked.length > 0 ? asked : Object.keys(folders)) {
  const mutants = await new Stryker({
    configFile: 'tests/mutation/stryker.config.json',
    mutate: [`app/core/${folder}/**/*.ts`],
    testFiles: folders[folder]?.map(testFile),
    jsonReporter: { fileName: `coverage/mutation/${folder}.json` },
    incremental: true,
    incrementalFile: `coverage/mutation/${folder}-incremental.json`,
  }).runMutationTest();
  const count = (status: string) => mutants.filter((mutant) => mutant.status === status).length;
  const [killed, timedOut, survived, uncovered] = ['Killed', 'Timeout', 'Survived', 'NoCoverage'].map(
    count,
  ) as [number, number, number, number];
  const all = killed + timedOut + survived + uncovered;
  for (const { status, fileName, location, mutatorName, replacement } of mutants) {
    if (status !== 'Survived' && status !== 'NoCoverage') continue;
    const place = `${fileName}:${location.start.line}:${location.start.column}`;
    process.stdout.write(`${status} ${place} ${mutatorName} → ${replacement?.replace(/\s+/g, ' ')}\n`);
  }
  const score = `${((100 * (killed + timedOut)) / all).toFixed(1)} %`;
  process.stdout.write(row([folder, all, killed, timedOut, survived, uncovered, score]));
}
