import { join } from 'node:path';
import { suppress } from '#core/disclosure/suppress.ts';
import { defaultFlagRule } from '#core/flagging/default-rule.ts';
import { krakowQuestionnaire } from '#core/krakow/questionnaire/krakow-questionnaire.ts';
import type { WaveAnalysis } from '#core/publication/analyse.ts';
import { composePublication } from '#core/publication/compose.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { indicatorsOf } from '#core/questionnaire/indicators.ts';
import { openResults, type ResultsDatabase } from '#db/results/database.ts';
import { testFolder } from './database.ts';
import { demonstrationWave } from './demonstration-wave.ts';
import { draftPublication } from './draft-publication.ts';
import { receiveTrusted } from './results.ts';

/** Respondents of a district in every wave: what most cities pay for. */
export const smallSample = 100;
export const smallCityWaves = ['2025-1', '2025-2', '2026-1'] as const;

/**
 * A city of a hundred respondents a district with its planted truths, its headline indicators published wave by wave as a firm would: weighted,
 * judged, suppressed, received. The caller closes the database.
 */
export function publishedSmallCity(): { database: ResultsDatabase; publications: PublicationDocument[] } {
  const database = openResults(join(testFolder(), 'results.sqlite'));
  const analyses: WaveAnalysis[] = [];
  const publications: PublicationDocument[] = [];
  for (const waveId of smallCityWaves) {
    const analysis = demonstrationWave(waveId, 'small city', analyses, smallSample);
    const draft = draftPublication([]);
    const composed = composePublication({
      number: 1,
      replaces: null,
      correctionNote: null,
      wave: {
        ...draft.wave,
        ...analysis.wave,
        sampleSizePerDistrict: smallSample,
        respondents: 18 * smallSample,
      },
      method: { ...draft.method, rule: defaultFlagRule },
      analysis,
      earlier: analyses,
      indicators: indicatorsOf(krakowQuestionnaire).filter(({ headline }) => headline),
      variables: [],
      places: analysis.places,
      placeAnswers: draft.placeAnswers,
      outcomes: [],
    });
    const publication = suppress(composed, { earlier: publications });
    const received = receiveTrusted(database, publication, {
      actor: 'test',
      now: Date.UTC(2026, 6, 1),
    });
    if (!received.ok) throw new Error(`publishedSmallCity could not receive ${waveId}: ${received.reason}`);
    analyses.push(analysis);
    publications.push(publication);
  }
  return { database, publications };
}
