import type { ProposalPage } from '#app/use-cases/results/cameras/proposal-page.server.ts';
import { useTranslator } from '../../../i18n/context.tsx';
import { cameraPaths } from '../../../paths/cameras.ts';
import type { RefusedForm } from './refused-form.ts';

/** The decision, once the checklist is whole; until then what it waits for. Giving up is always possible. */
export function EndForms({ page, refused }: { page: ProposalPage; refused: RefusedForm | null }) {
  const { t } = useTranslator();
  const { waitsFor } = page;
  return (
    <section className="screen-only" aria-labelledby="decision-title">
      <h2 id="decision-title">{t('cameras:end.title')}</h2>
      {waitsFor === null ? (
        <EndForm page={page} act="decide" refused={refused} />
      ) : (
        <p className="notice">
          {t('cameras:end.waits', { step: t(`cameras:step.${waitsFor}.name`) })}{' '}
          <a href={`#step-${waitsFor}`}>{t('cameras:end.toStep')}</a>
        </p>
      )}
      <details open={refused?.act === 'drop'}>
        <summary>{t('cameras:end.giveUp')}</summary>
        <EndForm page={page} act="drop" refused={refused} />
      </details>
    </section>
  );
}

interface EndFormProps {
  page: ProposalPage;
  act: 'decide' | 'drop';
  refused: RefusedForm | null;
}

function EndForm({ page, act, refused }: EndFormProps) {
  const { t } = useTranslator();
  const typed = refused?.act === act ? refused.typed : {};
  return (
    <form method="post" action={cameraPaths.proposal(page.proposal.proposalId)} className="camera-form">
      <input type="hidden" name="revision" value={page.proposal.revision} />
      <p className="hint">{t(`cameras:end.${act}.what`)}</p>
      <div className="field wide">
        <label htmlFor={`ending-${act}`}>{t(`cameras:end.${act}.text`)}</label>
        <textarea
          id={`ending-${act}`}
          name="ending"
          rows={3}
          maxLength={4000}
          defaultValue={typed.ending?.[0]}
        />
      </div>
      <div className="field">
        <label htmlFor={`endedOn-${act}`}>{t(`cameras:end.${act}.day`)}</label>
        <input
          type="date"
          id={`endedOn-${act}`}
          name="endedOn"
          defaultValue={typed.endedOn?.[0] ?? page.today}
        />
      </div>
      <button type="submit" name="act" value={act} className={act === 'decide' ? 'primary' : 'danger'}>
        {t(`cameras:end.${act}.submit`)}
      </button>
    </form>
  );
}
