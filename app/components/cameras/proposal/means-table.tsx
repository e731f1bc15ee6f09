import type { ProposalPage } from '#app/use-cases/results/cameras/proposal-page.server.ts';
import { useTranslator } from '../../../i18n/context.tsx';
import { formatDay } from '../../../i18n/format.ts';
import { TableBox } from '../../page/table-box.tsx';

/** Which other means were tried, since when, and why they did not suffice. */
export function MeansTable({ means }: Pick<ProposalPage, 'means'>) {
  const { t, language } = useTranslator();
  return (
    <TableBox label={t('cameras:means.table')}>
      <table className="compact stacked">
        <caption>{t('cameras:means.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('cameras:means.what')}</th>
            <th scope="col">{t('cameras:means.when')}</th>
            <th scope="col">{t('cameras:means.whyNot')}</th>
          </tr>
        </thead>
        <tbody>
          {means.map(({ number, means: kind, since, until, whyNot }) => (
            <tr key={number}>
              <th scope="row">{t(`cameras:means.kind.${kind}`)}</th>
              <td data-label={t('cameras:means.when')}>
                {until === null
                  ? t('cameras:means.from', { since: formatDay(language, since, 'medium') })
                  : t('cameras:means.fromTo', {
                      since: formatDay(language, since, 'medium'),
                      until: formatDay(language, until, 'medium'),
                    })}
              </td>
              <td className="typed-text" data-label={t('cameras:means.whyNot')}>
                {whyNot}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
