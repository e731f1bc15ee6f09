import { city } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatInstant } from '../../i18n/format.ts';

/** Why a form was refused, each with the id of the field that it is about. */
export interface RefusedLine {
  text: string;
  field: string | null;
}

/** Above a form that was refused: that nothing was saved, all that is wrong, and the way to each field. */
export function RefusedSummary({ lines }: { lines: readonly RefusedLine[] }) {
  const { t } = useTranslator();
  return (
    <div className="error-summary" role="alert">
      <h2>{t('planning:refused.title')}</h2>
      <ul>
        {lines.map(({ text, field }) => (
          <li key={`${field} ${text}`}>{field === null ? text : <a href={`#${field}`}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

/** Who saved in the meantime, and when. */
export function useMeanwhileWords(): (meanwhile: { by: string; at: number }) => string {
  const { t, language } = useTranslator();
  return ({ by, at }) =>
    t('planning:refused.changed-meanwhile', { by, when: formatInstant(language, at, city.timeZone) });
}
