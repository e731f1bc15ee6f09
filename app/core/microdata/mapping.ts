import { z } from 'zod';
import { modes } from '../mode.ts';
import { bandsOf } from '../sampling/respondent-cell.ts';
import { sexes } from '../sampling/stratum.ts';
import { parseJson } from '../text/json.ts';
import type { MicrodataFault, MicrodataFaultCode } from './table.ts';

const name = z.string().min(1).max(200);
const day = z.iso.date();
/** From the value as the file has it to what we make of it. */
const codesTo = <Target extends z.ZodType>(target: Target) => z.record(z.string(), target);
const recoded = <Target extends z.ZodType>(target: Target) =>
  z.strictObject({ column: name, codes: codesTo(target) });

/**
 * An empty cell of a fact about the person, and a value that the file declares missing, are an unknown one:
 * only where this says so.
 */
const blankIsUnknown = z.literal('unknown').optional();
/** An age band, several in a row (`65+`, `18-34`), or `unknown`. */
const ages = z.string().refine((range) => range === 'unknown' || bandsOf(range) !== null);
/** Values of a birth year or of years of age that mean that it is unknown. */
const inYears = { unknown: z.array(z.string()).optional(), blank: blankIsUnknown };

/** Who was asked: rows with one of these values in this column. Without it, everyone was. */
const asked = z.strictObject({ column: name, values: z.array(z.string()).min(1) }).optional();
/** Values that mean that the question was not asked or not answered. */
const noAnswer = z.array(z.string()).optional();

const single = z.strictObject({
  column: name,
  codes: codesTo(z.number().int()),
  noAnswer,
  /** Values of a neutral middle ("neither") that our scale has not: in every base, and counted as neither. */
  neutral: z.array(z.string()).min(1).optional(),
  /**
   * The code that an empty cell stands for, as "no" in a file that holds only what was chosen. Without it: no
   * answer.
   */
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

/**
 * How the study's sample was drawn. Without it, standard errors are those of people drawn one by one in
 * district, age and sex.
 */
const design = z.strictObject({
  /** Column of the strata; without it the whole sample is one. */
  strata: name.optional(),
  /**
   * Column of the primary sampling units (what was drawn first: blocks, streets, interviewers' points), or
   * that there were some.
   */
  primaryUnits: z.union([z.strictObject({ column: name }), z.literal('not-in-file')]).optional(),
  /** Whether a unit's number means another unit in another stratum. */
  numberedWithinStrata: z.boolean().optional(),
  /**
   * Column of how many primary units (without them: people) the stratum has in all: the finite population
   * factor.
   */
  stratumSize: name.optional(),
});

/** The form of a mapping file. */
export const mappingForm = z.strictObject({
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
  sex: z.strictObject({
    column: name,
    /** `other` is another gender: of no margin by sex, and in every figure but those of women and of men. */
    codes: codesTo(z.enum([...sexes, 'other', 'unknown'])),
    blank: blankIsUnknown,
  }),
  age: z.union([
    z.strictObject({ column: name, codes: codesTo(ages), blank: blankIsUnknown }),
    z.strictObject({ birthYear: name, ...inYears }),
    z.strictObject({ years: name, ...inYears }),
  ]),
  weights: z.strictObject({ column: name, use: z.enum(['as-given', 'base']) }).optional(),
  design: design.optional(),
  population: z.record(z.string(), z.number()),
  education: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  variables: z.record(z.string(), z.union([single, multiple])),
  indicators: z.array(z.string()).min(1),
  ignored: z.array(name),
});

/**
 * How the columns of an earlier study become a wave of ours: which column is which variable, what its values
 * mean, what the strata's populations were, how people were asked, and which indicators the study covers.
 * `questionnaire` is the version that it is mapped to; `askedWith` names the study's own questionnaire, and
 * is the same when that is what was asked.
 */
export type MicrodataMapping = z.infer<typeof mappingForm>;
/** How one question is read: from a column of codes, or from a column for each answer that may be chosen. */
export type VariableMapping = MicrodataMapping['variables'][string];

/** A mapping that keeps to its format, or every fault that was found in it. */
export type ReadMapping = { ok: true; mapping: MicrodataMapping } | { ok: false; faults: MicrodataFault[] };

/** Reads a mapping file; a fault's `column` is the path of what is wrong in it. */
export function readMapping(text: string): ReadMapping {
  const parsed = parseJson(text);
  if (!parsed.ok)
    return { ok: false, faults: [mappingFault('mapping-not-json', null, `line ${parsed.line}`)] };
  const checked = mappingForm.safeParse(parsed.value);
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

/** Every column that the mapping reads, with the path that names it. */
export function usedColumns(mapping: MicrodataMapping): { column: string; path: string }[] {
  const { mode, age, weights, design: drawn } = mapping;
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
  if (weights) used.push({ column: weights.column, path: 'weights.column' });
  if (drawn?.strata) used.push({ column: drawn.strata, path: 'design.strata' });
  if (typeof drawn?.primaryUnits === 'object')
    used.push({ column: drawn.primaryUnits.column, path: 'design.primaryUnits.column' });
  if (drawn?.stratumSize) used.push({ column: drawn.stratumSize, path: 'design.stratumSize' });
  if (typeof mode !== 'string') used.push({ column: mode.column, path: 'mode.column' });
  for (const [variable, how] of Object.entries(mapping.variables)) {
    const path = `variables.${variable}`;
    if (how.asked) used.push({ column: how.asked.column, path: `${path}.asked.column` });
    if ('column' in how) used.push({ column: how.column, path });
    else for (const column of Object.keys(how.columns)) used.push({ column, path });
  }
  return used;
}
