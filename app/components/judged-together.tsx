import { districts } from '#core/city.ts';
import { comparedGaps } from '#core/flagging/gap-groups.ts';
import type { FlagRuleSettings } from '#core/publication/document.ts';
import { useTranslator } from '../i18n/context.tsx';
import { formatNumber } from '../i18n/format.ts';

/** Beside flags: that many tests were made at once, and that q accounts for it. */
export function JudgedTogether({
  rule,
}: {
  rule: Pick<FlagRuleSettings, 'headlineIndicators' | 'falseDiscoveryRate'>;
}) {
  const { t, language } = useTranslator();
  return (
    <p className="source-note judged-together">
      {t('results:flags.together', {
        districts: formatNumber(language, districts.length),
        indicators: formatNumber(language, rule.headlineIndicators.length),
        gaps: formatNumber(language, comparedGaps.length),
        rate: formatNumber(language, rule.falseDiscoveryRate * 100),
      })}
    </p>
  );
}
