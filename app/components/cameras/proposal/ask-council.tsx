import type { ProposalPage } from '#app/use-cases/results/cameras/proposal-page.server.ts';
import { useTranslator } from '../../../i18n/context.tsx';
import { cameraPaths } from '../../../paths/cameras.ts';
import type { RefusedForm } from './refused-form.ts';

/** Days that a council usually has. */
const usualDays = 30;

/** Puts the confirmed case to the district council. */
export function AskCouncil({ page, refused }: { page: ProposalPage; refused: RefusedForm | null }) {
  const { t } = useTranslator();
  const typed = refused?.act === 'ask' ? refused.typed : {};
  const due = new Date(Date.parse(`${page.today}T12:00:00Z`) + usualDays * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const isAsked = page.consultations.length > 0;
  return (
    <details open={!isAsked || refused?.act === 'ask'}>
      <summary>{t(isAsked ? 'cameras:council.askAgain' : 'cameras:council.ask')}</summary>
      <form method="post" action={cameraPaths.proposal(page.proposal.proposalId)} className="camera-form">
        <input type="hidden" name="step" value="council" />
        <input type="hidden" name="revision" value={page.proposal.revision} />
        <p className="hint">{t('cameras:council.what')}</p>
        <div className="field-row">
          <div className="field">
            <label htmlFor="sentOn">{t('cameras:council.sentDay')}</label>
            <input type="date" id="sentOn" name="sentOn" defaultValue={typed.sentOn?.[0] ?? page.today} />
          </div>
          <div className="field">
            <label htmlFor="dueOn">{t('cameras:council.dueDay')}</label>
            <input type="date" id="dueOn" name="dueOn" defaultValue={typed.dueOn?.[0] ?? due} />
          </div>
        </div>
        <button type="submit" name="act" value="ask" className="secondary">
          {t('cameras:council.submit')}
        </button>
      </form>
    </details>
  );
}
