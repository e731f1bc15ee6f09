import type { ShownIndicator } from '#app/use-cases/district-report.server.ts';
import type { PublishedEstimate, PublishedFlag } from '#core/publication/document.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatQ, formatShare } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { waveIdWords } from '../charts/figure-words.ts';
import { Difference } from '../difference.tsx';
import { Figure } from '../figure.tsx';
import { FlagMark } from '../flag-mark.tsx';

interface FlagEvidenceProps {
  flag: PublishedFlag;
  indicator: ShownIndicator;
  /** The district's own figure of the indicator. */
  estimate: PublishedEstimate | null;
}

/** One flag with everything that it rests on: what was compared, how large, how sure, of how many, and what was before. */
export function FlagEvidence({ flag, indicator, estimate }: FlagEvidenceProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const facts = flag.severity === 'insufficient' ? [] : factsOf(translator, flag);
  return (
    <article className="evidence-box">
      <h3>
        {indicator.name[language]}: {t(`results:flag.kind.${flag.kind}`)}
        {flag.group ? ` (${t(`results:district.group.${groupKey(flag.group)}`)})` : ''}
      </h3>
      <p>
        <FlagMark flag={flag} />
        {flag.status ? ` · ${t(`results:flag.status.${flag.status}`)}` : ''}
        {flag.needsIntervention ? ` · ${t('results:district.evidence.intervention')}` : ''}
      </p>
      {flag.severity === 'insufficient' ? <p>{t('results:district.evidence.insufficient')}</p> : null}
      {flag.size !== null && flag.lower !== null && flag.upper !== null ? (
        <p>
          {t(`results:district.evidence.size.${flag.kind}`)}{' '}
          <Difference
            difference={flag.size}
            lower={flag.lower}
            upper={flag.upper}
            kind={indicator.kind}
            n={flag.n}
          />{' '}
          {againstWords(translator, flag)}.
        </p>
      ) : null}
      {facts.length > 0 ? (
        <dl className="evidence-facts">
          {estimate ? (
            <div>
              <dt>{t('results:district.evidence.estimate')}</dt>
              <dd>
                <Figure estimate={estimate} kind={indicator.kind} />
              </dd>
            </div>
          ) : null}
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{t(`results:district.evidence.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <p className="row-base">{t('results:trend.note.baseOnly', { base: indicator.base[language] })}</p>
    </article>
  );
}

type Fact = readonly [name: 'n' | 'q' | 'burden' | 'pooled' | 'history', value: string];

function factsOf(translator: Translator, flag: PublishedFlag): Fact[] {
  const { t, language } = translator;
  const facts: Fact[] = [];
  if (flag.n !== null) facts.push(['n', formatNumber(language, flag.n)]);
  if (flag.q !== null) {
    const values = {
      q: formatQ(language, flag.q),
      family: formatNumber(language, flag.familySize),
    };
    facts.push(['q', t('results:district.evidence.tests', values)]);
  }
  if (flag.conservativeBurden !== null) {
    facts.push(['burden', formatNumber(language, flag.conservativeBurden)]);
  }
  if (flag.pooledWith !== null) facts.push(['pooled', waveIdWords(translator, flag.pooledWith)]);
  if (flag.history.length > 0) {
    const past = flag.history.map(
      ({ waveId, severity }) =>
        `${waveIdWords(translator, waveId)}: ${t(`results:flag.severity.${severity}`)}`,
    );
    facts.push(['history', past.join('; ')]);
  }
  return facts;
}

/** What a flag was compared with: the rest of the city, an earlier wave or a threshold. */
function againstWords(translator: Translator, { against, kind }: PublishedFlag): string {
  const { t, language } = translator;
  if (kind === 'gap') return t('results:district.evidence.against.restGap');
  if (against === 'rest') return t('results:district.evidence.against.rest');
  const threshold = /^threshold:([\d.]+)$/.exec(against)?.[1];
  if (threshold !== undefined) {
    return t('results:district.evidence.against.threshold', {
      threshold: formatShare(language, Number(threshold), 0),
    });
  }
  return t('results:district.against', { wave: waveIdWords(translator, against) });
}

/** `age:65+` → `age65`: a key of the texts may hold neither colon nor plus. */
export function groupKey(group: string): string {
  return group.replace(/[^a-zA-Z0-9]/g, '');
}
