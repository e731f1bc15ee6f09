import { districts } from '#city/city.ts';
import type { WaveStep } from '#core/fieldwork/wave-steps.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { formatDay, formatInstant, formatNumber, formatShare } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { weightingReportOf } from '../../use-cases/analysis/stored-runs.server.ts';
import type { WaveStanding } from '../../use-cases/fieldwork/wave-standing.server.ts';
import { codeCounts } from '../../use-cases/wave/code-standing.ts';

/** What is known of each step of a wave, in sentences with their figures. */
export function stepFacts(
  { language, t }: Translator,
  database: FieldworkDatabase,
  wave: WaveRow,
  standing: WaveStanding,
): Record<WaveStep, string[]> {
  const { figures, frame, sizes, states } = standing;
  const number = (value: number, decimals = 0) => formatNumber(language, value, decimals);
  const instant = (at: number) => formatInstant(language, at, wave.timeZone);
  const fact = (key: string, values: Record<string, string | number> = {}) =>
    t(`fieldwork:fact.${key}`, values);
  const counted = (key: string, count: number, values: Record<string, string | number> = {}) =>
    fact(key, { count, n: number(count), ...values });
  const reserve = figures.drawn - figures.released;
  const responses = wave.frozenAt === null ? 0 : database.analysis.responseCount(wave.waveId);
  const publications = database.analysis.publicationHeads(wave.waveId);
  const education = database.waves
    .educationMargins(wave.waveId)
    .reduce((sum, { population }) => sum + population, 0);
  const thresholds = {
    partial: formatShare(language, wave.partialThreshold, 0),
    complete: formatShare(language, wave.completeThreshold, 0),
  };
  const study = database.studies.ofWave(wave.waveId);

  return {
    plan: [
      fact('target', {
        perDistrict: number(wave.sampleSize),
        districts: districts.length,
        total: number(standing.wanted),
      }),
      fact('window', {
        from: formatDay(language, standing.firstDay),
        to: formatDay(language, standing.lastDay),
      }),
      fact('questionnaire', { version: wave.questionnaireVersion }),
      fact('seed', { seed: wave.seed }),
      education > 0 ? fact('education', { n: number(education) }) : fact('noEducation'),
    ],
    frame: [
      ...(frame
        ? [
            counted('frame', frame.rowCount, { file: frame.fileName }),
            fact('frameSha256', { sha256: frame.sha256 }),
          ]
        : states.frame === 'done' && (study || wave.synthetic)
          ? [fact(`noFrame.${study ? 'imported' : 'invented'}`)]
          : []),
      ...(standing.frameWaiting ? [fact('frameWaiting')] : []),
    ],
    draw:
      wave.status === 'planned'
        ? [
            counted('toDraw', sizes.main, {
              replicates: wave.reserveReplicates,
              replicate: number(sizes.replicate),
            }),
          ]
        : [
            counted('drawn', figures.drawn, { released: number(figures.released), reserve: number(reserve) }),
            ...(frame?.undrawnDeleted ? [counted('undrawnDeleted', frame.undrawnDeleted)] : []),
          ],
    codes: [
      ...(figures.activeCodes > 0 ? codeFacts() : []),
      ...(figures.awaitingCode > 0 ? [counted('awaitingCode', figures.awaitingCode)] : []),
      ...(states.codes === 'done' && figures.activeCodes === 0 ? [fact('noCodes')] : []),
    ],
    fieldwork:
      study || states.fieldwork === 'later' || states.fieldwork === 'next'
        ? []
        : [
            counted('responses', figures.responses, {
              wanted: number(standing.wanted),
              share: formatShare(language, figures.responses / standing.wanted, 1),
            }),
            ...(figures.partial > 0 ? [counted('partial', figures.partial, thresholds)] : []),
            ...(wave.status === 'open' && states.fieldwork === 'done'
              ? [fact('ended', { at: instant(wave.closesAt) })]
              : []),
            ...(standing.moment === 'grace'
              ? [fact('grace', { until: instant(standing.closableFrom) })]
              : []),
            ...(figures.unsent > 0 ? [counted('started', figures.unsent)] : []),
            ...(figures.brokeOff > 0 ? [counted('brokeOff', figures.brokeOff, thresholds)] : []),
          ],
    close: [
      ...(states.fieldwork === 'running' ? [fact('ends', { at: instant(wave.closesAt) })] : []),
      ...(wave.closesAt < wave.plannedClosesAt
        ? [fact('endedEarly', { at: instant(wave.closesAt), planned: instant(wave.plannedClosesAt) })]
        : []),
      ...(wave.closedAt === null ? [] : [fact('closed', { at: instant(wave.closedAt) })]),
    ],
    freeze: [
      ...(study
        ? [fact('study', { study: study.study, file: study.fileName, at: instant(study.importedAt) })]
        : []),
      ...(wave.frozenAt === null ? [] : [counted('frozen', responses, { at: instant(wave.frozenAt) })]),
    ],
    weight: weightFacts(),
    publish: [
      ...database.studies.parallelSamples(wave.waveId).map(({ study, firstDay, lastDay, mode, runId }) =>
        fact('parallelSample', {
          study,
          from: formatDay(language, firstDay),
          to: formatDay(language, lastDay),
          mode: fact(`parallelMode.${mode}`),
          run: runId,
        }),
      ),
      ...publications.map(({ publicationId, publishedAt, sha256 }) =>
        fact('published', { id: publicationId, at: instant(publishedAt), sha256 }),
      ),
    ],
    destroy:
      wave.identitiesDestroyedAt === null
        ? []
        : [fact('destroyed', { at: instant(wave.identitiesDestroyedAt) })],
  };

  function codeFacts(): string[] {
    const { issued, used, open, shut } = codeCounts(database.waveFigures.codesByCase(wave.waveId));
    const values = { issued: number(issued), used: number(used), open: number(open) };
    return [
      fact(wave.status === 'open' ? 'codesOpen' : 'codesUnused', values),
      ...(shut > 0 ? [fact('codesShut', { n: number(shut) })] : []),
    ];
  }

  function weightFacts(): string[] {
    const run = database.analysis.newestWeightRun(wave.waveId);
    if (!run) return [];
    const report = weightingReportOf(run);
    return [
      fact('weighted', {
        designEffect: number(report.designEffect, 2),
        effectiveN: number(report.effectiveN),
        outside: formatShare(language, report.trimming.outsideAfter, 1),
      }),
      ...(report.warnings.length > 0 ? [counted('warnings', report.warnings.length)] : []),
    ];
  }
}
