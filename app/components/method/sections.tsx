import { districts } from '#city/city.ts';
import { fewAnswers } from '#core/estimation/intervals/interval.ts';
import { minimumAnswers, smallestWidth } from '#core/estimation/intervals/minimum-base.ts';
import { comparedGaps } from '#core/flagging/gap-groups.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatDay, formatNumber, formatShare } from '../../i18n/format.ts';
import type { MethodReport } from '../../use-cases/results/method-report.server.ts';
import { modesWords } from '../charts/trend-chart.tsx';
import { Formula } from './formula.tsx';
import { formulas } from './formulas.ts';
import { Source } from './sources.tsx';

interface SectionProps {
  report: MethodReport;
}

export function WhoIsAsked({ report: { wave, outcome, method } }: SectionProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  return (
    <section aria-labelledby="method-who">
      <h2 id="method-who">{t('method:who.title')}</h2>
      <p>
        {t(`method:who.${drawnBy(method)}`)}{' '}
        {t('method:who.text', {
          perDistrict: formatNumber(language, wave.sampleSizePerDistrict),
          count: wave.respondents,
          respondents: formatNumber(language, wave.respondents),
          from: formatDay(language, wave.fieldworkFrom),
          to: formatDay(language, wave.fieldworkTo),
        })}
        {wave.fieldworkPlannedTo
          ? ` ${t('method:who.endedEarly', { planned: formatDay(language, wave.fieldworkPlannedTo) })}`
          : null}
      </p>
      <p>
        {t('method:who.modes', { modes: modesWords(translator, wave.modes) })}{' '}
        {outcome
          ? t('method:who.rate', {
              rate: formatShare(language, outcome.responseRate3),
              refusal: formatShare(language, outcome.refusalRate2),
            })
          : null}
      </p>
    </section>
  );
}

/** Who drew the people of a wave: the platform, another study, or nobody, for a wave that is invented. */
function drawnBy({ study, frameSha256 }: MethodReport['method']): 'drawn' | 'drawnByStudy' | 'notDrawn' {
  if (study) return 'drawnByStudy';
  return frameSha256 === null ? 'notDrawn' : 'drawn';
}

export function Precision() {
  const { t, language } = useTranslator();
  return (
    <section aria-labelledby="method-estimate">
      <h2 id="method-estimate">{t('method:estimate.title')}</h2>
      <Formula tex={formulas.weightedShare} words={t('method:estimate.share')} />
      <Formula tex={formulas.linearisedVariance} words={t('method:estimate.variance')} />
      <p>{t('method:estimate.varianceText')}</p>
      <Source of={['deville', 'sarndal', 'lumley']} />
      <Formula tex={formulas.logitInterval} words={t('method:estimate.interval')} />
      <Formula
        tex={formulas.kornGraubard}
        words={t('method:estimate.kornGraubard', { few: formatNumber(language, fewAnswers) })}
      />
      <p>{t('method:estimate.student')}</p>
      <p>{t('method:estimate.df')}</p>
      <p>{t('method:estimate.meaning')}</p>
      <Source of={['korn', 'franco']} />
    </section>
  );
}

export function Comparison({ report: { method, wave } }: SectionProps) {
  const { t, language } = useTranslator();
  const { falseDiscoveryRate, maximumModeShift, headlineIndicators, levelMargin, rollingYearBelow } =
    method.rule;
  const isSmall = wave.sampleSizePerDistrict < rollingYearBelow;
  const family = districts.length * headlineIndicators.length;
  return (
    <section aria-labelledby="method-compare">
      <h2 id="method-compare">{t('method:compare.title')}</h2>
      <Formula tex={formulas.restDifference} words={t('method:compare.formula')} />
      <Formula tex={formulas.moverInterval} words={t('method:compare.mover')} />
      <p>{t('method:compare.inversion')}</p>
      <Source of={['newcombe', 'zou']} />
      <p>{t('method:compare.colour', { level: formatNumber(language, levelMargin * 100) })}</p>
      <p>{t('method:compare.text', { rate: formatShare(language, falseDiscoveryRate, 0) })}</p>
      <Formula tex={formulas.falseDiscovery} words={t('method:compare.bh')} />
      <p>
        {t('method:compare.family', {
          family: formatNumber(language, family),
          gaps: formatNumber(language, comparedGaps.length),
          gapFamily: formatNumber(language, family * comparedGaps.length),
        })}
      </p>
      <Source of={['benjamini', 'klein', 'spiegelhalter']} />
      <Formula tex={formulas.change} words={t('method:compare.changeFormula')} />
      <p>{t('method:compare.change', { shift: formatNumber(language, maximumModeShift * 100) })}</p>
      <Formula tex={formulas.relativeChange} words={t('method:compare.relativeFormula')} />
      <Formula tex={formulas.rollingYearMean} words={t('method:compare.year')} />
      <p>
        {t(`method:compare.${isSmall ? 'yearLeads' : 'yearBeside'}`, {
          target: formatNumber(language, wave.sampleSizePerDistrict),
          below: formatNumber(language, rollingYearBelow),
        })}
      </p>
      <p>{t('method:compare.modeEffect')}</p>
      <Source of={['schouten', 'vandenbrakel']} />
    </section>
  );
}

export function Places({ report: { method } }: SectionProps) {
  const { t, language } = useTranslator();
  const { minimumPairs, minimumUnsafeRespondents, falseDiscoveryRate } = method.placeRule;
  return (
    <section aria-labelledby="method-places">
      <h2 id="method-places">{t('method:places.title')}</h2>
      <p>
        {t('method:places.text', {
          pairs: formatNumber(language, minimumPairs),
          people: formatNumber(language, minimumUnsafeRespondents),
          rate: formatShare(language, falseDiscoveryRate, 0),
        })}
      </p>
      <Formula tex={formulas.windowTest} words={t('method:places.formula')} />
      <Source of={['caldas', 'jakobi']} />
    </section>
  );
}

export function Protection({ report: { method, hiddenOfYear } }: SectionProps) {
  const { t, language } = useTranslator();
  const { minimumN, suppressed, complementary } = method.suppression;
  return (
    <section aria-labelledby="method-protect">
      <h2 id="method-protect">{t('method:protect.title')}</h2>
      <p>
        {t('method:protect.text', {
          n: formatNumber(language, minimumN),
          suppressed: formatNumber(language, suppressed),
          complementary: formatNumber(language, complementary),
        })}
        {hiddenOfYear
          ? ` ${t('method:protect.year', {
              hidden: formatNumber(language, hiddenOfYear.hidden),
              all: formatNumber(language, hiddenOfYear.all),
            })}`
          : null}
      </p>
      <ol>
        {(['primary', 'complementary', 'audit', 'rounding', 'correction'] as const).map((step) => (
          <li key={step}>
            {t(`method:protect.${step}`, {
              n: formatNumber(language, minimumN),
              answers: formatNumber(language, minimumAnswers),
              width: formatNumber(language, smallestWidth),
            })}
          </li>
        ))}
      </ol>
      <p>{t('method:protect.sealed')}</p>
      <Source of={['parker', 'hundepool']} />
    </section>
  );
}
