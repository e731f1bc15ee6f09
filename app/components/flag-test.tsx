import type { PublishedFlag, PublishedMethod } from '#core/publication/document.ts';
import { formatNumber, formatQ } from '../i18n/format.ts';
import type { Translator } from '../i18n/translate.ts';
import type { FlagFact } from './flag-facts.tsx';

type Rule = PublishedMethod['rule'];

/** What the test of a flag came to; null where nothing was tested. */
export function testFact({ t, language }: Translator, flag: PublishedFlag, rule: Rule): FlagFact | null {
  if (flag.q === null) return null;
  const isWatchedGap = flag.kind === 'gap' && flag.severity !== 'alert';
  const result = t('results:flags.testResult', {
    q: formatQ(language, flag.q),
    limit: formatNumber(
      language,
      isWatchedGap ? rule.gapWatchFalseDiscoveryRate : rule.falseDiscoveryRate,
      2,
    ),
    family: formatNumber(language, flag.familySize),
  });
  const isWatchedThreshold = flag.kind === 'absolute' && flag.severity === 'watch';
  const test = deteriorationTest(flag, rule);
  const explained = isWatchedThreshold
    ? t('results:flags.absoluteWatchTest', { p: formatNumber(language, rule.absoluteWatchLevel, 2) })
    : test && t(`results:flags.deteriorationTest.${test}`);
  const value = explained ? (
    <>
      {result}. <span className="soft">{explained}</span>
    </>
  ) : (
    result
  );
  return { key: 'test', name: t('results:flags.test'), value };
}

/**
 * A deterioration is tested twice, by itself and against the rest of the city, and one q is published: the larger one when
 * both tests were passed. Of one test alone the published size tells which, where it is below the rule's margin.
 */
export function deteriorationTest(
  { kind, severity, q, size }: Pick<PublishedFlag, 'kind' | 'severity' | 'q' | 'size'>,
  rule: Pick<Rule, 'falseDiscoveryRate' | 'changeMargin'>,
): 'both' | 'relative' | 'one' | 'twice' | 'change' | null {
  if (kind !== 'deterioration' || q === null || size === null) return null;
  if (severity === 'alert') return 'both';
  if (severity !== 'watch') return 'change';
  if (q > rule.falseDiscoveryRate) return 'twice';
  return size < rule.changeMargin ? 'relative' : 'one';
}
