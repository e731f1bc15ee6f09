import { useTranslator } from '../../i18n/context.tsx';
import { formatDay } from '../../i18n/format.ts';
import type { InterventionReport } from '../../use-cases/results/interventions/intervention-report.server.ts';
import { LineField, SelectField, TextField } from './form-fields.tsx';
import { StatusMark } from './status-mark.tsx';

interface StepSectionProps {
  report: InterventionReport;
  mayWrite: boolean;
  /** What was typed, when the step was refused. */
  typed: Record<string, string>;
  today: string;
}

/** How it came to its status: each step with its day, who took it and why; and the next one. */
export function StepSection({ report, mayWrite, typed, today }: StepSectionProps) {
  const { t, language } = useTranslator();
  const { row, steps, next } = report;
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{t('planning:step.title')}</h2>
      <ol className="step-list">
        {steps.map(({ position, status, stepOn, actorName, reason }) => (
          <li key={position}>
            <StatusMark status={status} />{' '}
            {t('planning:step.taken', { day: formatDay(language, stepOn), by: actorName })}
            {reason === '' ? null : <p className="step-reason">{reason}</p>}
          </li>
        ))}
      </ol>
      {mayWrite && next.length > 0 ? (
        <form method="post" noValidate className="no-print">
          <input type="hidden" name="act" value="step" />
          <input type="hidden" name="revision" value={row.revision} />
          <div className="field-row">
            <SelectField
              name="status"
              label={t('planning:step.next')}
              defaultValue={typed.status ?? next[0]}
              hint={row.status === 'proposed' ? t('planning:step.hintConsulted') : undefined}
            >
              {next.map((status) => (
                <option key={status} value={status}>
                  {t(`interventions:status.${status}`)}
                </option>
              ))}
            </SelectField>
            <LineField
              name="stepOn"
              type="date"
              label={t('planning:step.day')}
              defaultValue={typed.stepOn ?? today}
              max={today}
            />
          </div>
          <TextField
            name="reason"
            label={t('planning:step.reason')}
            hint={t('planning:step.reasonHint')}
            defaultValue={typed.reason ?? ''}
            rows={2}
          />
          <p className="actions">
            <button type="submit" className="primary">
              {t('planning:step.submit')}
            </button>
          </p>
        </form>
      ) : null}
    </section>
  );
}
