import type { Command } from 'commander';
import type { outcomeRates } from '#core/fieldwork/outcome-rates.ts';
import type { Progress } from '#core/fieldwork/progress.ts';
import { env } from '../../env.server.ts';
import { makeFieldworkReport } from '../../use-cases/analysis/hand-over-fieldwork-report.server.ts';
import {
  type FieldworkProgress,
  fieldworkProgress,
} from '../../use-cases/fieldwork/fieldwork-progress.server.ts';
import { commandAct, refuse, report, say, table, withFieldwork } from '../ending.ts';
import { createFile } from '../new-file.ts';
import { districtName } from './sample.ts';

interface ReportOptions {
  wave?: string;
  json?: boolean;
}

/** `progress` and `rates`. */
export function addProgressCommands(program: Command): void {
  program
    .command('progress')
    .description('cases and responses of a wave by district')
    .option('--wave <wave>', 'the newest by default')
    .option('--json', 'report as JSON')
    .action(async ({ wave, json }: ReportOptions) => {
      const progress = await progressOfWave(wave);
      if (progress) report(json, progress, () => progressTable(progress));
    });

  program
    .command('rates')
    .description(
      "AAPOR's outcome rates of a wave by district, from released cases with a letter; interim until it closes",
    )
    .option('--wave <wave>', 'the newest by default')
    .option('--json', 'report as JSON')
    .action(async ({ wave, json }: ReportOptions) => {
      const progress = await progressOfWave(wave);
      if (progress) report(json, ratesOf(progress), () => ratesTable(progress));
    });
}

/** `fieldwork-report`: how far a wave is, signed, for a city hall on another machine. */
export function addFieldworkReportCommand(program: Command): void {
  program
    .command('fieldwork-report')
    .description('write how far a wave is, signed, for city hall; it is taken in by "publication receive"')
    .argument('<wave>', 'for example 2026-2')
    .requiredOption('--out <file>', 'the file to write; never overwritten')
    .action(async (waveId: string, { out }: { out: string }) => {
      const act = { ...commandAct(), secret: env().secret };
      const made = await withFieldwork((database) => makeFieldworkReport(database, waveId, act));
      if (!made.ok) return refuse(made);
      const file = await createFile(out);
      if (!file.ok) return refuse(file);
      try {
        await file.handle.writeFile(made.file);
        await file.handle.sync();
      } finally {
        await file.handle.close();
      }
      say(`wrote how far ${waveId} is, as of ${made.report.asOf}`);
    });
}

async function progressOfWave(wanted: string | undefined): Promise<FieldworkProgress | null> {
  return withFieldwork((database) => {
    const waveId = wanted ?? database.waves.newestFirst()[0]?.waveId;
    const progress = waveId === undefined ? null : fieldworkProgress(database, waveId, Date.now());
    if (!progress) refuse({ reason: wanted === undefined ? 'no-wave' : 'unknown-wave' });
    return progress;
  });
}

/** The city first, then the districts. */
function domains({ city, districts }: FieldworkProgress) {
  return [
    { name: 'city', ...city },
    ...districts.map((district) => ({ name: districtName(district.district), ...district })),
  ];
}

function progressTable(progress: FieldworkProgress): string[] {
  const heading = [
    '',
    'target',
    'released',
    'no letter',
    'reserve',
    'started',
    'unsent',
    'complete',
    'partial',
    'broke off',
    'RR2',
  ];
  const rows = domains(progress).map(({ name, target, released, reserve, ...counts }) => [
    name,
    ...[
      target,
      released,
      counts.uninvited,
      reserve,
      counts.started,
      counts.unsent,
      counts.completed,
      counts.partial,
      counts.brokeOff,
    ].map(String),
    share(counts.rates.RR2),
  ]);
  return [`wave ${progress.waveId}, ${progress.status}`, ...table(heading, rows)];
}

const listedRates = ['e', 'RR1', 'RR2', 'RR3', 'RR4', 'COOP2', 'REF2', 'CON2'] as const;

function ratesTable(progress: FieldworkProgress): string[] {
  const rows = domains(progress).flatMap(({ name, rates, weightedRates }) => [
    [name, ...listedRates.map((rate) => share(rates[rate]))],
    ...(name === 'city'
      ? [['city, weighted', ...listedRates.map((rate) => share(weightedRates[rate]))]]
      : []),
  ]);
  return [`wave ${progress.waveId}, ${progress.status}`, ...table(['', ...listedRates], rows)];
}

interface DomainRates {
  /** Begun and not sent, and without a letter: neither has an outcome yet. */
  unsent: number;
  uninvited: number;
  outcomes: Progress['outcomes'];
  rates: ReturnType<typeof outcomeRates>;
  weightedRates: ReturnType<typeof outcomeRates>;
}

function ratesOf({ waveId, city, districts }: FieldworkProgress) {
  const ratesOnly = ({ unsent, uninvited, outcomes, rates, weightedRates }: Progress): DomainRates => ({
    unsent,
    uninvited,
    outcomes,
    rates,
    weightedRates,
  });
  return {
    wave: waveId,
    city: ratesOnly(city),
    districts: districts.map((district) => ({ district: district.district, ...ratesOnly(district) })),
  };
}

function share(rate: number | null): string {
  return rate === null ? '–' : `${(rate * 100).toFixed(1)} %`;
}
