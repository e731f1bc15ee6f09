import type { PublishedFlag } from '#core/flagging/flag.ts';
import { isOfChange } from '#core/flagging/status.ts';
import type { Language } from '#core/language.ts';
import type { PublishedMethod } from '#core/publication/published-method.ts';
import { formatNumber, formatQ } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { FlagFact } from './flag-facts.tsx';

type Rule = PublishedMethod['rule'];

/** What the test of a flag came to; null where nothing was tested. */
export function testFact({ t, language }: Translator, flag: PublishedFlag, rule: Rule): FlagFact | null {
  if (flag.q === null) return null;
  const result = t('results:flags.testResult', {
    q: formatQ(language, flag.q),
    limit: rateWords(language, rateOf(flag, rule)),
    family: formatNumber(language, flag.familySize),
  });
  const isWatchedThreshold = flag.kind === 'absolute' && flag.severity === 'watch';
  const isWatchedLevel = flag.kind === 'level' && flag.severity === 'watch';
  const test = changeTest(flag, rule);
  const explained = isWatchedThreshold
    ? t('results:flags.absoluteWatchTest', {
        limit: rateWords(language, rateOf({ kind: flag.kind, severity: 'alert' }, rule)),
        p: formatNumber(language, rule.absoluteWatchLevel, 2),
      })
    : isWatchedLevel
      ? t('results:flags.levelWatchTest', { margin: formatNumber(language, rule.levelMargin * 100) })
      : test
        ? t(`results:flags.${flag.kind}Test.${test}`, {
            limit: rateWords(language, rule.differenceAlertRate),
          })
        : liftedTest({ t, language }, flag, rule);
  const value = explained ? (
    <>
      {result}. <span className="soft">{explained}</span>
    </>
  ) : (
    result
  );
  return { key: 'test', name: t('results:flags.test'), value };
}

/** Of a flag that was lifted, which test its q is of, and what a flag would have needed. */
function liftedTest(
  { t, language }: Pick<Translator, 't' | 'language'>,
  { kind, severity }: PublishedFlag,
  rule: Rule,
): string | null {
  if (severity !== 'none') return null;
  const margin = kind === 'gap' ? rule.gapMargin : rule.levelMargin;
  return t(`results:flags.liftedTest.${kind}`, {
    limit: rateWords(language, rateOf({ kind, severity }, rule)),
    margin: formatNumber(language, margin * 100),
    p: formatNumber(language, rule.absoluteWatchLevel, 2),
  });
}

/** The rate that the q of a flag must not exceed: alerts of changes and gaps have a stricter one. */
export function rateOf(
  { kind, severity }: Pick<PublishedFlag, 'kind' | 'severity'>,
  rule: Pick<Rule, 'falseDiscoveryRate' | 'differenceAlertRate' | 'gapWatchFalseDiscoveryRate'>,
): number {
  const isOfDifference = isOfChange(kind) || kind === 'gap';
  if (severity === 'alert') return isOfDifference ? rule.differenceAlertRate : rule.falseDiscoveryRate;
  return kind === 'gap' ? rule.gapWatchFalseDiscoveryRate : rule.falseDiscoveryRate;
}

/** `0.05`, `0.025`: as many decimals as the rate has. */
export function rateWords(language: Language, rate: number): string {
  return formatNumber(language, rate, Number.isInteger(Math.round(rate * 1e6) / 1e4) ? 2 : 3);
}

/**
 * A change is tested twice, by itself and against the rest of the city, and one q is published: the
 * larger one when both tests were passed, which for an alert takes a stricter rate. Of one test alone the
 * published size tells which, where it is below the rule's margin.
 */
export function changeTest(
  { kind, severity, q, size }: Pick<PublishedFlag, 'kind' | 'severity' | 'q' | 'size'>,
  rule: Pick<Rule, 'falseDiscoveryRate' | 'differenceAlertRate' | 'changeMargin'>,
): 'both' | 'relative' | 'one' | 'oneOrBoth' | 'twice' | 'change' | 'changeShared' | null {
  if (!isOfChange(kind) || q === null || size === null) return null;
  const moved = kind === 'improvement' ? -size : size;
  if (severity === 'alert') return 'both';
  if (severity !== 'watch') {
    // A rise that its own test confirms raises no flag only where the rest of the city surely rose as well.
    return q <= rule.falseDiscoveryRate && moved >= rule.changeMargin ? 'changeShared' : 'change';
  }
  if (q > rule.falseDiscoveryRate) return 'twice';
  if (moved < rule.changeMargin) return 'relative';
  return q > rule.differenceAlertRate ? 'oneOrBoth' : 'one';
}
