import type { MethodReport } from '#app/use-cases/results/method-report.server.ts';
import { districtByNumber } from '#city/city.ts';
import { defaultNonresponseOptions } from '#core/weighting/nonresponse.ts';
import { defaultTrimOptions } from '#core/weighting/trim.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatShare, formatTiny } from '../../i18n/format.ts';
import { Formula } from './formula.tsx';
import { formulas, trimmedWeight } from './formulas.ts';
import { MarginFits, marginWords } from './margin-fits.tsx';
import { Source } from './sources.tsx';

/** From base weight to final weight, step by step, with what each step did in this wave. */
export function WeightsSection({ report: { method } }: { report: MethodReport }) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { margins, trimmedShare, designEffect, iterations, converged, merges, eligibilityRate } =
    method.weighting;
  const { tolerance, trimming } = method.weighting;
  const { method: how, cycles, widened, outsideAfter } = trimming;
  const bounds = {
    lower: formatNumber(language, trimming.lower, 1),
    upper: formatNumber(language, trimming.upper, 1),
  };
  return (
    <section aria-labelledby="method-weights">
      <h2 id="method-weights">{t('method:weights.title')}</h2>
      <p>{t('method:weights.text')}</p>
      <Formula tex={formulas.baseWeight} words={t('method:weights.formula')} />
      <Formula tex={formulas.nonresponseFactor} words={t('method:weights.nonresponse')} />
      <p>
        {t('method:weights.nonresponseText', {
          minimum: formatNumber(language, defaultNonresponseOptions.minimumRespondents),
          ratio: formatNumber(language, defaultNonresponseOptions.maximumFactorRatio),
        })}{' '}
        {t('method:weights.eligibility', { e: formatNumber(language, eligibilityRate, 3) })}
      </p>
      <Source of={['aapor', 'sarndal']} />
      <Formula
        tex={formulas.rakingStep}
        words={t('method:weights.raking', { tolerance: formatTiny(language, tolerance) })}
      />
      <p>
        {t('method:weights.margins', {
          margins: margins.map((margin) => marginWords(translator, margin)).join('; '),
        })}{' '}
        {t(`method:weights.${converged ? 'converged' : 'notConverged'}`, {
          iterations: formatNumber(language, iterations),
        })}
      </p>
      <MarginFits fits={method.weighting.fits} />
      <Source of={['deming', 'deville', 'battaglia']} />
      <Formula
        tex={trimmedWeight(bounds.lower, bounds.upper)}
        words={t('method:weights.trimFormula', {
          ...bounds,
          most: formatNumber(language, defaultTrimOptions.maximumCycles),
        })}
      />
      <Formula tex={formulas.weightingEffect} words={t('method:weights.deffFormula')} />
      <p>
        {t('method:weights.trim', {
          before: formatShare(language, trimmedShare, 1),
          after: formatShare(language, outsideAfter, 1),
          deff: formatNumber(language, designEffect, 2),
        })}{' '}
        {how === 'bounded-calibration' || how === 'untrimmed'
          ? t(`method:weights.${how}`, { cycles: formatNumber(language, cycles) })
          : null}{' '}
        {widened.length > 0
          ? t('method:weights.widened', {
              districts: widened.map(({ district }) => districtByNumber(district).name).join(', '),
            })
          : null}
      </p>
      {merges.length > 0 ? (
        <p>{t('method:weights.merges', { count: formatNumber(language, merges.length) })}</p>
      ) : null}
      <Source of={['battaglia', 'kish']} />
    </section>
  );
}
