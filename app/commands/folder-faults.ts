import type { FaultCode, FolderFault } from '../use-cases/analyse-folder/reading/faults.ts';

/** What is wrong with a file of a folder to be analysed, in words. */
const sentences: Readonly<Record<FaultCode, string>> = {
  'file-unreadable': 'the file cannot be read',
  'unreadable-characters': 'the file is not UTF-8',
  'not-json': 'the file is not JSON',
  'bad-setting': 'the setting is not allowed',
  'unknown-setting': 'there is no such setting',
  'unknown-variable': 'nothing in the settings has this name',
  'not-csv': 'the file is not CSV',
  'empty-file': 'the file has no rows',
  'missing-column': 'the column is missing',
  'extra-column': 'the column is not expected',
  'repeated-column': 'the column comes twice',
  'missing-value': 'a value is missing',
  'not-a-number': 'the value is not a number',
  'not-whole': 'the number is not whole',
  negative: 'the number is negative',
  'out-of-range': 'the number is outside its range',
  duplicate: 'the value comes twice and must be unique',
  'unknown-level': 'the value is not one that the population or margin file has',
  'unknown-wave': 'analysis.json has no such wave',
  'unknown-stratum': 'the population has no such stratum',
  'stratum-differs': 'the stratum is not the one that the other columns or the dispositions say',
  'stratum-not-issued': 'nobody of this stratum of the population was issued',
  'nobody-lives-there': 'someone answered where the population is 0',
  'totals-differ': 'the total is not that of the population',
  'count-differs': 'the count is not what the files add up to',
  'more-issued-than-people': 'more were issued than there are people: a probability above 1',
  'unknown-disposition': 'the code is no final disposition of AAPOR',
  'not-a-respondent': 'the disposition is not 1.1 or 1.2, or not that of the dispositions',
  'not-issued': 'the dispositions have no such case in this wave',
  'outside-codes': 'the answer is outside the codes of the item',
  'unknown-kind': 'the kind must be safe or unsafe',
};

/** `respondents.csv, line 12, column q1_safe5: the answer is outside the codes of the item: "9"`. */
export function faultSentence({ file, line, column, code, found }: FolderFault): string {
  const where = [file, line > 0 && `line ${line}`, column !== '' && `column ${column}`].filter(Boolean);
  const what = found === '' ? '' : `: "${found}"`;
  return `${where.join(', ')}: ${sentences[code]}${what} [${code}]`;
}
