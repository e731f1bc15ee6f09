import { useTranslator } from '../../i18n/context.tsx';

/** Back into the questionnaire that this visitor has begun, or to its receipt. */
export function WayOn({ to }: { to: string | null }) {
  const { t } = useTranslator();
  if (to === null) return null;
  return (
    <p className="actions">
      <a className="button secondary" href={to}>
        {t('resident:wayOn')}
      </a>
    </p>
  );
}
