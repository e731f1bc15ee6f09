import type { FlagEvidence } from '#app/use-cases/results/flag-evidence.server.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { publicPaths } from '../../paths/public.ts';

interface FlagReadingProps {
  flags: readonly FlagEvidence[];
  rule: Pick<FlagRuleSettings, 'version'>;
}

/** What the rows of flags have in common, said once: whom each figure is about, n, margins, the rule. */
export function FlagReading({ flags, rule }: FlagReadingProps) {
  const { t, language } = useTranslator();
  const indicators = [...new Map(flags.map(({ indicator }) => [indicator.id, indicator])).values()];
  const hasBurden = flags.some(({ flag }) => flag.conservativeBurden);
  return (
    <div className="flag-reading source-note">
      {indicators.length > 0 ? (
        <>
          <p>{t('results:flags.reading.figures')}</p>
          <dl>
            {indicators.map(({ id, name, base }) => (
              <div key={id}>
                <dt>{name[language]}</dt>
                <dd>{t('results:trend.note.baseOnly', { base: base[language] })}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
      {hasBurden ? <p>{t('results:flags.burdenWhat')}</p> : null}
      <p>
        {t('results:flags.reading.rule', { version: rule.version })}{' '}
        <a href={publicPaths.method('method-flags')}>{t('results:flags.reading.method')}</a>
      </p>
    </div>
  );
}
