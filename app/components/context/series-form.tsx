import type { SeriesDraft, SeriesFault } from '#app/use-cases/results/context/define-series.server.ts';
import { seriesGeographies, seriesPeriods, services } from '#core/context-series/series.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { FormField } from '../page/form-field.tsx';

const faultOfField: Readonly<Partial<Record<keyof SeriesDraft, readonly SeriesFault[]>>> = {
  service: ['service-unknown'],
  name: ['name-missing', 'name-taken'],
  unit: ['unit-missing'],
  geography: ['geography-unknown'],
  period: ['period-unknown'],
  source: ['source-missing'],
  url: ['url-unreadable'],
};

interface SeriesFormProps {
  /** What was typed, where it was refused. */
  draft: SeriesDraft | null;
  faults: readonly SeriesFault[];
}

/** Names a series: what is counted, in which unit, of which areas and periods, and where it comes from. */
export function SeriesForm({ draft, faults }: SeriesFormProps) {
  const { t } = useTranslator();
  const problemOf = (field: keyof SeriesDraft) => {
    const fault = faultOfField[field]?.find((code) => faults.includes(code));
    return fault ? t(`context:fault.${fault}`) : null;
  };
  const text = (field: keyof SeriesDraft, required = true) => (
    <FormField
      name={field}
      label={t(`context:define.${field}`)}
      defaultValue={draft?.[field] ?? ''}
      problem={problemOf(field)}
      required={required}
      maxLength={200}
    />
  );
  const choice = (field: 'service' | 'geography' | 'period', words: readonly string[]) => (
    <Choice
      field={field}
      words={words}
      chosen={draft?.[field] ?? words[0] ?? ''}
      problem={problemOf(field)}
    />
  );
  return (
    <form method="post">
      {faults.length > 0 ? (
        <div className="error-summary" role="alert">
          <h2>{t('context:fault.title')}</h2>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{t(`context:fault.${fault}`)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {choice('service', services)}
      {text('name')}
      {text('nameEnglish')}
      {text('unit')}
      {text('unitEnglish')}
      {choice('geography', seriesGeographies)}
      {choice('period', seriesPeriods)}
      {text('source')}
      {text('sourceEnglish')}
      {text('url', false)}
      <p className="actions">
        <button type="submit" className="primary">
          {t('context:define.submit')}
        </button>
      </p>
    </form>
  );
}

interface ChoiceProps {
  field: 'service' | 'geography' | 'period';
  words: readonly string[];
  chosen: string;
  problem: string | null;
}

function Choice({ field, words, chosen, problem }: ChoiceProps) {
  const { t } = useTranslator();
  return (
    <div className="field">
      <label htmlFor={field}>{t(`context:define.${field}`)}</label>
      {problem ? (
        <span className="problem" id={`${field}-problem`}>
          {problem}
        </span>
      ) : null}
      <select
        id={field}
        name={field}
        defaultValue={chosen}
        aria-describedby={problem ? `${field}-problem` : undefined}
        aria-invalid={problem ? true : undefined}
      >
        {words.map((word) => (
          <option key={word} value={word}>
            {t(`context:choice.${field}.${word}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
