import type { FlagEvidence } from '#app/use-cases/results/flag-evidence.server.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import type { PublishedMethod } from '#core/publication/published-method.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatQ, formatShare } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { Difference } from '../figures/difference.tsx';
import { Figure } from '../figures/figure.tsx';
import { ResultSentence } from '../figures/result-sentence.tsx';
import { yearWords } from '../figures/year-note.tsx';
import { waveIdWords } from '../page/wave-words.ts';
import { type FlagFact, FlagFacts } from './flag-facts.tsx';
import { FlagHistory } from './flag-history.tsx';
import { flagKindWords } from './flag-kind-words.ts';
import { FlagMark } from './flag-mark.tsx';
import { statusWords } from './flag-status.ts';
import { rateOf, rateWords, testFact } from './flag-test.tsx';
import { gapSentence, gapWords } from './gap-words.ts';
import { groupWords } from './group-words.ts';

interface FlagCardProps {
  evidence: FlagEvidence;
  rule: PublishedMethod['rule'];
  waveId: string;
  /** One below the heading that the card stands under. */
  heading: 'h3' | 'h4';
  /**
   * Whether the card itself says that the flag needs intervention; not under a heading that says so of all.
   */
  tellsNeed?: boolean;
}

/** One flag: what was found, as a sentence, then everything it rests on. */
export function FlagCard({ evidence, rule, waveId, heading: Heading, tellsNeed = false }: FlagCardProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { flag, indicator, estimate } = evidence;
  const gap = gapSentence(translator, flag, { kind: indicator.kind, waveId });
  const isJudged = flag.severity !== 'insufficient';
  return (
    <article className={`flag-card flag-card-${flag.severity}`}>
      <p className="flag-card-head">
        <FlagMark flag={flag} />
        {flag.status ? <span>{statusWords(translator, flag)}</span> : null}
        {tellsNeed && flag.needsIntervention ? <span>{t('results:flag.needsIntervention')}</span> : null}
      </p>
      <Heading>
        {indicator.name[language]}: {flagKindWords(translator, flag)}
        {flag.group === null ? '' : ` (${gapWords(translator, flag.group)})`}
      </Heading>
      {isJudged ? null : <p>{t('results:flag.insufficient')}</p>}
      {gap ? (
        <p className="result-sentence">
          {gap}
          <span className="row-base">
            {t('results:trend.note.baseOnly', { base: indicator.base[language] })}
          </span>
        </p>
      ) : null}
      {isJudged && !gap && estimate ? (
        <>
          {evidence.alone && flag.pooledWith !== null ? (
            <p className="row-base">{yearWords(translator, waveId, flag.pooledWith)}:</p>
          ) : null}
          <ResultSentence indicator={indicator} estimate={estimate} />
        </>
      ) : null}
      {isJudged ? <FlagFacts facts={factsOf(translator, evidence, { rule, waveId })} /> : null}
    </article>
  );
}

function factsOf(
  translator: Translator,
  evidence: FlagEvidence,
  { rule, waveId }: Pick<FlagCardProps, 'rule' | 'waveId'>,
): FlagFact[] {
  const { t, language } = translator;
  const { flag } = evidence;
  const [own = [], ...pooled] = groupFacts(translator, evidence);
  const facts: (FlagFact | null)[] = [
    ...own,
    differenceFact(translator, evidence),
    testFact(translator, flag, rule),
    togetherFact(translator, evidence, rule),
    aloneFact(translator, evidence),
    // "At least none more" would read as a finding.
    flag.conservativeBurden
      ? {
          key: 'burden',
          name: t('results:flags.burden'),
          value: t('results:flags.burdenAtLeast', {
            count: flag.conservativeBurden,
            residents: formatNumber(language, flag.conservativeBurden),
          }),
        }
      : null,
    ...pooled.flat(),
    {
      key: 'history',
      name: t(`results:flags.${flag.basis === 'rolling-year' ? 'historyYear' : 'history'}`),
      value: <FlagHistory flag={flag} waveId={waveId} />,
    },
  ];
  return facts.filter((fact) => fact !== null);
}

/** The figures of a gap's groups, wave by wave; the district's own where there is no second group. */
function groupFacts(
  translator: Translator,
  { flag, indicator, estimate, groups }: FlagEvidence,
): FlagFact[][] {
  const { t } = translator;
  return groups.map(({ waveId, estimates }, index) => {
    const suffix = groups.length < 2 ? '' : `, ${waveIdWords(translator, waveId)}`;
    const figure = (key: string, name: string, side: PublishedEstimate): FlagFact => ({
      key,
      name,
      value: <Figure estimate={side} kind={indicator.kind} />,
    });
    const sides = estimates.map((side) =>
      figure(`${waveId} ${side.domain}`, `${groupWords(translator, side.domain)}${suffix}`, side),
    );
    if (flag.group === 'women-men' || index > 0 || !estimate) return sides;
    return [...sides, figure('everyone', t('results:flags.everyone'), estimate)];
  });
}

/** Of a repeated watch: the test of both waves together, which decides whether it needs intervention. */
function togetherFact(
  { t, language }: Translator,
  { flag }: FlagEvidence,
  rule: FlagCardProps['rule'],
): FlagFact | null {
  const { severity, basis, rollingYearQ } = flag;
  if (severity !== 'watch' || basis === 'rolling-year' || rollingYearQ === null) return null;
  const value = t('results:flags.togetherTest', {
    q: formatQ(language, rollingYearQ),
    limit: rateWords(language, rateOf({ kind: flag.kind, severity: 'alert' }, rule)),
  });
  return { key: 'together', name: t('results:flags.bothWaves'), value };
}

/** Beside a flag that rests on two waves, what the wave alone came to. */
function aloneFact({ t }: Translator, { indicator, alone }: FlagEvidence): FlagFact | null {
  if (!alone) return null;
  return {
    key: 'alone',
    name: t('results:flags.alone'),
    value: <Figure estimate={alone} kind={indicator.kind} />,
  };
}

function differenceFact(translator: Translator, { flag, indicator }: FlagEvidence): FlagFact {
  const { size, lower, upper, n } = flag;
  const value =
    size === null || lower === null || upper === null ? (
      translator.t('results:figure.none')
    ) : (
      <Difference difference={size} lower={lower} upper={upper} kind={indicator.kind} n={n} withN />
    );
  return { key: 'difference', name: differenceName(translator, flag), value };
}

/** What the difference that was tested is a difference from. */
function differenceName(
  translator: Translator,
  { against, againstPooledWith, kind, pooledWith }: PublishedFlag,
): string {
  const { t, language } = translator;
  const threshold = /^threshold:([\d.]+)$/.exec(against)?.[1];
  if (threshold !== undefined) {
    return t('results:flags.against.threshold', { threshold: formatShare(language, Number(threshold), 0) });
  }
  if (kind === 'gap') return t(`results:flags.against.${pooledWith === null ? 'gap' : 'gapPooled'}`);
  if (against === 'rest') return t('results:flags.against.rest');
  if (againstPooledWith !== null) {
    return t('results:flags.against.year', { year: yearWords(translator, against, againstPooledWith) });
  }
  return t('results:flags.against.wave', { wave: waveIdWords(translator, against) });
}
