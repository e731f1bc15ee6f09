import { parseJson } from '#core/text/json.ts';
import { answerCodes } from '../items.ts';
import { type AnalysisSettings, analysisSettings } from '../settings.ts';
import type { Faults } from './faults.ts';

export const settingsFile = 'analysis.json';

/** Reads `analysis.json`; null when it is not what it must be. */
export function readSettings(text: string, faults: Faults): AnalysisSettings | null {
  const json = jsonOf(text, faults);
  if (json === undefined) return null;
  const checked = analysisSettings.safeParse(json);
  if (!checked.success) {
    for (const issue of checked.error.issues) {
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) fault(text, [...issue.path, key], 'unknown-setting', key, faults);
      } else fault(text, issue.path, 'bad-setting', issue.message, faults);
    }
    return null;
  }
  for (const { path, found } of unknownNames(checked.data))
    fault(text, path, 'unknown-variable', found, faults);
  return faults.count > 0 ? null : checked.data;
}

function jsonOf(text: string, faults: Faults): unknown {
  const parsed = parseJson(text);
  if (parsed.ok) return parsed.value;
  faults.add({ file: settingsFile, line: parsed.line, column: '', code: 'not-json', found: parsed.message });
  return undefined;
}

type SettingPath = readonly PropertyKey[];

function fault(
  text: string,
  path: SettingPath,
  code: 'bad-setting' | 'unknown-setting' | 'unknown-variable',
  found: string,
  faults: Faults,
): void {
  const line = lineOfPath(text, path);
  faults.add({ file: settingsFile, line, column: path.map(String).join('.'), code, found });
}

/** The line of a setting: each key of the path is looked for after the one before it. */
function lineOfPath(text: string, path: SettingPath): number {
  let position = 0;
  for (const key of path) {
    const at = typeof key === 'string' ? text.indexOf(JSON.stringify(key), position) : -1;
    if (at >= 0) position = at;
  }
  return lineAt(text, position);
}

function lineAt(text: string, position: number): number {
  return text.slice(0, Number.isFinite(position) ? position : 0).split('\n').length;
}

/** Names that one setting takes from another, and that are not there. */
function unknownNames(settings: AnalysisSettings): { path: SettingPath; found: string }[] {
  const { strata, files, raking, items, domains, trim, flags, nonresponse, associations } = settings;
  const variables = [...strata, ...Object.keys(files.margins)];
  const found: { path: SettingPath; found: string }[] = [];
  const require = (path: SettingPath, names: readonly string[], known: readonly string[]) => {
    for (const name of names) if (!known.includes(name)) found.push({ path, found: name });
  };
  require(['district'], [settings.district], strata);
  require(['nonresponse', 'class'], nonresponse?.class ?? [], strata);
  for (const [name, margins] of Object.entries(raking)) {
    for (const [position, margin] of margins.entries()) {
      const known = margin.length === 1 ? variables : strata;
      require(['raking', name, position], margin, known);
    }
  }
  require(['domains'], domains
    .filter((name) => name !== 'city')
    .flatMap((name) => name.split('|')), variables);
  if (trim) require(['trim', 'then'], [trim.then], Object.keys(raking));
  const answers = Object.entries(items).flatMap(([name, kind]) => (answerCodes(name, kind) ? [name] : []));
  for (const [position, [first, second]] of (associations ?? []).entries()) {
    require(['associations', position], [first], [...answers, ...variables]);
    require(['associations', position], [second], [...answers, ...variables, 'wave']);
  }
  if (!flags) return found;
  require(['flags', 'items'], flags.items, Object.keys(items));
  require(['flags', 'gap', 'variable'], [flags.gap.variable], variables);
  const calibrated = Object.keys(raking).map((name) => `${name}_cal`);
  const designs = ['strat_fpc', 'strat_nofpc', 'ps', ...calibrated, 'trimcycle_fixed'];
  require(['flags', 'design'], [flags.design], designs);
  return found;
}
