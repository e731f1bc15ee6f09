import type { Command } from 'commander';
import { districtByNumber } from '#city/city.ts';
import { drawSample } from '../../use-cases/fieldwork/draw-sample.server.ts';
import { releaseReplicate } from '../../use-cases/fieldwork/release-replicate.server.ts';
import { commandAct, refuse, report, say, table, withFieldwork } from '../ending.ts';
import { numberOption } from '../option-values.ts';

/** `sample draw` and `sample release`. */
export function addSampleCommands(program: Command): void {
  const sample = program.command('sample').description('the drawn sample of a wave');

  sample
    .command('draw')
    .description("draw the sample from the wave's frame and release its main part")
    .requiredOption('--wave <wave>', 'for example 2026-2')
    .option('--json', 'report as JSON')
    .action(async ({ wave, json }: { wave: string; json?: boolean }) => {
      const drawn = await withFieldwork((database) => drawSample(database, wave, commandAct()));
      if (!drawn.ok) return refuse(drawn);
      const { cases, released, districts } = drawn;
      report(json, { wave, cases, released, districts }, () => [
        ...table(
          ['district', 'people', 'main', 'reserve'],
          districts.map(({ district, population, main, reserve }) => [
            districtName(district),
            ...[population, main, reserve].map(String),
          ]),
        ),
        `${cases} cases drawn, ${released} released`,
      ]);
    });

  sample
    .command('release')
    .description('release a reserve replicate, whole')
    .requiredOption('--wave <wave>', 'for example 2026-2')
    .requiredOption('--replicate <number>', '1 for the first', numberOption)
    .action(async ({ wave: waveId, replicate }: { wave: string; replicate: number }) => {
      const released = await withFieldwork((database) =>
        releaseReplicate(database, { waveId, replicate }, commandAct()),
      );
      if (released.ok) say(`${released.released} cases released`);
      else refuse(released);
    });
}

export function districtName(number: number): string {
  const { numeral, name } = districtByNumber(number);
  return `${numeral} ${name}`;
}
