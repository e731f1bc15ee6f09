import { type OpenDatabase, openDatabase } from '../open.ts';
import { cameraProposalQueries } from './queries/camera-proposals.ts';
import { cameraQueries } from './queries/cameras.ts';
import { consultationQueries } from './queries/consultations.ts';
import { contextSeriesQueries } from './queries/context-series.ts';
import { estimateQueries } from './queries/estimates.ts';
import { fieldworkReportQueries } from './queries/fieldwork-reports.ts';
import { historyQueries } from './queries/history.ts';
import { interventionQueries } from './queries/interventions.ts';
import { modeEffectQueries } from './queries/mode-effects.ts';
import { publicationQueries } from './queries/publications.ts';
import { publishedPlaceQueries } from './queries/published-places.ts';
import { databaseState } from './queries/state.ts';
import { trustedKeyQueries } from './queries/trusted-keys.ts';

export type ResultsDatabase = ReturnType<typeof withResultsQueries>;

/** Opens `results.sqlite`; queries are prepared here, after the migration. */
export function openResults(file: string): ResultsDatabase {
  return withResultsQueries(openDatabase({ file, area: 'results' }));
}

export function withResultsQueries(database: OpenDatabase) {
  return {
    ...database,
    state: databaseState(database),
    publications: publicationQueries(database),
    estimates: estimateQueries(database),
    modeEffects: modeEffectQueries(database),
    publishedPlaces: publishedPlaceQueries(database),
    history: historyQueries(database),
    trustedKeys: trustedKeyQueries(database),
    interventions: interventionQueries(database),
    consultations: consultationQueries(database),
    cameras: cameraQueries(database),
    cameraProposals: cameraProposalQueries(database),
    contextSeries: contextSeriesQueries(database),
    fieldworkReports: fieldworkReportQueries(database),
  };
}
