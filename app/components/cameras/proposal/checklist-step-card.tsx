import type { ChecklistItem, ProposalPage } from '#app/use-cases/results/cameras/proposal-page.server.ts';
import { city } from '#city/city.ts';
import { positionOf } from '#core/camera/checklist.ts';
import { useTranslator } from '../../../i18n/context.tsx';
import { formatDay, formatInstant } from '../../../i18n/format.ts';
import { cameraPaths } from '../../../paths/cameras.ts';
import { AskCouncil } from './ask-council.tsx';
import { CouncilEvidence } from './council-evidence.tsx';
import { MeansTable } from './means-table.tsx';
import { NearCameras } from './near-cameras.tsx';
import type { RefusedForm } from './refused-form.ts';
import { StepForm } from './step-form.tsx';
import { SurveyEvidenceView } from './survey-evidence.tsx';

export interface StepProps {
  item: ChecklistItem;
  page: ProposalPage;
  mayEdit: boolean;
  refused: RefusedForm | null;
}

/** One step of the rule: what it asks, its evidence, who confirmed it, and the forms of whoever keeps it. */
export function ChecklistStepCard(props: StepProps) {
  const { item, page, mayEdit } = props;
  const { step, row, lacks, isNext } = item;
  const { t, language } = useTranslator();
  const refused = props.refused?.step === step ? props.refused : null;
  const standing = row.confirmedAt !== null ? 'confirmed' : isNext ? 'next' : 'later';
  const lackWords = lacks.map((lack) => t(`cameras:lack.${lack}`)).join('; ');
  return (
    <li id={`step-${step}`} className={`checklist-step step-${standing}`}>
      <h3>
        {positionOf(step)}. {t(`cameras:step.${step}.name`)}
        <span className="step-standing"> {t(`cameras:standing.${standing}`)}</span>
      </h3>
      <p className="soft">{t(`cameras:step.${step}.asks`)}</p>
      {row.findings === '' ? (
        <p className="nothing-yet">{t('cameras:step.nothing')}</p>
      ) : (
        <p className="typed-text">{row.findings}</p>
      )}
      {row.source === '' && row.evidenceOn === null ? null : (
        <p className="step-source">
          {t('cameras:step.source', {
            source: row.source || '–',
            day: row.evidenceOn === null ? '–' : formatDay(language, row.evidenceOn),
          })}
        </p>
      )}
      {step === 'footage' ? <NearCameras page={page} /> : null}
      {step === 'survey' && page.survey ? <SurveyEvidenceView survey={page.survey} /> : null}
      {step === 'means' && page.means.length > 0 ? <MeansTable means={page.means} /> : null}
      {step === 'council' && page.consultation ? <CouncilEvidence consultation={page.consultation} /> : null}
      {row.confirmedAt === null ? null : (
        <p className="step-confirmed-by">
          {t('cameras:step.confirmedBy', {
            by: row.confirmedByName ?? '',
            at: formatInstant(language, row.confirmedAt, city.timeZone),
          })}
        </p>
      )}
      {row.takenBack !== null && row.confirmedAt === null ? (
        <p className="notice watch">{t('cameras:step.takenBack', { reason: row.takenBack })}</p>
      ) : null}
      {row.confirmedAt === null && lackWords !== '' ? (
        <p className="step-lacks">{t('cameras:step.lacks', { lacks: lackWords })}</p>
      ) : null}
      {mayEdit ? <StepForms {...props} refused={refused} /> : null}
    </li>
  );
}

function StepForms({ item, page, refused }: StepProps) {
  const { step, row, lacks, isNext } = item;
  const { t } = useTranslator();
  const action = cameraPaths.proposal(page.proposal.proposalId);
  const isOpened = refused !== null && (refused.act === 'save' || refused.act === 'take-back');
  const hidden = (
    <>
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="revision" value={row.revision} />
    </>
  );
  if (row.confirmedAt !== null) {
    return (
      <details className="screen-only" open={isOpened}>
        <summary>{t('cameras:step.takeBack')}</summary>
        <form method="post" action={action} className="camera-form">
          {hidden}
          <div className="field wide">
            <label htmlFor={`reason-${step}`}>{t('cameras:step.reason')}</label>
            <textarea
              id={`reason-${step}`}
              name="reason"
              rows={2}
              maxLength={4000}
              defaultValue={refused?.typed.reason?.[0]}
            />
          </div>
          <button type="submit" name="act" value="take-back" className="danger">
            {t('cameras:step.takeBack')}
          </button>
        </form>
      </details>
    );
  }
  return (
    <div className="screen-only step-forms">
      {step === 'council' && isNext ? <AskCouncil page={page} refused={refused} /> : null}
      <details open={isOpened || (isNext && (row.findings === '' || lacks.length > 0))}>
        <summary>{t(row.findings === '' ? 'cameras:step.write' : 'cameras:step.rewrite')}</summary>
        <StepForm item={item} page={page} refused={refused} />
      </details>
      {isNext && lacks.length === 0 ? (
        <form method="post" action={action}>
          {hidden}
          <button type="submit" name="act" value="confirm" className="primary">
            {t('cameras:step.confirm')}
          </button>
        </form>
      ) : null}
    </div>
  );
}
