import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import type { ComparisonCount } from '#core/publication/comparison-counts.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { judgedOf } from './judged-of.ts';

interface JudgedTogetherProps {
  counts: readonly ComparisonCount[];
  /** Of what the page speaks, where that is less than the city. */
  own?: readonly ComparisonCount[];
  rule: Pick<FlagRuleSettings, 'falseDiscoveryRate' | 'minimumN' | 'minimumEffectiveN'>;
}

/**
 * Beside flags: how many tests were made at once, which q accounts for, and how many could not be made, of
 * which nothing is known.
 */
export function JudgedTogether({ counts, own = counts, rule }: JudgedTogetherProps) {
  const { t, language } = useTranslator();
  const number = (value: number) => formatNumber(language, value);
  const asked = counts.filter((count) => judgedOf([count]).all > 0);
  const { made, all } = judgedOf(own);
  return (
    <>
      {judgedOf(counts).made > 0 ? (
        <p className="source-note judged-together">
          {t('results:flags.together', {
            counts: asked
              .map((count) =>
                t('results:flags.countOf', {
                  kind: t(`results:flag.kind.${count.kind}.asked`),
                  made: number(count.made),
                  all: number(judgedOf([count]).all),
                }),
              )
              .join('; '),
            rate: number(rule.falseDiscoveryRate * 100),
          })}
        </p>
      ) : null}
      {made < all ? (
        <p className="notice">
          {t('results:flags.notJudged', {
            missing: number(all - made),
            all: number(all),
            n: number(rule.minimumN),
            effective: number(rule.minimumEffectiveN),
          })}
        </p>
      ) : null}
    </>
  );
}
