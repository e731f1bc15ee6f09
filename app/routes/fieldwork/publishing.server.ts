import { flagCounts } from '#core/analysis/flag-counts.ts';
import { hiddenOfYear } from '#core/publication/published-rolling-year.ts';
import { fingerprintOf } from '#core/publication/signed-file.ts';
import { placeAnswers } from '#core/questionnaire/place-answers.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { copiedMention } from '../../components/desk/copied-mentions.tsx';
import { resultsDatabase, servesArea } from '../../db.server.ts';
import { formatInstant } from '../../i18n/format.ts';
import { copiedMentions } from '../../use-cases/analysis/publication-warnings.server.ts';
import { analysisOf, publishedDocument } from '../../use-cases/analysis/stored-runs.server.ts';
import { questionnaireOf } from '../../use-cases/wave/questionnaire-of-wave.server.ts';
import type { Desk } from './desk.server.ts';

/** Whether city hall's database is served by this process; otherwise the publication is carried as a file. */
const cityIsHere = () => servesArea('results', 'public');

/** Figures of the newest analysis; null when it does not rest on the newest weights. */
export function whatWouldBePublished({ database }: Desk, { waveId }: WaveRow) {
  const run = database.analysis.newestAnalysis(waveId);
  if (!run || run.weightRunId !== database.analysis.newestWeightRun(waveId)?.runId) return null;
  const { estimates, flags, places } = analysisOf(run);
  return {
    responses: database.analysis.responseCount(waveId),
    estimates: estimates.length,
    ...flagCounts(flags),
    places: places.length,
  };
}

/** What looks copied in the newest analysis of a wave, with its place and its answers in words. */
export function copiedOf({ database }: Desk, wave: WaveRow) {
  const words = placeAnswers(questionnaireOf(database, wave));
  return copiedMentions(database, wave.waveId).map((pattern) => copiedMention(pattern, words));
}

/** A wave's publications with what each says in numbers, and whether city hall has it. */
export function publicationsOf({ database, translator }: Desk, { waveId, timeZone }: WaveRow) {
  return database.analysis.publications(waveId).map((row) => {
    const { estimates, flags, places, method, rollingYear } = publishedDocument(row);
    return {
      publicationId: row.publicationId,
      number: row.number,
      replaces: row.replaces,
      sha256: row.sha256,
      signedWith: fingerprintOf(row.publicKey),
      at: formatInstant(translator.language, row.publishedAt, timeZone),
      estimates: estimates.length,
      ...flagCounts(flags),
      places: places.length,
      suppressed: method.suppression.suppressed,
      complementary: method.suppression.complementary,
      ofYear: hiddenOfYear(rollingYear),
      received: cityIsHere() ? resultsDatabase().publications.head(row.publicationId) !== undefined : null,
    };
  });
}
