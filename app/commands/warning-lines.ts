import type { Command } from 'commander';
import type { RunWarning } from '#core/publication/run-warnings.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import { weightingWarningText } from '../i18n/weighting-warning.ts';

/** Each warning with the code by which it is accepted. */
export function warningLines(warnings: readonly RunWarning[]): string[] {
  const english = serverTranslator('en');
  return warnings.map(
    ({ study, warning }) =>
      `warning ${warning.code}: ${study === null ? '' : `${study}: `}${weightingWarningText(english, warning)}`,
  );
}

/** `--accept CODE`, as often as there are codes. */
export function acceptOption(command: Command): Command {
  return command.option(
    '--accept <code>',
    'publish although the weights warn of this; once for each code',
    (code: string, before: string[]) => [...before, code],
    [],
  );
}
