import type { ReactNode } from 'react';
import type { FlagEvidence } from '#app/use-cases/results/flag-evidence.server.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import { isFlagged } from '#core/flagging/status.ts';
import type { PublishedMethod } from '#core/publication/published-method.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { endsOf } from '../charts/directed-words.ts';
import { Difference } from '../figures/difference.tsx';
import { DirectedDifference } from '../figures/directed-difference.tsx';
import { Figure } from '../figures/figure.tsx';
import { yearWords } from '../figures/year-note.tsx';
import { waveIdWords } from '../page/wave-words.ts';
import { differenceName, factsOf } from './flag-evidence-facts.tsx';
import { FactList } from './flag-facts.tsx';
import { flagKindWords } from './flag-kind-words.ts';
import { FlagMark } from './flag-mark.tsx';
import { statusWords } from './flag-status.ts';
import { gapSentence, gapWords } from './gap-words.ts';

export interface FlagRowContext {
  rule: PublishedMethod['rule'];
  waveId: string;
  /** Whether a row says that its flag needs intervention; not under a heading that says so of all. */
  tellsNeed?: boolean | undefined;
}

/** Facts that a row holds itself. */
const inRow = new Set(['difference', 'burden']);

/** One flag in a line: what it is, its figure, its difference, how many people it concerns, since when. */
export function FlagRow({ evidence, rule, waveId, tellsNeed }: FlagRowContext & { evidence: FlagEvidence }) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { flag, indicator } = evidence;
  const gap = gapSentence(translator, flag, { kind: indicator.kind, waveId });
  const facts = factsOf(translator, evidence, { rule, waveId }).filter(({ key }) => !inRow.has(key));
  const cell = (column: string, content: ReactNode) => (
    <td data-label={t(`results:flags.column.${column}`)}>
      <div>{content}</div>
    </td>
  );
  return (
    <tr>
      <th scope="row">
        <FlagMark flag={flag} />{' '}
        {tellsNeed && flag.needsIntervention ? (
          <span className="soft">({t('results:flag.needsIntervention')}) </span>
        ) : null}
        {indicator.name[language]}: {flagKindWords(translator, flag)}
        {flag.group === null ? '' : ` (${gapWords(translator, flag.group)})`}
        <details className="flag-more">
          <summary>
            {t('results:flags.evidence')}
            <span className="visually-hidden">: {indicator.name[language]}</span>
          </summary>
          <FactList facts={facts} />
        </details>
      </th>
      {cell('figure', gap ?? <RowFigure evidence={evidence} waveId={waveId} />)}
      {cell('difference', <TestedDifference evidence={evidence} />)}
      {cell(
        'concerned',
        flag.conservativeBurden
          ? t('results:flags.concerned', {
              count: flag.conservativeBurden,
              residents: formatNumber(language, flag.conservativeBurden),
            })
          : '–',
      )}
      {cell('status', flag.status ? statusSince(translator, flag, waveId) : '–')}
    </tr>
  );
}

/** The figure that the flag rests on; of two waves together it says so. */
function RowFigure({ evidence, waveId }: { evidence: FlagEvidence; waveId: string }) {
  const translator = useTranslator();
  const { flag, indicator, estimate, alone } = evidence;
  if (!estimate) return <>{translator.t('results:figure.none')}</>;
  return (
    <>
      {alone && flag.pooledWith !== null ? (
        <span className="row-base">{yearWords(translator, waveId, flag.pooledWith)}:</span>
      ) : null}
      <Figure estimate={estimate} kind={indicator.kind} />
    </>
  );
}

/** The difference that was tested, and from what it is one. */
function TestedDifference({ evidence: { flag, indicator } }: { evidence: FlagEvidence }) {
  const translator = useTranslator();
  const { kind, size, lower, upper, n } = flag;
  if (size === null || lower === null || upper === null) return <>{translator.t('results:figure.none')}</>;
  const difference = { difference: size, lower, upper, kind: indicator.kind, n };
  const ends = kind === 'absolute' ? (['higher', 'lower'] as const) : endsOf(indicator);
  return (
    <>
      {kind === 'gap' ? (
        <Difference {...difference} withN />
      ) : (
        <DirectedDifference {...difference} ends={ends} />
      )}
      <span className="row-base">{differenceName(translator, flag)}</span>
    </>
  );
}

/** `confirmed: …, since autumn 2024`: the first of the waves in a row in which it was flagged. */
function statusSince(translator: Translator, flag: PublishedFlag, waveId: string): string {
  const words = statusWords(translator, flag);
  const since = flaggedSince(flag, waveId);
  if (since === null || since === waveId) return words;
  return translator.t('results:flags.since', { status: words, wave: waveIdWords(translator, since) });
}

/** The oldest wave from which a flag has been raised without a pause; null for one that is not raised. */
export function flaggedSince(
  { severity, history }: Pick<PublishedFlag, 'severity' | 'history'>,
  waveId: string,
): string | null {
  if (!isFlagged(severity)) return null;
  const pause = history.findIndex((wave) => !isFlagged(wave.severity));
  const inRow = pause < 0 ? history : history.slice(0, pause);
  return inRow.at(-1)?.waveId ?? waveId;
}
