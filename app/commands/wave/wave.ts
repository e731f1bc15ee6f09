import { type Command, Option } from 'commander';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { createWave, type WavePlan, waveDefaults } from '../../use-cases/fieldwork/create-wave.server.ts';
import { openWave } from '../../use-cases/fieldwork/open-wave.server.ts';
import type { WindowRemark } from '../../use-cases/fieldwork/wave-plan.ts';
import { commandAct, complain, instantIn, refuse, report, say, table, withFieldwork } from '../ending.ts';
import { fourNumbersOption, numberOption } from '../option-values.ts';

interface CreateOptions extends Omit<WavePlan, 'questionnaireVersion' | 'educationPopulation'> {
  questionnaire: string;
  education?: [number, number, number, number];
}

/** `wave create`, `wave list`, `wave show`, `wave open`. */
export function addWaveCommands(program: Command): void {
  const wave = program.command('wave').description('waves of the survey');
  addCreate(wave);

  wave
    .command('list')
    .description('every wave, the newest first')
    .option('--json', 'report as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const waves = await withFieldwork((database) => database.waves.newestFirst().map(shown));
      report(json, waves, () =>
        table(
          listed,
          waves.map((each) => listed.map((name) => String(each[name]))),
        ),
      );
    });

  wave
    .command('show')
    .description('what was decided for a wave, and where it stands')
    .argument('<wave>', 'for example 2026-2')
    .option('--json', 'report as JSON')
    .action(async (waveId: string, { json }: { json?: boolean }) => {
      const found = await withFieldwork((database) => database.waves.wave(waveId));
      if (!found) return refuse({ reason: 'unknown-wave' });
      const facts = shown(found);
      report(json, facts, () => table(['wave', facts.waveId], rowsOf(facts)));
    });

  wave
    .command('open')
    .description('let a wave open at its first instant')
    .argument('<wave>', 'for example 2026-2')
    .action(async (waveId: string) => {
      await withFieldwork((database) => {
        const opened = openWave(database, waveId, commandAct());
        if (!opened.ok) return refuse(opened);
        const zone = database.waves.wave(waveId)?.timeZone ?? waveDefaults.timeZone;
        const [from, to] = [opened.opensAt, opened.closesAt].map((at) => instantIn(at, zone));
        say(`${waveId} is open from ${from} to ${to}`);
      });
    });
}

function addCreate(wave: Command): void {
  wave
    .command('create')
    .description('plan a wave and make its keys')
    .requiredOption('--year <year>', 'year of the wave', numberOption)
    .addOption(
      new Option('--season <season>', 'spring or autumn').choices(['spring', 'autumn']).makeOptionMandatory(),
    )
    .option('--questionnaire <version>', 'version of the questionnaire', cityQuestionnaire.version)
    .option('--first-day <day>', "YYYY-MM-DD; the season's window by default")
    .option('--last-day <day>', "YYYY-MM-DD; the season's window by default")
    .option(
      '--sample-size <number>',
      `responses wanted a district (${waveDefaults.sampleSize})`,
      numberOption,
    )
    .option(
      '--expected-response-rate <share>',
      `above 0, at most 1 (${waveDefaults.expectedResponseRate})`,
      numberOption,
    )
    .option(
      '--reserve-replicates <number>',
      `parts of the reserve (${waveDefaults.reserveReplicates})`,
      numberOption,
    )
    .option(
      '--grace-minutes <minutes>',
      `to finish after the end (${waveDefaults.graceMinutes})`,
      numberOption,
    )
    .option(
      '--partial-threshold <share>',
      `answered share of a partial response (${waveDefaults.partialThreshold})`,
      numberOption,
    )
    .option(
      '--complete-threshold <share>',
      `answered share of a complete response (${waveDefaults.completeThreshold})`,
      numberOption,
    )
    .option('--education <p,v,s,h>', 'residents by education, for weighting', fourNumbersOption)
    .option('--seed <hex>', '32 hexadecimal digits; drawn by default')
    .option('--synthetic', 'people and answers are made up')
    .action(async ({ questionnaire, education, ...options }: CreateOptions) => {
      const plan = {
        ...options,
        questionnaireVersion: questionnaire,
        educationPopulation: education ?? null,
      };
      const made = await withFieldwork((database) => createWave(database, plan, commandAct()));
      if (!made.ok) return refuse(made);
      say(`planned ${made.waveId}`);
      if (made.remark) complain(`note: ${windowRemarks[made.remark]}`);
    });
}

const windowRemarks: Record<WindowRemark, string> = {
  'window-elsewhere':
    'the fieldwork window does not touch the half-year of this wave; `wave delete` lets it be planned anew',
  'window-over':
    'the fieldwork window is over already, so the wave cannot be opened; `wave delete` lets it be planned anew',
};

const listed = ['waveId', 'status', 'firstDay', 'lastDay', 'sampleSize', 'questionnaire'] as const;

/** A wave without its keys. */
function shown(wave: WaveRow) {
  return {
    waveId: wave.waveId,
    status: wave.status,
    firstDay: dayIn(wave.opensAt, wave.timeZone),
    lastDay: dayIn(wave.closesAt - 1, wave.timeZone),
    plannedLastDay: dayIn(wave.plannedClosesAt - 1, wave.timeZone),
    end: instantIn(wave.closesAt, wave.timeZone),
    plannedEnd: instantIn(wave.plannedClosesAt, wave.timeZone),
    timeZone: wave.timeZone,
    questionnaire: wave.questionnaireVersion,
    sampleSize: wave.sampleSize,
    expectedResponseRate: wave.expectedResponseRate,
    reserveReplicates: wave.reserveReplicates,
    graceMinutes: wave.graceMinutes,
    partialThreshold: wave.partialThreshold,
    completeThreshold: wave.completeThreshold,
    seed: wave.seed,
    synthetic: wave.synthetic,
  };
}

function rowsOf(facts: object): string[][] {
  return Object.entries(facts)
    .slice(1)
    .map(([name, value]) => [name, String(value)]);
}
