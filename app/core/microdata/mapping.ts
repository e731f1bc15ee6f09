import { z } from 'zod';
import { modes } from '../mode.ts';
import { ageBands, districtKey, type Stratum, sexes, stratumKey } from '../sampling/stratum.ts';
import type { MicrodataFault, MicrodataFaultCode } from './table.ts';

const name = z.string().min(1).max(200);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** From the value as the file has it to what we make of it. */
const codesTo = <Target extends z.ZodType>(target: Target) => z.record(z.string(), target);
const recoded = <Target extends z.ZodType>(target: Target) =>
  z.strictObject({ column: name, codes: codesTo(target) });

/** Who was asked: rows with one of these values in this column. Without it, everyone was. */
const asked = z.strictObject({ column: name, values: z.array(z.string()).min(1) }).optional();
/** Values that mean that the question was not asked or not answered. */
const noAnswer = z.array(z.string()).optional();

const single = z.strictObject({
  column: name,
  codes: codesTo(z.number().int()),
  noAnswer,
  /** The code that an empty cell stands for, as "no" in a file that holds only what was chosen. Without it: no answer. */
  blank: z.number().int().optional(),
  asked,
});
const multiple = z.strictObject({
  /** A column for each answer, and the code of that answer. */
  columns: codesTo(z.number().int()),
  chosen: z.array(z.string()).min(1),
  notChosen: z.array(z.string()),
  noAnswer,
  /** What an empty cell says: that the answer was not chosen, or nothing. */
  blank: z.enum(['not-chosen', 'not-asked']).optional(),
  asked,
});

const mapping = z.strictObject({
  format: z.literal('poczucie-microdata/1'),
  study: z.string().min(1).max(300),
  questionnaire: name,
  askedWith: name,
  fieldwork: z.strictObject({ firstDay: day, lastDay: day }),
  synthetic: z.boolean().optional(),
  encoding: z.string().max(40).optional(),
  respondent: name,
  mode: z.union([z.enum(modes), recoded(z.enum(modes))]),
  district: z.strictObject({ column: name, codes: codesTo(z.number().int()).optional() }),
  sex: recoded(z.enum(sexes)),
  age: z.union([
    recoded(z.enum(ageBands)),
    z.strictObject({ birthYear: name }),
    z.strictObject({ years: name }),
  ]),
  population: z.record(z.string(), z.number()),
  education: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  variables: z.record(z.string(), z.union([single, multiple])),
  indicators: z.array(z.string()).min(1),
  ignored: z.array(name),
});

/**
 * How the columns of an earlier study become a wave of ours: which column is which variable, what its values mean, what the strata's
 * populations were, how people were asked, and which indicators the study covers. `questionnaire` is the version that it is mapped to;
 * `askedWith` names the study's own questionnaire, and is the same when that is what was asked.
 */
export type MicrodataMapping = z.infer<typeof mapping>;
/** How one question is read: from a column of codes, or from a column for each answer that may be chosen. */
export type VariableMapping = MicrodataMapping['variables'][string];

/** A mapping that keeps to its format, or every fault that was found in it. */
export type ReadMapping = { ok: true; mapping: MicrodataMapping } | { ok: false; faults: MicrodataFault[] };

/** Reads a mapping file; a fault's `column` is the path of what is wrong in it. */
export function readMapping(text: string): ReadMapping {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { ok: false, faults: [mappingFault('mapping-not-json', null)] };
  }
  const checked = mapping.safeParse(parsed);
  if (checked.success) return { ok: true, mapping: checked.data };
  return {
    ok: false,
    faults: checked.error.issues.map(({ path, code }) => mappingFault('bad-mapping', path.join('.'), code)),
  };
}

/** A fault of the mapping itself: no row is to blame, and `path` says where in the mapping it is. */
export function mappingFault(
  code: MicrodataFaultCode,
  path: string | null,
  found: string | null = null,
): MicrodataFault {
  return { place: null, column: path, code, found };
}

/** A stratum of a study with the residents that its respondents stand for. */
export interface MappedStratum extends Stratum {
  population: number;
}

/**
 * The strata of a mapping with their populations: every age band and sex of each district that is named, because a
 * stratum left out would be missing from the margins without anybody seeing it.
 */
export function strataOf(
  { population }: Pick<MicrodataMapping, 'population'>,
  districts: readonly number[],
): { strata: MappedStratum[]; faults: MicrodataFault[] } {
  const strata: MappedStratum[] = [];
  const faults: MicrodataFault[] = [];
  const named = new Set(Object.keys(population).map((key) => key.slice(0, 3)));
  const known = new Set<string>();
  for (const district of districts) {
    if (!named.has(districtKey(district))) continue;
    for (const ageBand of ageBands) {
      for (const sex of sexes) {
        const key = stratumKey(district, ageBand, sex);
        known.add(key);
        const people = population[key];
        if (people === undefined) faults.push(mappingFault('missing-stratum', `population.${key}`));
        else strata.push({ key, district, ageBand, sex, population: people });
      }
    }
  }
  for (const [key, people] of Object.entries(population)) {
    const path = `population.${key}`;
    if (!known.has(key)) faults.push(mappingFault(unknownStratum(key), path));
    else if (people < 0) faults.push(mappingFault('negative-population', path, String(people)));
    else if (!Number.isInteger(people)) faults.push(mappingFault('bad-mapping', path, String(people)));
  }
  return { strata, faults };
}

function unknownStratum(key: string): MicrodataFaultCode {
  return /^D\d\d\|/.test(key) ? 'unknown-district' : 'bad-mapping';
}

/** Every column that the mapping reads, with the path that names it. */
export function usedColumns(mapping: MicrodataMapping): { column: string; path: string }[] {
  const { mode, age } = mapping;
  const used = [
    { column: mapping.respondent, path: 'respondent' },
    { column: mapping.district.column, path: 'district.column' },
    { column: mapping.sex.column, path: 'sex.column' },
    'column' in age
      ? { column: age.column, path: 'age.column' }
      : 'birthYear' in age
        ? { column: age.birthYear, path: 'age.birthYear' }
        : { column: age.years, path: 'age.years' },
  ];
  if (typeof mode !== 'string') used.push({ column: mode.column, path: 'mode.column' });
  for (const [variable, how] of Object.entries(mapping.variables)) {
    const path = `variables.${variable}`;
    if (how.asked) used.push({ column: how.asked.column, path: `${path}.asked.column` });
    if ('column' in how) used.push({ column: how.column, path });
    else used.push(...Object.keys(how.columns).map((column) => ({ column, path })));
  }
  return used;
}
