import { methodVersion } from '#core/analysis/analyse.ts';
import { canonicalJson } from '#core/digest.ts';
import { weightWave } from '#core/weighting/weight-wave.ts';
import type { WeightingReport } from '#core/weighting/weighting-report.ts';
import { defaultWeightingSettings } from '#core/weighting/weighting-settings.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { entryOf, type Outcome, type StaffAct } from '../staff-act.ts';
import { weightingMaterial, weightsDigest } from './wave-responses.server.ts';

export type WeightRun = Outcome<
  { runId: number; report: WeightingReport },
  'unknown-wave' | 'not-frozen' | 'no-responses'
>;

/**
 * Weights a frozen wave and keeps the run with its parameters, the hash of its input and its report. Weights
 * are never overwritten: weighting again before publication adds another run, and the newest one counts.
 */
export function weightRun(database: FieldworkDatabase, waveId: string, act: StaffAct): WeightRun {
  const wave = database.waves.wave(waveId);
  if (!wave) return { ok: false, reason: 'unknown-wave' };
  if (wave.status !== 'frozen' && wave.status !== 'weighted') return { ok: false, reason: 'not-frozen' };
  const material = weightingMaterial(database, wave);
  if (material.respondents.length === 0) return { ok: false, reason: 'no-responses' };
  const settings = defaultWeightingSettings;
  const weighted = weightWave({ ...material.input, settings });
  const { base, nonresponse, final, report } = weighted;
  const runId = database.transact(() => {
    const id = database.analysis.addWeightRun(
      {
        waveId,
        methodVersion,
        parameters: canonicalJson(settings),
        inputSha256: material.inputSha256,
        outputSha256: weightsDigest(weighted),
        report: JSON.stringify(report),
        createdAt: act.now,
      },
      material.respondents.map(({ responseId }, index) => ({
        responseId,
        base: base[index] ?? 0,
        nonresponse: nonresponse[index] ?? 0,
        final: final[index] ?? 0,
      })),
    );
    database.waves.updateWave(waveId, { status: 'weighted' });
    database.audit.record(
      entryOf(act, 'wave-weighted', waveId, {
        runId: id,
        responses: material.respondents.length,
        designEffect: report.designEffect,
        converged: report.converged,
      }),
    );
    return id;
  });
  return { ok: true, runId, report };
}
