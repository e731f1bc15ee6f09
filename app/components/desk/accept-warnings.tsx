import { type RunWarning, warningCodes } from '#core/publication/run-warnings.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { weightingWarningText } from '../../i18n/weighting-warning.ts';

interface AcceptWarningsProps {
  warnings: readonly RunWarning[];
  /** For a second form on one page. */
  idPrefix?: string;
}

/**
 * What the weights warn of, and a box for each kind of warning: nothing is published until every box is
 * ticked.
 */
export function AcceptWarnings({ warnings, idPrefix = '' }: AcceptWarningsProps) {
  const translator = useTranslator();
  const { t } = translator;
  if (warnings.length === 0) return null;
  return (
    <div className="notice watch">
      <h2>{t('fieldwork:publish.warnings')}</h2>
      {warningCodes(warnings).map((code) => {
        const id = `${idPrefix}accept-${code}`;
        return (
          <div key={code}>
            <ul>
              {warnings
                .filter(({ warning }) => warning.code === code)
                .map(({ study, warning }) => (
                  <li key={JSON.stringify([study, warning])}>
                    {study === null ? null : `${study}: `}
                    {weightingWarningText(translator, warning)}
                  </li>
                ))}
            </ul>
            <p className="confirm-box">
              <input type="checkbox" id={id} name="accept" value={code} required />
              <label htmlFor={id}>
                {t('fieldwork:publish.accept', { warning: t(`fieldwork:weight.warningName.${code}`) })}
              </label>
            </p>
          </div>
        );
      })}
    </div>
  );
}
