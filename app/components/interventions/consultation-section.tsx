import { districts } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';
import type { InterventionReport } from '../../use-cases/results/interventions/intervention-report.server.ts';
import { ConsultationItem, OpinionForm } from './consultation-item.tsx';
import { LineField, SelectField } from './form-fields.tsx';
import { districtWords } from './where-words.ts';

interface ConsultationSectionProps {
  report: InterventionReport;
  mayWrite: boolean;
  /** For whose councils the reader may enter opinions. */
  council: 'all' | number | null;
  typed: Record<string, string>;
  today: string;
}

/** What the councils were asked and said, and the form that asks one. */
export function ConsultationSection({ report, mayWrite, council, typed, today }: ConsultationSectionProps) {
  const { t } = useTranslator();
  const { row, consultations } = report;
  return (
    <section aria-labelledby="consultations">
      <h2 id="consultations">{t('planning:consultation.title')}</h2>
      {consultations.length === 0 ? <p>{t('planning:consultation.none')}</p> : null}
      {consultations.map((consultation) => (
        <div key={consultation.consultationId} className="consultation">
          <ConsultationItem consultation={consultation} today={today} />
          {consultation.opinion === null && (council === 'all' || council === consultation.district) ? (
            <OpinionForm consultation={consultation} typed={typed} today={today} />
          ) : null}
        </div>
      ))}
      {mayWrite && row.status === 'proposed' ? (
        <details className="no-print" open={typed.act === 'consultation' || consultations.length === 0}>
          <summary>{t('planning:consultation.open')}</summary>
          <form method="post" noValidate>
            <input type="hidden" name="act" value="consultation" />
            <input type="hidden" name="revision" value={row.revision} />
            <div className="field-row">
              <SelectField
                name="district"
                label={t('planning:consultation.council')}
                defaultValue={typed.district ?? row.district ?? ''}
                empty={t('planning:choose')}
              >
                {districts.map(({ number }) => (
                  <option key={number} value={number}>
                    {districtWords(number)}
                  </option>
                ))}
              </SelectField>
              <LineField
                name="sentOn"
                type="date"
                label={t('planning:consultation.sentOn')}
                defaultValue={typed.sentOn ?? today}
                min={row.proposedOn}
                max={today}
              />
              <LineField
                name="dueOn"
                type="date"
                label={t('planning:consultation.dueOn')}
                defaultValue={typed.dueOn ?? ''}
              />
            </div>
            <p className="actions">
              <button type="submit" className="primary">
                {t('planning:consultation.submit')}
              </button>
            </p>
          </form>
        </details>
      ) : null}
    </section>
  );
}
