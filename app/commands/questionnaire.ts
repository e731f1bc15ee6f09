import type { Command } from 'commander';
import { districts } from '#city/city.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { lintQuestionnaire } from '#core/questionnaire/lint/lint.ts';
import type { LintProblem } from '#core/questionnaire/lint-problem.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import { bringQuestionnaire } from '../use-cases/fieldwork/bring-questionnaire.server.ts';
import { readJsonFile } from '../use-cases/text-files/read-json-file.server.ts';
import { commandAct, complain, refuse, report, say, withFieldwork } from './ending.ts';
import type { Refusal } from './refusals.ts';

const shipped = cityQuestionnaire.version;

/** `questionnaire lint` and `questionnaire import`. */
export function addQuestionnaireCommands(program: Command): void {
  const questionnaire = program.command('questionnaire').description('versions of the questionnaire');

  questionnaire
    .command('lint')
    .description('say what keeps a questionnaire from being imported, and where')
    .argument('[file]', `JSON file; without one, the shipped questionnaire ${shipped}`)
    .option('--json', 'report as JSON')
    .action(async (file: string | undefined, { json }: { json?: boolean }) => {
      const read = readQuestionnaire(file);
      if (!read.ok) return refuse(read);
      const { problems } = lintQuestionnaire(read.questionnaire, districts);
      if (json) report(json, { problems }, () => []);
      else if (problems.length === 0) say('no faults');
      if (problems.length > 0) refuseFaults(problems, !json);
    });

  questionnaire
    .command('import')
    .description('store a version of the questionnaire for waves to ask')
    .argument('[file]', `JSON file; without one, the shipped questionnaire ${shipped}`)
    .action(async (file: string | undefined) => {
      const read = readQuestionnaire(file);
      if (!read.ok) return refuse(read);
      const brought = await withFieldwork((database) =>
        bringQuestionnaire(database, read.questionnaire, commandAct()),
      );
      if (brought.ok)
        say(
          `${brought.version} ${brought.changed ? 'imported' : 'is there already'}, SHA-256 ${brought.sha256}`,
        );
      else if (brought.reason === 'questionnaire-faulty') refuseFaults(brought.problems, true);
      else refuse(brought);
    });
}

type ReadQuestionnaire =
  | { ok: true; questionnaire: unknown }
  | { ok: false; reason: Refusal; detail: { file: string; line?: number } };

function readQuestionnaire(file: string | undefined): ReadQuestionnaire {
  if (file === undefined) return { ok: true, questionnaire: cityQuestionnaire };
  const read = readJsonFile(file);
  if (read.ok) return { ok: true, questionnaire: read.value };
  return { ok: false, reason: read.reason, detail: { file, ...('line' in read ? { line: read.line } : {}) } };
}

function refuseFaults(problems: readonly LintProblem[], spelledOut: boolean): void {
  if (spelledOut) for (const problem of problems) complain(sentence(problem));
  refuse({ reason: 'questionnaire-faulty', detail: { faults: problems.length } });
}

/** `indicators[3].value.codes[0]: The question does not offer this code. "q05 = 7" [unknown-code]`. */
function sentence({ path, code, detail }: LintProblem): string {
  const what = serverTranslator('en').t(`fieldwork:questionnaire.fault.${code}`, { figure: '{{value}}' });
  return [`${path || '(whole)'}: ${what}`, detail && `"${detail}"`, `[${code}]`].filter(Boolean).join(' ');
}
