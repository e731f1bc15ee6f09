import { type OpenDatabase, openDatabase } from '../open.ts';
import { analysisQueries } from './queries/analysis.ts';
import { auditQueries } from './queries/audit.ts';
import { closingQueries } from './queries/closing.ts';
import { codeQueries } from './queries/codes.ts';
import { frameQueries } from './queries/frames.ts';
import { jobQueries } from './queries/jobs.ts';
import { outcomeQueries } from './queries/outcomes.ts';
import { printerFileQueries } from './queries/printer-files.ts';
import { publicationKeyQueries } from './queries/publication-keys.ts';
import { residentQueries } from './queries/resident.ts';
import { sampleQueries } from './queries/samples.ts';
import { sealedResponseQueries } from './queries/sealed-responses.ts';
import { studyQueries } from './queries/studies.ts';
import { waveFigureQueries } from './queries/wave-figures.ts';
import { waveQueries } from './queries/waves.ts';

export type FieldworkDatabase = ReturnType<typeof openFieldwork>;

/** Opens `fieldwork.sqlite`; queries are prepared here, after the migration. */
export function openFieldwork(file: string) {
  const database = openDatabase({ file, area: 'fieldwork' });
  return withFieldworkQueries(database);
}

export function withFieldworkQueries(database: OpenDatabase) {
  return {
    ...database,
    waves: waveQueries(database),
    waveFigures: waveFigureQueries(database),
    frames: frameQueries(database),
    closing: closingQueries(database),
    analysis: analysisQueries(database),
    outcomes: outcomeQueries(database),
    audit: auditQueries(database),
    jobs: jobQueries(database),
    residents: residentQueries(database),
    codes: codeQueries(database),
    printerFiles: printerFileQueries(database),
    publicationKeys: publicationKeyQueries(database),
    samples: sampleQueries(database),
    sealedResponses: sealedResponseQueries(database),
    studies: studyQueries(database),
  };
}
