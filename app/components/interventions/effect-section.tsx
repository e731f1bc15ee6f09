import type { EffectEstimate, PreTrend } from '#core/effect/effect.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatShare, signedNumber } from '../../i18n/format.ts';
import { publicPaths } from '../../paths/public.ts';
import type { InterventionReport } from '../../use-cases/results/interventions/intervention-report.server.ts';
import type { AimedMeasure } from '../../use-cases/results/interventions/measured-aim.server.ts';
import { TableBox } from '../page/table-box.tsx';
import { waveIdWords } from '../page/wave-words.ts';
import { EffectLine } from './effect-line.tsx';
import { aimReached, aimWords, amountsOf, improvement } from './effect-words.ts';
import { comparedWords, ownWords } from './where-words.ts';

/** Did it help: the sentence, the figures before and after on both sides, and what was so before it began. */
export function EffectSection({ report }: { report: InterventionReport }) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { row, effect, freeze } = report;
  const estimate = effect?.effect.estimate ?? null;
  return (
    <section aria-labelledby="effect">
      <h2 id="effect">{t('planning:effect.title')}</h2>
      <p className="effect-sentence">
        <EffectLine row={row} effect={effect} isCompared={freeze !== null} />
      </p>
      {effect && estimate ? (
        <>
          <BeforeAfter report={report} aim={effect.aim} estimate={estimate} />
          {row.aimSize === null ? null : (
            <p>
              {t(`planning:effect.aim.${aimReached(effect, row.aimSize)}`, {
                aim: formatNumber(language, row.aimSize, Number.isInteger(row.aimSize) ? 0 : 1),
                unit: t(`interventions:unit.${effect.aim.kind}`),
              })}
            </p>
          )}
          <PreTrendLine aim={effect.aim} preTrend={effect.effect.preTrend} />
          <LeftOut report={report} />
          <p>
            {t(estimate.isFinal ? 'planning:effect.final' : 'planning:effect.notFinal')}{' '}
            {t(`planning:effect.baseline.${estimate.baseline}`, {
              waves: estimate.waves.before.map((id) => waveIdWords(translator, id)).join(', '),
            })}{' '}
            <a href={publicPaths.method()}>{t('planning:effect.method')}</a>
          </p>
        </>
      ) : null}
    </section>
  );
}

interface BeforeAfterProps {
  report: InterventionReport;
  aim: AimedMeasure;
  estimate: EffectEstimate;
}

function BeforeAfter({ report, aim, estimate }: BeforeAfterProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const level = (value: number) =>
    aim.kind === 'share' ? formatShare(language, value, 1) : formatNumber(language, value, 1);
  const waves = (ids: readonly string[]) => ids.map((id) => waveIdWords(translator, id)).join(', ');
  const said = amountsOf(translator, aim, estimate);
  const before = t('planning:effect.before', { waves: waves(estimate.waves.before) });
  const after = t('planning:effect.after', { waves: waves(estimate.waves.after) });
  const sides = [
    { name: ownWords(report), side: estimate.own },
    {
      name: estimate.comparedWith.map((area) => comparedWords(report, area)).join(', '),
      side: estimate.comparison,
    },
  ];
  return (
    <>
      <TableBox label={t('planning:effect.table')}>
        <table className="stacked">
          <caption>
            {t('planning:effect.caption', {
              name: aimWords(translator, aim),
              base: aim.base?.[language] ?? t('planning:effect.baseOfPlace'),
            })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('planning:effect.area')}</th>
              <th scope="col" className="number">
                {before}
              </th>
              <th scope="col" className="number">
                {after}
              </th>
              <th scope="col" className="number">
                {t('planning:effect.change')}
              </th>
            </tr>
          </thead>
          <tbody>
            {sides.map(({ name, side }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="number" data-label={before}>
                  {level(side.before)}{' '}
                  <span className="hint">n = {formatNumber(language, side.nBefore)}</span>
                </td>
                <td className="number" data-label={after}>
                  {level(side.after)} <span className="hint">n = {formatNumber(language, side.nAfter)}</span>
                </td>
                <td className="number" data-label={t('planning:effect.change')}>
                  {signedNumber(language, side.change * (aim.kind === 'share' ? 100 : 1), 1)} {said.unit}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <p>{t('planning:effect.difference', { ...said })}</p>
    </>
  );
}

function PreTrendLine({ aim, preTrend }: { aim: AimedMeasure; preTrend: PreTrend | null }) {
  const translator = useTranslator();
  const { t, language } = translator;
  if (!preTrend) return <p>{t('planning:effect.preTrendNone')}</p>;
  const better = improvement(aim, preTrend);
  const waves = (ids: readonly string[]) => ids.map((id) => waveIdWords(translator, id)).join(', ');
  return (
    <p>
      {t('planning:effect.preTrend', {
        from: waves(preTrend.from),
        to: waves(preTrend.to),
        size: signedNumber(language, better.size, 1),
        lower: signedNumber(language, better.lower, 1),
        upper: signedNumber(language, better.upper, 1),
        unit: t(`interventions:unit.${aim.kind}`),
      })}
    </p>
  );
}

function LeftOut({ report }: { report: InterventionReport }) {
  const { t } = useTranslator();
  const leftOut = report.effect?.effect.leftOut ?? [];
  if (leftOut.length === 0) return null;
  return (
    <ul>
      {leftOut.map(({ unit, because }) => (
        <li key={unit}>
          {t(`planning:effect.leftOut.${because}`, { district: comparedWords(report, unit) })}
        </li>
      ))}
    </ul>
  );
}
