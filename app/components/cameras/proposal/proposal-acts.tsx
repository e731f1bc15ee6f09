import type { ProposalPage } from '#app/use-cases/results/cameras/proposal-page.server.ts';
import { city } from '#city/city.ts';
import { checklistSteps } from '#core/camera/checklist.ts';
import { useTranslator } from '../../../i18n/context.tsx';
import { formatInstant } from '../../../i18n/format.ts';
import { TableBox } from '../../page/table-box.tsx';

/** Everything that was done to a proposal: when, by whom, to which step, and why. */
export function ProposalActs({ acts }: Pick<ProposalPage, 'acts'>) {
  const { t, language } = useTranslator();
  return (
    <section className="proposal-acts" aria-labelledby="acts-title">
      <h2 id="acts-title">{t('cameras:acts.title')}</h2>
      <TableBox label={t('cameras:acts.table')}>
        <table className="compact stacked">
          <caption className="visually-hidden">{t('cameras:acts.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('cameras:acts.at')}</th>
              <th scope="col">{t('cameras:acts.by')}</th>
              <th scope="col">{t('cameras:acts.what')}</th>
            </tr>
          </thead>
          <tbody>
            {acts.map(({ at, actorName, act, detail }, index) => {
              const step = checklistSteps.find((each) => each === detail.step);
              const reason = typeof detail.reason === 'string' ? detail.reason : null;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: acts only ever follow each other
                <tr key={index}>
                  <th scope="row">{formatInstant(language, at, city.timeZone)}</th>
                  <td data-label={t('cameras:acts.by')}>{actorName}</td>
                  <td data-label={t('cameras:acts.what')}>
                    <span>
                      {t(`cameras:acts.act.${act}`)}
                      {step ? `: ${t(`cameras:step.${step}.short`)}` : ''}
                      {reason ? <span className="row-base">{reason}</span> : null}
                      <Before detail={detail} />
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}

/** What stood there before an edit: nothing that was written is gone. */
function Before({ detail }: { detail: Record<string, unknown> }) {
  const { t } = useTranslator();
  const before = detail.before;
  if (typeof before !== 'object' || before === null) return null;
  const texts = Object.values(before as Record<string, unknown>).flatMap((value) =>
    typeof value === 'string' && value !== ''
      ? [value]
      : Array.isArray(value)
        ? value.map(({ means, since, whyNot }) => `${t(`cameras:means.kind.${means}`)}, ${since}: ${whyNot}`)
        : [],
  );
  if (texts.length === 0) return null;
  return (
    <details className="screen-only">
      <summary>{t('cameras:acts.before')}</summary>
      <p className="typed-text">{texts.join('\n')}</p>
    </details>
  );
}
