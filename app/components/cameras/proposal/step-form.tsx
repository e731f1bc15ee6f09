import type { ChecklistItem, ProposalPage } from '#app/use-cases/results/cameras/proposal-page.server.ts';
import { useTranslator } from '../../../i18n/context.tsx';
import { formatDay } from '../../../i18n/format.ts';
import { cameraPaths } from '../../../paths/cameras.ts';
import { MeansFields } from './means-fields.tsx';
import type { RefusedForm } from './refused-form.ts';
import { SurveyChooser } from './survey-chooser.tsx';

interface StepFormProps {
  item: ChecklistItem;
  page: ProposalPage;
  refused: RefusedForm | null;
}

/** The evidence of a step as it is typed; what was refused comes back whole, above what is stored now. */
export function StepForm({ item: { step, row }, page, refused }: StepFormProps) {
  const { t, language } = useTranslator();
  const typed = refused?.act === 'save' ? refused.typed : {};
  const value = (field: string, stored: string) => typed[field]?.[0] ?? stored;
  const id = (field: string) => `${field}-${step}`;
  const hasSource = step !== 'survey' && step !== 'means' && step !== 'council';
  return (
    <form method="post" action={cameraPaths.proposal(page.proposal.proposalId)} className="camera-form">
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="revision" value={row.revision} />
      {refused?.isOvertaken ? (
        <p className="notice watch">{t('cameras:step.bothTexts', { stored: row.findings || '–' })}</p>
      ) : null}
      {step === 'survey' ? (
        <SurveyChooser page={page} chosen={typed.survey?.[0] ?? null} id={id('survey')} />
      ) : null}
      {step === 'means' ? <MeansFields means={page.means} typed={typed} /> : null}
      {step === 'council' && page.consultations.length > 1 ? (
        <div className="field">
          <label htmlFor={id('consultationId')}>{t('cameras:council.which')}</label>
          <select
            id={id('consultationId')}
            name="consultationId"
            defaultValue={value('consultationId', row.consultationId ?? '')}
          >
            {page.consultations.map(({ consultationId, sentOn }) => (
              <option key={consultationId} value={consultationId}>
                {t('cameras:council.sentOn', { day: formatDay(language, sentOn) })}
              </option>
            ))}
          </select>
        </div>
      ) : step === 'council' ? (
        <input type="hidden" name="consultationId" value={row.consultationId ?? ''} />
      ) : null}
      <div className="field wide">
        <label htmlFor={id('findings')}>{t(`cameras:step.${step}.findings`)}</label>
        <textarea
          id={id('findings')}
          name="findings"
          rows={4}
          maxLength={4000}
          defaultValue={value('findings', row.findings)}
        />
      </div>
      {hasSource ? (
        <div className="field-row">
          <div className="field">
            <label htmlFor={id('source')}>{t('cameras:step.sourceField')}</label>
            <input
              type="text"
              id={id('source')}
              name="source"
              maxLength={4000}
              defaultValue={value('source', row.source)}
            />
          </div>
          <div className="field">
            <label htmlFor={id('evidenceOn')}>{t('cameras:step.day')}</label>
            <input
              type="date"
              id={id('evidenceOn')}
              name="evidenceOn"
              defaultValue={value('evidenceOn', row.evidenceOn ?? '')}
            />
          </div>
        </div>
      ) : null}
      <button type="submit" name="act" value="save" className="secondary">
        {t('cameras:step.save')}
      </button>
    </form>
  );
}
