import { districts } from '#city/city.ts';
import { defaultFlagRule } from '#city/flag-rule.ts';
import { evenSample } from '#core/analysis/published-sample.ts';
import { type SampleLimits, sampleLimits, type TestedSample } from '#core/flagging/power/detectable.ts';
import { flagRuleWith } from '#core/flagging/rule-version.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { settingsOf } from '../wave/wave-settings.ts';
import type { FieldworkProgress } from './fieldwork-progress.server.ts';

/** A wave that is being planned: so many responses in every district, read by the default rule. */
export function plannedSample(database: FieldworkDatabase, respondents: number): TestedSample {
  const newest = database.waves.newestFirst().find(({ waveId }) => database.waves.strata(waveId).length > 0);
  return {
    ...evenSample(respondents, flagRuleWith(defaultFlagRule, {})),
    populations: newest ? populationsOf(database, newest.waveId) : null,
  };
}

/**
 * What the responses so far could show, if nobody answered any more: from counts of cases, never from an
 * answer.
 */
export function limitsSoFar(
  database: FieldworkDatabase,
  wave: WaveRow,
  progress: FieldworkProgress,
): { sample: TestedSample; limits: SampleLimits } {
  const sample = {
    ...evenSample(0, settingsOf(wave).rule),
    respondents: progress.districts.map(({ completed, partial }) => completed + partial),
    populations: populationsOf(database, wave.waveId),
  };
  return { sample, limits: sampleLimits(sample) };
}

/**
 * Adult residents of every district of the city by the wave's frame; null when the frame leaves a district
 * out.
 */
function populationsOf(database: FieldworkDatabase, waveId: string): number[] | null {
  const strata = database.waves.strata(waveId);
  const populations = districts.map(({ number }) =>
    strata.reduce((sum, { district, population }) => sum + (district === number ? population : 0), 0),
  );
  return populations.includes(0) ? null : populations;
}
