import { useTranslator } from '../../i18n/context.tsx';

/** What needs correcting on a page of the resident, above everything else, with the way to its field. */
export function ErrorSummary({ text, field }: { text: string; field: string }) {
  const { t } = useTranslator();
  return (
    <div className="error-summary" role="alert">
      <h2>{t('resident:error.title')}</h2>
      <p>
        <a href={`#${field}`}>{text}</a>
      </p>
    </div>
  );
}
