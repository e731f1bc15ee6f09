import type { FigureMade } from '#app/use-cases/results/figure-report.server.ts';
import { fewAnswers } from '#core/estimation/intervals/interval.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, inPercent } from '../../i18n/format.ts';
import { estimateWords, intervalWords } from '../charts/figure-words.ts';
import { yearWords } from '../figures/year-note.tsx';
import { Formula } from '../method/formula.tsx';
import { formulas } from '../method/formulas.ts';
import { Facts } from './facts.tsx';
import { MethodLink, TrailLink } from './trail-link.tsx';

/** How sure a figure is, and by which formulas. */
export function PrecisionTrail({
  made: { indicator, estimate, year, method, ofWaves },
  waveId,
  yearPath,
}: {
  made: FigureMade;
  waveId: string;
  /** Where it is told how the figure of two waves together was made. */
  yearPath: string;
}) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { n, designEffect, standardError, lower, upper, intervalMethod } = estimate;
  const number = (value: number, decimals: number) => formatNumber(language, value, decimals);
  const isShare = indicator.kind === 'share';
  const facts: [string, string][] = [];
  const add = (name: string, value: string) => facts.push([t(`method:figure.precision.${name}`), value]);
  if (n !== null) add('n', number(n, 0));
  if (designEffect !== null) add('designEffect', number(designEffect, 2));
  if (n !== null && designEffect !== null && designEffect > 0) {
    add('effectiveN', `≈\u00a0${number(Math.round(n / designEffect / 10) * 10, 0)}`);
  }
  if (standardError !== null) {
    const se = number(isShare ? standardError * 100 : standardError, 2);
    add('standardError', t(`method:figure.precision.${isShare ? 'seShare' : 'seMean'}`, { se }));
  }
  if (lower !== null && upper !== null) {
    const words = intervalWords(translator, indicator.kind, lower, upper, n);
    add('interval', isShare ? inPercent(language, words) : words);
  }
  if (year) {
    facts.push([
      yearWords(translator, waveId, year.pooledWith),
      estimateWords(translator, indicator.kind, year.estimate),
    ]);
  }
  if (intervalMethod) add('method', t(`method:figure.precision.${intervalMethod}`));
  return (
    <section aria-labelledby="trail-precision">
      <h2 id="trail-precision">{t('method:figure.precision.title')}</h2>
      <Facts facts={facts} />
      {year ? (
        <p>
          {t('method:figure.precision.yearHow')}{' '}
          <TrailLink to={yearPath} name={yearWords(translator, waveId, year.pooledWith)} />
        </p>
      ) : null}
      {year ? <Formula tex={formulas.rollingYearMean} words={t('method:compare.year')} /> : null}
      {ofWaves.length > 0 ? null : <VarianceFormula method={method} />}
      {intervalMethod === 'logit' ? (
        <Formula tex={formulas.logitInterval} words={t('method:estimate.interval')} />
      ) : null}
      {intervalMethod === 'korn-graubard' ? (
        <Formula
          tex={formulas.kornGraubard}
          words={t('method:estimate.kornGraubard', { few: number(fewAnswers, 0) })}
        />
      ) : null}
      <p>
        {t('method:estimate.df')} <MethodLink section="method-estimate" />
      </p>
    </section>
  );
}

/** Of the weights of one wave: a figure of two waves leads to the page of each. */
function VarianceFormula({ method }: Pick<FigureMade, 'method'>) {
  const { t } = useTranslator();
  return isCalibrated(method.weighting) ? (
    <Formula tex={formulas.linearisedVariance} words={t('method:estimate.variance')} />
  ) : (
    <Formula tex={formulas.linearisedVarianceFixed} words={t('method:estimate.varianceFixed')} />
  );
}

/** Whether variances regress on the margins: trimmed weights and those of another study count as fixed. */
function isCalibrated({ trimming, margins }: FigureMade['method']['weighting']): boolean {
  return margins.length > 0 && (trimming.method === 'none' || trimming.method === 'untrimmed');
}
