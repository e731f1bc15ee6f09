import { useTranslator } from '../../i18n/context.tsx';
import { formatDay, formatNumber, formatShare } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { MethodReport } from '../../use-cases/method-report.server.ts';
import { modesWords } from '../charts/trend-chart.tsx';
import { BaseWeight, LogitInterval, RestDifference, WeightedShare } from './formulas.tsx';

interface SectionProps {
  report: MethodReport;
}

export function WhoIsAsked({ report: { wave, outcome } }: SectionProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  return (
    <section aria-labelledby="method-who">
      <h2 id="method-who">{t('public:method.who.title')}</h2>
      <p>
        {t('public:method.who.text', {
          perDistrict: formatNumber(language, wave.sampleSizePerDistrict),
          respondents: formatNumber(language, wave.respondents),
          from: formatDay(language, wave.fieldworkFrom),
          to: formatDay(language, wave.fieldworkTo),
        })}
      </p>
      <p>{t('public:method.who.seed')}</p>
      <p>
        {t('public:method.who.modes', { modes: modesWords(translator, wave.modes) })}{' '}
        {outcome
          ? t('public:method.who.rate', {
              rate: formatShare(language, outcome.responseRate3),
              refusal: formatShare(language, outcome.refusalRate2),
            })
          : null}
      </p>
    </section>
  );
}

/** `district × age` in words; a margin without words is shown as the publication names it. */
function marginWords({ t, has }: Translator, margin: string): string {
  const key = `public:method.margin.${margin.replace(/[^a-z]/g, '')}`;
  return has(key) ? t(key) : margin;
}

export function Weights({ report: { method } }: SectionProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { margins, trimmedShare, designEffect, iterations, converged, merges } = method.weighting;
  return (
    <section aria-labelledby="method-weights">
      <h2 id="method-weights">{t('public:method.weights.title')}</h2>
      <p>{t('public:method.weights.text')}</p>
      <BaseWeight words={t('public:method.weights.formula')} />
      <p>
        {t('public:method.weights.margins', {
          margins: margins.map((margin) => marginWords(translator, margin)).join('; '),
        })}{' '}
        {t(`public:method.weights.${converged ? 'converged' : 'notConverged'}`, {
          iterations: formatNumber(language, iterations),
        })}
      </p>
      <p>
        {t('public:method.weights.trim', {
          trimmed: formatShare(language, trimmedShare),
          deff: formatNumber(language, designEffect, 2),
        })}
      </p>
      {merges.length > 0 ? (
        <p>{t('public:method.weights.merges', { count: formatNumber(language, merges.length) })}</p>
      ) : null}
    </section>
  );
}

export function Precision() {
  const { t } = useTranslator();
  return (
    <section aria-labelledby="method-estimate">
      <h2 id="method-estimate">{t('public:method.estimate.title')}</h2>
      <WeightedShare words={t('public:method.estimate.share')} />
      <LogitInterval words={t('public:method.estimate.interval')} />
      <p>{t('public:method.estimate.meaning')}</p>
    </section>
  );
}

export function Comparison({ report: { method } }: SectionProps) {
  const { t, language } = useTranslator();
  const { falseDiscoveryRate, maximumModeShift } = method.rule;
  return (
    <section aria-labelledby="method-compare">
      <h2 id="method-compare">{t('public:method.compare.title')}</h2>
      <RestDifference words={t('public:method.compare.formula')} />
      <p>{t('public:method.compare.text', { rate: formatShare(language, falseDiscoveryRate, 0) })}</p>
      <p>{t('public:method.compare.change', { shift: formatNumber(language, maximumModeShift * 100) })}</p>
    </section>
  );
}

export function Places({ report: { method } }: SectionProps) {
  const { t, language } = useTranslator();
  const { minimumPairs, minimumUnsafeRespondents, falseDiscoveryRate } = method.placeRule;
  return (
    <section aria-labelledby="method-places">
      <h2 id="method-places">{t('public:method.places.title')}</h2>
      <p>
        {t('public:method.places.text', {
          pairs: formatNumber(language, minimumPairs),
          people: formatNumber(language, minimumUnsafeRespondents),
          rate: formatShare(language, falseDiscoveryRate, 0),
        })}
      </p>
    </section>
  );
}

export function Protection({ report: { method } }: SectionProps) {
  const { t, language } = useTranslator();
  const { minimumN, suppressed, complementary } = method.suppression;
  return (
    <section aria-labelledby="method-protect">
      <h2 id="method-protect">{t('public:method.protect.title')}</h2>
      <p>
        {t('public:method.protect.text', {
          n: formatNumber(language, minimumN),
          suppressed: formatNumber(language, suppressed),
          complementary: formatNumber(language, complementary),
        })}
      </p>
      <p>{t('public:method.protect.sealed')}</p>
    </section>
  );
}

export function HowToCheck({ report }: SectionProps) {
  const { t } = useTranslator();
  const { method, publicationId, sha256, wave } = report;
  const facts = [
    ['publication', publicationId],
    ['digest', sha256],
    ['method', method.methodVersion],
    ['seed', method.seed],
    ['frame', method.frameSha256 ?? t('public:method.check.none')],
    ['responses', method.responsesSha256],
  ] as const;
  return (
    <section aria-labelledby="method-check">
      <h2 id="method-check">{t('public:method.check.title')}</h2>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`public:method.check.${name}`)}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <a href="/public/data">{t('public:method.check.data')}</a> ({wave.waveId})
      </p>
    </section>
  );
}
