import { type Command, InvalidArgumentError } from 'commander';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import type { FlagRuleThresholds } from '#core/flagging/rule-version.ts';
import { decideRule } from '../../use-cases/fieldwork/decide-rule.server.ts';
import { settingsOf } from '../../use-cases/wave/wave-settings.ts';
import { commandAct, refuse, report, say, table, withFieldwork } from '../ending.ts';
import { numberOption } from '../option-values.ts';

interface RuleOptions extends Partial<Omit<FlagRuleThresholds, 'absoluteThreshold'>> {
  threshold?: Record<string, number>;
  json?: boolean;
}

/**
 * `wave rule`: the thresholds by which districts will be flagged; shown, or decided while the wave has not
 * opened.
 */
export function addWaveRuleCommand(program: Command): void {
  const wave = program.commands.find((command) => command.name() === 'wave') ?? program.command('wave');
  wave
    .command('rule')
    .description('the thresholds of the district rule; they can change until the wave opens')
    .argument('<wave>', 'for example 2026-2')
    .option('--level-margin <share>', 'above the rest of the city, 0.03 is three points', numberOption)
    .option('--change-margin <share>', 'worse than in the wave before', numberOption)
    .option('--gap-margin <share>', 'between two groups, above the rest of the city', numberOption)
    .option(
      '--threshold <indicator=share>',
      'absolute threshold of an indicator; repeatable',
      thresholdOption,
    )
    .option('--false-discovery-rate <share>', 'of alerts and watches', numberOption)
    .option('--gap-watch-false-discovery-rate <share>', 'of watched gaps', numberOption)
    .option('--minimum-n <people>', 'respondents that a district needs', numberOption)
    .option('--minimum-effective-n <people>', 'effective size that a district needs', numberOption)
    .option('--difference-alert-rate <share>', 'of alerts of deteriorations and gaps', numberOption)
    .option('--absolute-watch-level <p>', 'of a watch at an absolute threshold', numberOption)
    .option('--rolling-year-below <people>', 'target below which two waves together lead', numberOption)
    .option('--maximum-mode-shift <share>', 'shift between modes that still compares', numberOption)
    .option('--json', 'report as JSON')
    .action(async (waveId: string, { threshold, json, ...thresholds }: RuleOptions) => {
      await withFieldwork((database) => {
        const found = database.waves.wave(waveId);
        if (!found) return refuse({ reason: 'unknown-wave' });
        const { rule } = settingsOf(found);
        const changes = {
          ...thresholds,
          ...(threshold ? { absoluteThreshold: { ...rule.absoluteThreshold, ...threshold } } : {}),
        };
        if (Object.keys(changes).length === 0) {
          return report(json, rule, () => ruleLines(waveId, rule));
        }
        const decided = decideRule(database, waveId, changes, commandAct());
        if (decided.ok) say(`${waveId} will be flagged by ${decided.rule.version}`);
        else refuse(decided);
      });
    });
}

function ruleLines(waveId: string, rule: FlagRuleSettings): string[] {
  const { version, absoluteThreshold, headlineIndicators, ...thresholds } = rule;
  return [
    `${waveId} is flagged by ${version}`,
    ...table(
      ['threshold', ''],
      Object.entries(thresholds).map(([name, value]) => [name, String(value)]),
    ),
    ...table(
      ['headline indicator', 'absolute threshold'],
      headlineIndicators.map((name) => [name, String(absoluteThreshold[name] ?? '–')]),
    ),
  ];
}

function thresholdOption(text: string, before: Record<string, number> = {}): Record<string, number> {
  const [indicator = '', share, ...more] = text.split('=');
  if (indicator === '' || share === undefined || more.length > 0) {
    throw new InvalidArgumentError('It takes an indicator and a share with = between them.');
  }
  return { ...before, [indicator]: numberOption(share) };
}
