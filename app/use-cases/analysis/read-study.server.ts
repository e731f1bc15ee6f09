import { districts } from '#city/city.ts';
import { canonicalJson, sha256Of } from '#core/digest.ts';
import { districtWords } from '#core/frame/check-row.ts';
import { checkAgainstQuestionnaire, checkColumns } from '#core/microdata/check-mapping.ts';
import { type MicrodataMapping, readMapping } from '#core/microdata/mapping.ts';
import { partUnreadable } from '#core/microdata/needed-columns.ts';
import { spelledAs } from '#core/microdata/one-spelling.ts';
import { type RecodedRespondent, recode } from '#core/microdata/recode.ts';
import { type MappedStratum, strataOf } from '#core/microdata/study-strata.ts';
import type { StudyTallies } from '#core/microdata/study-tallies.ts';
import type { MicrodataFault } from '#core/microdata/table.ts';
import type { Questionnaire } from '#core/questionnaire/definition.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { Outcome } from '../staff-act.ts';
import { readUtf8File } from '../text-files/read-json-file.server.ts';
import { storedQuestionnaire } from '../wave/questionnaire-of-wave.server.ts';
import { readMicrodataFile } from './read-microdata-file.server.ts';
import { educationOf } from './wave-responses.server.ts';

/** A study's respondents in our terms, checked whole: nothing has been stored yet. */
export interface Study {
  mapping: MicrodataMapping;
  mappingText: string;
  mappingSha256: string;
  fileSha256: string;
  /** The one that it was mapped to. */
  questionnaire: Questionnaire;
  strata: MappedStratum[];
  respondents: RecodedRespondent[];
  tallies: StudyTallies;
  /** What is wrong in the file where nobody needs it. */
  remarks: MicrodataFault[];
  placeKind: 'line' | 'record';
}

/** What an import says beside its success; nothing when there is nothing to say. */
export interface StudyRemarks {
  remarks?: MicrodataFault[];
  placeKind?: Study['placeKind'];
}

export function remarksOf({ remarks, placeKind }: Study): StudyRemarks {
  return remarks.length > 0 ? { remarks, placeKind } : {};
}

export interface StudyFiles {
  path: string;
  mappingPath: string;
  /** Year in which people's age is counted. */
  year: number;
}

export type StudyRefusal =
  | 'microdata-refused'
  | 'mapping-refused'
  | 'unknown-questionnaire'
  | 'file-unreadable'
  | 'unreadable-characters';

/**
 * Reads and checks a study's file with its mapping. `faults` says everything that is wrong, each with its
 * place; the first kind of trouble ends the check, because what comes after would only repeat it.
 */
export async function readStudy(
  database: FieldworkDatabase,
  { path, mappingPath, year }: StudyFiles,
): Promise<Outcome<Study, StudyRefusal> & { faults?: MicrodataFault[]; placeKind?: 'line' | 'record' }> {
  const source = readUtf8File(mappingPath);
  if (!source.ok) return { ok: false, reason: source.reason };
  const read = readMapping(source.text);
  if (!read.ok) return { ok: false, reason: 'mapping-refused', faults: read.faults };
  const { mapping } = read;
  const row = database.waves.questionnaire(mapping.questionnaire);
  if (!row) return { ok: false, reason: 'unknown-questionnaire' };
  const questionnaire = storedQuestionnaire(row);
  const { strata, faults: ofStrata } = strataOf(
    mapping,
    districts.map(({ number }) => number),
  );
  const ofMapping = [...ofStrata, ...checkAgainstQuestionnaire(mapping, questionnaire)];
  if (ofMapping.length > 0) return { ok: false, reason: 'mapping-refused', faults: ofMapping };

  const file = await readMicrodataFile(path, mapping.encoding ?? null);
  if (!file.read.ok)
    return { ok: false, reason: 'microdata-refused', faults: file.read.faults, placeKind: file.placeKind };
  const table = spelledAs(mapping, file.read.table);
  const { placeKind } = table;
  const ofColumns = checkColumns(mapping, table);
  if (ofColumns.length > 0) return { ok: false, reason: 'microdata-refused', faults: ofColumns };
  const { faults: unreadable, remarks } = partUnreadable(mapping, table);
  if (unreadable.length > 0) return { ok: false, reason: 'microdata-refused', faults: unreadable, placeKind };
  const context = { year, questionnaire, strata, districtOfWord: districtWords(districts) };
  const { respondents, tallies, faults } = recode(table, mapping, context);
  const { education } = questionnaire.roles.weighting;
  const hasEducation = respondents.some(
    ({ answers }) => educationOf(education, answers[education.variable]) !== null,
  );
  if (faults.length === 0 && mapping.education && !hasEducation) {
    faults.push({ place: null, column: education.variable, code: 'education-not-answered', found: null });
  }
  if (faults.length > 0) return { ok: false, reason: 'microdata-refused', faults, placeKind };
  const mappingText = canonicalJson(mapping);
  return {
    ok: true,
    mapping,
    mappingText,
    mappingSha256: sha256Of(mappingText),
    fileSha256: file.sha256,
    questionnaire,
    strata,
    respondents,
    tallies,
    remarks,
    placeKind,
  };
}
