import type { FlagEvidence } from '#app/use-cases/results/flag-evidence.server.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import type { PublishedMethod } from '#core/publication/published-method.ts';
import { formatNumber, formatQ, formatShare } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import { Difference } from '../figures/difference.tsx';
import { Figure } from '../figures/figure.tsx';
import { yearWords } from '../figures/year-note.tsx';
import { waveIdWords } from '../page/wave-words.ts';
import type { FlagFact } from './flag-facts.tsx';
import { FlagHistory } from './flag-history.tsx';
import { rateOf, rateWords, testFact } from './flag-test.tsx';
import { groupWords } from './group-words.ts';

interface FlagContext {
  rule: PublishedMethod['rule'];
  waveId: string;
}

/** What a flag rests on, in the order in which it is told. */
export function factsOf(
  translator: Translator,
  evidence: FlagEvidence,
  { rule, waveId }: FlagContext,
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
  rule: FlagContext['rule'],
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
export function differenceName(
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
