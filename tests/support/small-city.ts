import { join } from 'node:path';
import { defaultFlagRule } from '#city/flag-rule.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { composePublication } from '#core/analysis/compose.ts';
import type { WaveAnalysis } from '#core/analysis/wave-analysis.ts';
import { suppress } from '#core/disclosure/suppress.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { indicatorsOf } from '#core/questionnaire/indicators.ts';
import { openResults, type ResultsDatabase } from '#db/results/database.ts';
import { testFolder } from './database.ts';
import { demonstrationWave } from './demonstration-wave.ts';
import { exactPublication } from './exact-publication.ts';
import { receiveTrusted } from './results.ts';

/** Respondents of a district in every wave: what most cities pay for. */
export const smallSample = 100;
export const smallCityWaves = ['2025-1', '2025-2', '2026-1'] as const;

/**
 * A city of a hundred respondents a district with its planted truths, its headline indicators published wave
 * by wave as a firm would: weighted, judged, suppressed, received. The caller closes the database.
 */
export function publishedSmallCity(): { database: ResultsDatabase; publications: PublicationDocument[] } {
  const database = openResults(join(testFolder(), 'results.sqlite'));
  const analyses: WaveAnalysis[] = [];
  const publications: PublicationDocument[] = [];
  for (const waveId of smallCityWaves) {
    const analysis = demonstrationWave(waveId, 'small city', analyses, smallSample);
    const draft = exactPublication([]);
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
      indicators: indicatorsOf(cityQuestionnaire).filter(({ headline }) => headline),
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
