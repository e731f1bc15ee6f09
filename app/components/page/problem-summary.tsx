import { useTranslator } from '../../i18n/context.tsx';

interface ProblemSummaryProps {
  text: string;
  /** Id of the field it is about. */
  field?: string | null;
}

/** Above a staff form that was refused: that nothing was saved, why, and the way to the field. */
export function ProblemSummary({ text, field }: ProblemSummaryProps) {
  const { t } = useTranslator();
  return (
    <div className="error-summary" role="alert">
      <h2>{t('fieldwork:problem.title')}</h2>
      <p>{field ? <a href={`#${field}`}>{text}</a> : text}</p>
    </div>
  );
}
