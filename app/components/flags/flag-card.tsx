import type { FlagEvidence } from '#app/use-cases/results/flag-evidence.server.ts';
import { isProblem } from '#core/flagging/status.ts';
import type { PublishedMethod } from '#core/publication/published-method.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { ResultSentence } from '../figures/result-sentence.tsx';
import { yearWords } from '../figures/year-note.tsx';
import { factsOf } from './flag-evidence-facts.tsx';
import { FlagFacts } from './flag-facts.tsx';
import { flagKindWords } from './flag-kind-words.ts';
import { FlagMark } from './flag-mark.tsx';
import { statusWords } from './flag-status.ts';
import { gapSentence, gapWords } from './gap-words.ts';

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
    <article className={`flag-card flag-card-${isProblem(flag.kind) ? flag.severity : 'improvement'}`}>
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
