import type { ListedProposal } from '#app/use-cases/results/cameras/proposal-list.server.ts';
import { cameraRule } from '#city/announced-cameras.ts';
import { districtByNumber } from '#city/city.ts';
import { checklistSteps } from '#core/camera/checklist.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { cameraPaths } from '../../paths/cameras.ts';
import { TableBox } from '../page/table-box.tsx';

/** Proposals of cameras with how far each is: what a decision still waits for. */
export function ProposalList({
  proposals,
  mayEdit,
}: {
  proposals: readonly ListedProposal[];
  mayEdit: boolean;
}) {
  const { t, language } = useTranslator();
  return (
    <>
      <p>{t('cameras:proposals.rule')}</p>
      <p className="source-note">
        <a href={cameraRule.url} rel="noreferrer external">
          {cameraRule.source[language === 'en' ? 'en' : 'pl']}
        </a>
      </p>
      {proposals.length === 0 ? (
        <p>{t('cameras:proposals.none')}</p>
      ) : (
        <TableBox label={t('cameras:proposals.table')}>
          <table className="stacked">
            <caption className="visually-hidden">{t('cameras:proposals.table')}</caption>
            <thead>
              <tr>
                {(['proposal', 'where', 'cameras', 'responsible', 'standing'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`cameras:proposals.column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {proposals.map((proposal) => (
                <tr key={proposal.proposalId}>
                  <th scope="row">
                    <a href={cameraPaths.proposal(proposal.proposalId)}>{proposal.title}</a>
                    {proposal.synthetic ? (
                      <span className="row-base">{t('cameras:proposals.synthetic')}</span>
                    ) : null}
                  </th>
                  <td data-label={t('cameras:proposals.column.where')}>
                    {proposal.placeName}, {districtByNumber(proposal.district).name}
                  </td>
                  <td data-label={t('cameras:proposals.column.cameras')}>
                    {formatNumber(language, proposal.cameras)}
                  </td>
                  <td data-label={t('cameras:proposals.column.responsible')}>{proposal.responsible}</td>
                  <td data-label={t('cameras:proposals.column.standing')}>
                    <StandingWords proposal={proposal} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      {mayEdit ? (
        <p className="actions">
          <a className="button secondary" href={cameraPaths.propose()}>
            {t('cameras:proposal.new')}
          </a>
        </p>
      ) : null}
    </>
  );
}

function StandingWords({ proposal }: { proposal: ListedProposal }) {
  const { t, language } = useTranslator();
  const { status, endedOn, confirmed, waitsFor } = proposal;
  if (status !== 'open' && endedOn !== null) {
    return <>{t(`cameras:proposals.${status}`, { day: formatDay(language, endedOn) })}</>;
  }
  if (waitsFor === null) return <>{t('cameras:proposals.whole')}</>;
  const waits = t(`cameras:step.${waitsFor}.short`);
  return <>{t('cameras:proposals.waits', { confirmed, all: checklistSteps.length, waits })}</>;
}
