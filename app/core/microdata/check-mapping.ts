import type { Questionnaire } from '../questionnaire/definition.ts';
import { indicatorsOf } from '../questionnaire/indicators.ts';
import { compileQuestionnaire } from '../questionnaire/interview/compile.ts';
import { type MicrodataMapping, mappingFault, usedColumns, type VariableMapping } from './mapping.ts';
import { neutralAnswer, neutralFaults } from './neutral-middle.ts';
import type { MicrodataFault, MicrodataTable } from './table.ts';

/**
 * Whether a mapping makes sense for our questionnaire: its variables, their codes, and what its indicators
 * need.
 */
export function checkAgainstQuestionnaire(
  { variables, indicators, education, design }: MicrodataMapping,
  questionnaire: Questionnaire,
): MicrodataFault[] {
  const faults: MicrodataFault[] = designFaults(design);
  const { byName } = compileQuestionnaire(questionnaire);
  for (const [name, how] of Object.entries(variables)) {
    const path = `variables.${name}`;
    const question = byName.get(name);
    const kind = 'column' in how ? 'single' : 'multiple';
    if (!question || question.kind !== kind) {
      faults.push(mappingFault('unknown-variable', path));
      continue;
    }
    const targets = Object.entries('column' in how ? how.codes : how.columns);
    for (const [value, code] of targets) {
      if (!question.offeredIf.has(code)) {
        faults.push(mappingFault('unknown-code', `${path}.${value}`, String(code)));
      }
    }
    for (const fault of blankFaults(path, how, question.offeredIf)) faults.push(fault);
  }
  const definitions = indicatorsOf(questionnaire);
  const byId = new Map(definitions.map((indicator) => [indicator.id, indicator]));
  for (const id of indicators) {
    const definition = byId.get(id);
    if (!definition) faults.push(mappingFault('unknown-indicator', 'indicators', id));
    for (const variable of definition?.variables ?? []) {
      if (Object.hasOwn(variables, variable)) continue;
      faults.push(mappingFault('indicator-without-variable', 'indicators', `${id}: ${variable}`));
    }
  }
  for (const fault of neutralFaults({ variables, indicators }, definitions)) faults.push(fault);
  if (education?.some((people) => people < 0)) faults.push(mappingFault('negative-population', 'education'));
  const asked = questionnaire.roles.weighting.education.variable;
  if (education && !Object.hasOwn(variables, asked)) {
    faults.push(mappingFault('education-not-answered', `variables.${asked}`));
  }
  return faults;
}

/** Numbers within strata need both strata and units. */
function designFaults(design: MicrodataMapping['design']): MicrodataFault[] {
  const isNumbered = design?.numberedWithinStrata !== undefined;
  const hasBoth = design?.strata !== undefined && typeof design.primaryUnits === 'object';
  return isNumbered && !hasBoth ? [mappingFault('design-without-use', 'design.numberedWithinStrata')] : [];
}

/**
 * An empty cell may stand for one of the question's codes, and a multiple answer needs a way to say "no":
 * else all who answer say "yes".
 */
function blankFaults(
  path: string,
  how: VariableMapping,
  offered: ReadonlyMap<number, unknown>,
): MicrodataFault[] {
  if ('column' in how) {
    const twice = how.neutral?.find(
      (value) => Object.hasOwn(how.codes, value) || how.noAnswer?.includes(value),
    );
    if (how.neutral && offered.has(neutralAnswer))
      return [mappingFault('neutral-is-coded', `${path}.neutral`)];
    if (twice !== undefined) return [mappingFault('neutral-is-coded', `${path}.neutral`, twice)];
    if (how.blank === undefined || offered.has(how.blank)) return [];
    return [mappingFault('unknown-code', `${path}.blank`, String(how.blank))];
  }
  return how.notChosen.length > 0 || how.blank === 'not-chosen'
    ? []
    : [mappingFault('nothing-says-no', path)];
}

/**
 * Every column of the file is either read or named as ignored, and every one that is named is there. What is
 * read is there once; what is ignored may come more often.
 */
export function checkColumns(mapping: MicrodataMapping, { columns }: MicrodataTable): MicrodataFault[] {
  const there = new Set<string>();
  const faults: MicrodataFault[] = [];
  const say = (code: MicrodataFault['code'], column: string, found: string | null = null) => {
    faults.push({ place: null, column, code, found });
  };
  const used = usedColumns(mapping);
  const ignored = mapping.ignored.map((column) => ({ column, path: 'ignored' }));
  const read = new Set(used.map(({ column }) => column));
  for (const { name } of columns) {
    if (there.has(name) && read.has(name)) say('repeated-column', name);
    there.add(name);
  }
  const missing = new Set<string>();
  for (const { column, path } of [...used, ...ignored]) {
    if (there.has(column) || missing.has(column)) continue;
    missing.add(column);
    say('missing-column', column, path);
  }
  const named = new Set([...read, ...mapping.ignored]);
  for (const name of there) if (!named.has(name)) say('extra-column', name);
  return faults;
}
