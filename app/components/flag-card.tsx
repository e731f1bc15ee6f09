import type { FlagEvidence } from '#app/use-cases/flag-list.server.ts';
import type { PublishedFlag, PublishedMethod } from '#core/publication/document.ts';
import { useTranslator } from '../i18n/context.tsx';
import { formatNumber, formatQ, formatShare } from '../i18n/format.ts';
import { waveIdWords } from './charts/figure-words.ts';
import { Difference } from './difference.tsx';
import { FlagHistory } from './flag-history.tsx';
import { FlagMark } from './flag-mark.tsx';
import { gapWords, groupWords } from './group-words.ts';
import { ResultSentence } from './result-sentence.tsx';

interface FlagCardProps {
  evidence: FlagEvidence;
  rule: PublishedMethod['rule'];
  waveId: string;
}

/** One flag and everything it rests on: figure, difference that was tested, test, cautious burden, earlier waves. */
export function FlagCard({ evidence, rule, waveId }: FlagCardProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { flag, indicator, estimate, groups } = evidence;
  return (
    <li className={`flag-card flag-card-${flag.severity}`}>
      <p className="flag-card-head">
        <FlagMark flag={flag} />
        {flag.status ? <span>{t(`results:flag.status.${flag.status}`)}</span> : null}
      </p>
      <h4>{indicator.name[language]}</h4>
      {estimate ? <ResultSentence indicator={indicator} estimate={estimate} /> : null}
      <dl className="flag-evidence">
        <div>
          <dt>
            <TestedDifferenceName flag={flag} />
          </dt>
          <dd>
            <TestedDifference evidence={evidence} />
          </dd>
        </div>
        {groups.map((group) => (
          <div key={group.domain}>
            <dt>{groupWords(translator, group.domain)}</dt>
            <dd>
              <ResultSentence indicator={indicator} estimate={group} />
            </dd>
          </div>
        ))}
        {flag.q === null ? null : (
          <div>
            <dt>{t('results:flags.test')}</dt>
            <dd>
              {t('results:flags.testResult', {
                q: formatQ(language, flag.q),
                limit: formatNumber(
                  language,
                  flag.kind === 'gap' && flag.severity !== 'alert'
                    ? rule.gapWatchFalseDiscoveryRate
                    : rule.falseDiscoveryRate,
                  2,
                ),
                family: formatNumber(language, flag.familySize),
              })}
            </dd>
          </div>
        )}
        {flag.conservativeBurden === null ? null : (
          <div>
            <dt>{t('results:flags.burden')}</dt>
            <dd>
              {t('results:flags.burdenAtLeast', {
                residents: formatNumber(language, flag.conservativeBurden),
              })}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('results:flags.history')}</dt>
          <dd>
            <FlagHistory flag={flag} waveId={waveId} />
          </dd>
        </div>
      </dl>
    </li>
  );
}

function TestedDifferenceName({ flag }: { flag: PublishedFlag }) {
  const translator = useTranslator();
  const { t, language } = translator;
  const threshold = /^threshold:([\d.]+)$/.exec(flag.against)?.[1];
  if (threshold !== undefined) {
    return (
      <>{t('results:flags.against.threshold', { threshold: formatShare(language, Number(threshold), 0) })}</>
    );
  }
  if (flag.kind === 'gap') {
    const pooled = flag.pooledWith === null ? 'gap' : 'gapPooled';
    const wave = flag.pooledWith === null ? '' : waveIdWords(translator, flag.pooledWith);
    return (
      <>{t(`results:flags.against.${pooled}`, { group: gapWords(translator, flag.group ?? ''), wave })}</>
    );
  }
  if (flag.against === 'rest') return <>{t('results:flags.against.rest')}</>;
  return <>{t('results:flags.against.wave', { wave: waveIdWords(translator, flag.against) })}</>;
}

function TestedDifference({ evidence: { flag, indicator } }: { evidence: FlagEvidence }) {
  const { t } = useTranslator();
  const { size, lower, upper, n } = flag;
  if (size === null || lower === null || upper === null) return <>{t('results:figure.none')}</>;
  return <Difference difference={size} lower={lower} upper={upper} kind={indicator.kind} n={n} withN />;
}
