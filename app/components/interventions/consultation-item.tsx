import { opinions } from '#core/intervention/intervention.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatDay } from '../../i18n/format.ts';
import type { Consultation } from '../../use-cases/results/interventions/consultation-list.server.ts';
import { LineField, SelectField, TextField } from './form-fields.tsx';
import { districtWords } from './where-words.ts';

/** One council's answer, or that it is awaited, and until when. */
export function ConsultationItem({ consultation, today }: { consultation: Consultation; today: string }) {
  const { t, language } = useTranslator();
  const { district, sentOn, dueOn, opinion, opinionText, resolutionNumber, givenOn } = consultation;
  const day = (text: string) => formatDay(language, text);
  return (
    <>
      <p>
        <strong>{t('planning:council', { district: districtWords(district) })}</strong>{' '}
        {t('planning:asked.sent', { sent: day(sentOn), due: day(dueOn) })}{' '}
        {opinion === null || givenOn === null ? (
          <span className={dueOn < today ? 'consultation-overdue' : undefined}>
            {t(dueOn < today ? 'planning:asked.overdue' : 'planning:asked.awaited')}
          </span>
        ) : (
          <>
            {t('planning:asked.given', {
              opinion: t(`planning:opinionIs.${opinion}`),
              day: day(givenOn),
            })}
            {resolutionNumber ? ` ${t('planning:asked.resolution', { number: resolutionNumber })}` : null}
          </>
        )}
      </p>
      {opinionText ? <blockquote className="opinion-text">{opinionText}</blockquote> : null}
    </>
  );
}

interface OpinionFormProps {
  consultation: Consultation;
  typed: Record<string, string>;
  today: string;
}

/** Takes down what the council said; `typed` is of the form that was refused, if it was this one. */
export function OpinionForm({ consultation, typed, today }: OpinionFormProps) {
  const { t } = useTranslator();
  const { consultationId } = consultation;
  const own = typed.consultationId === consultationId ? typed : {};
  const field = (name: string) => ({ name, id: `${name}-${consultationId}` });
  return (
    <details className="no-print" open={own.consultationId !== undefined}>
      <summary>{t('planning:opinion.open')}</summary>
      <form method="post" noValidate>
        <input type="hidden" name="act" value="opinion" />
        <input type="hidden" name="consultationId" value={consultationId} />
        <div className="field-row">
          <SelectField
            {...field('opinion')}
            label={t('planning:opinion.opinion')}
            empty={t('planning:choose')}
            defaultValue={own.opinion ?? ''}
          >
            {opinions.map((opinion) => (
              <option key={opinion} value={opinion}>
                {t(`planning:opinionIs.${opinion}`)}
              </option>
            ))}
          </SelectField>
          <LineField
            {...field('resolutionNumber')}
            label={t('planning:opinion.resolutionNumber')}
            defaultValue={own.resolutionNumber ?? ''}
          />
          <LineField
            {...field('givenOn')}
            type="date"
            label={t('planning:opinion.givenOn')}
            defaultValue={own.givenOn ?? today}
            max={today}
          />
        </div>
        <TextField
          {...field('opinionText')}
          label={t('planning:opinion.text')}
          hint={t('planning:opinion.textHint')}
          defaultValue={own.opinionText ?? ''}
          rows={3}
        />
        <p className="actions">
          <button type="submit" className="primary">
            {t('planning:opinion.submit')}
          </button>
        </p>
      </form>
    </details>
  );
}
