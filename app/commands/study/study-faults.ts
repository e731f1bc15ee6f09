import type { MicrodataFault, MicrodataFaultCode } from '#core/microdata/table.ts';
import type { RunWarning } from '#core/publication/run-warnings.ts';
import { complain, refuse } from '../ending.ts';
import type { Refusal } from '../refusals.ts';
import { warningLines } from '../warning-lines.ts';

const shownFaults = 50;

interface RefusedStudy {
  reason: Refusal;
  detail?: Record<string, string | number>;
  faults?: MicrodataFault[];
  placeKind?: 'line' | 'record';
  /** Of its weights, when they are why. */
  warnings?: RunWarning[];
}

/** Ends a command whose study was refused: a line for each fault or warning, then the reason. */
export function refuseStudy(
  { path, mappingPath }: { path: string; mappingPath: string },
  refused: RefusedStudy,
): void {
  const { faults = [], placeKind = 'line', warnings = [], reason, detail } = refused;
  const file = reason === 'mapping-refused' ? mappingPath : path;
  complain(...warningLines(warnings));
  complain(...faults.slice(0, shownFaults).map((fault) => sentence(file, placeKind, fault)));
  if (faults.length > shownFaults) complain(`… and ${faults.length - shownFaults} more`);
  refuse({ reason, ...(detail && { detail }) });
}

/** Says what is wrong in a study's file where nobody needs it. */
export function remarkOnStudy(
  { path }: { path: string },
  { remarks = [], placeKind = 'line' }: { remarks?: MicrodataFault[]; placeKind?: 'line' | 'record' },
): void {
  for (const fault of remarks) complain(`note: ${sentence(path, placeKind, fault)}`);
}

/** What is wrong with a study's file or its mapping, in words. */
const sentences: Readonly<Record<MicrodataFaultCode, string>> = {
  'empty-file': 'the file is empty',
  'not-a-text-file': 'the file is no text',
  'unreadable-characters': 'there are letters that cannot be read in the encoding of the file',
  'unreadable-csv': 'the file is no CSV',
  'ragged-row': 'the row has another number of fields than the header',
  'not-sav': 'the file is no SPSS system file',
  'sav-compressed-by-zlib': 'the file is compressed in the way of .zsav; save it as .sav',
  'sav-truncated': 'the file ends too early',
  'sav-damaged': 'the file is damaged',
  'contradicts-itself': 'the file contradicts itself',
  'unknown-encoding': 'the file does not say a known encoding of its texts',
  'nameless-column': 'a column without a name is left out',
  'no-rows': 'the file has no respondents',
  'repeated-column': 'the column comes twice',
  'missing-column': 'the column that the mapping names is not there',
  'extra-column': 'the mapping does not say what this column is; name it or list it as left out',
  'missing-value': 'a value is missing',
  'duplicate-respondent': 'the respondent comes twice',
  'unmapped-code': 'the mapping does not say what this value means',
  'unknown-district': 'there is no such district',
  'unknown-sex': 'the sex is none of those of the mapping',
  'unknown-age': 'the age is no age',
  'unknown-mode': 'there is no such mode',
  'under-age': 'the respondent was under 18',
  'stratum-without-population': 'nobody lives in the stratum of this respondent',
  'answers-exclude-each-other': 'two answers of one question exclude each other',
  'answered-unasked': 'by the mapping this respondent was not asked, and there is an answer',
  'blank-unexplained':
    'the cell is empty beside answers to the same question; say in the mapping what "blank" means: "not-chosen" or "not-asked"',
  'nothing-says-no':
    'no value means that an answer was not chosen; name them in "notChosen", or say what "blank" means',
  'neutral-in-index':
    'the indicator is made of several answers and has no place for the neutral middle of a scale; leave it out',
  'neutral-is-coded': 'the value of the neutral middle has a code as well',
  'bad-weight': 'the weight is no number above 0',
  'bad-stratum-size': 'the size of the stratum is no number above 0, or less than what was drawn in it',
  'two-stratum-sizes': 'the stratum has two sizes',
  'unit-in-two-strata':
    'the primary sampling unit lies in two strata; if units are numbered anew in each, say "numberedWithinStrata"',
  'design-without-use': 'the setting of the design means nothing by itself',
  'education-not-answered': 'hardly anybody answered the education, so that nothing can be weighted by it',
  'mapping-not-json': 'the mapping is not JSON',
  'bad-mapping': 'the setting of the mapping is not allowed',
  'negative-population': 'the population is negative',
  'missing-stratum': 'the population lacks this stratum',
  'unknown-variable': 'the questionnaire has no such variable',
  'unknown-code': 'the variable has no such code',
  'unknown-indicator': 'there is no such indicator',
  'indicator-without-variable': 'a variable of the indicator is not mapped',
  'other-half-year': 'the sample is of another half-year than its wave',
  'other-population': 'the population is not that of its wave',
};

/** `cati.sav: record 17, P1: the mapping does not say what this value means: "7 other" [unmapped-code]`. */
function sentence(file: string, placeKind: string, { place, column, code, found }: MicrodataFault): string {
  const where = [place === null ? null : `${placeKind} ${place}`, column].filter((part) => part !== null);
  const what = found === null ? sentences[code] : `${sentences[code]}: "${found}"`;
  return [file, ...(where.length > 0 ? [where.join(', ')] : []), `${what} [${code}]`].join(': ');
}
