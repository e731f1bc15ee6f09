import { useTranslator } from '../../i18n/context.tsx';

/** Says to someone inside that the survey has ended, and until what time they may finish. */
export function GraceNotice({ until }: { until: string | null }) {
  const { t } = useTranslator();
  if (until === null) return null;
  return (
    <p className="notice" role="status">
      {t('resident:grace', { until })}
    </p>
  );
}
