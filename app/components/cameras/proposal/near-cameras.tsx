import type { ProposalPage } from '#app/use-cases/results/cameras/proposal-page.server.ts';
import { useTranslator } from '../../../i18n/context.tsx';
import { formatDay, formatNumber } from '../../../i18n/format.ts';
import { TableBox } from '../../page/table-box.tsx';

const shown = 12;

/** Cameras of the register near the place, as they stand today; the register's days are told with them. */
export function NearCameras({ page: { near, metres, registers } }: { page: ProposalPage }) {
  const { t, language } = useTranslator();
  const number = (value: number) => formatNumber(language, value);
  const days = registers.flatMap(({ kind, asOf, source, synthetic }) =>
    asOf === null
      ? []
      : [
          `${t(`cameras:kind.${kind}`)}: ${source}, ${formatDay(language, asOf)}${synthetic ? ` (${t('cameras:syntheticShort')})` : ''}`,
        ],
  );
  if (days.length === 0) return <p className="soft">{t('cameras:near.noRegister')}</p>;
  const total = near.reduce((sum, { count }) => sum + count, 0);
  const label = t('cameras:near.table', { metres: number(metres) });
  return (
    <div className="near-cameras">
      <p>
        {t(total === 0 ? 'cameras:near.none' : 'cameras:near.some', {
          count: total,
          n: number(total),
          metres: number(metres),
        })}
      </p>
      {near.length > 0 ? (
        <TableBox label={label}>
          <table className="compact stacked">
            <caption>{label}</caption>
            <thead>
              <tr>
                <th scope="col">{t('cameras:column.place')}</th>
                <th scope="col">{t('cameras:column.kind')}</th>
                <th scope="col">{t('cameras:column.unit')}</th>
                <th scope="col" className="number">
                  {t('cameras:near.distance')}
                </th>
              </tr>
            </thead>
            <tbody>
              {near.slice(0, shown).map(({ kind, unit, place, metres: distance, count }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two cameras may stand at one point
                <tr key={index}>
                  <th scope="row">
                    {place || t('cameras:near.unnamed')}
                    {count > 1 ? ` × ${number(count)}` : ''}
                  </th>
                  <td data-label={t('cameras:column.kind')}>{t(`cameras:kind.${kind}`)}</td>
                  <td data-label={t('cameras:column.unit')}>{unit}</td>
                  <td className="number" data-label={t('cameras:near.distance')}>
                    {distance === 0
                      ? t('cameras:near.inside')
                      : t('cameras:near.metres', { n: number(distance) })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      ) : null}
      {near.length > shown ? <p>{t('cameras:near.more', { n: number(near.length - shown) })}</p> : null}
      <p className="source-note">{t('cameras:near.source', { registers: days.join('; ') })}</p>
    </div>
  );
}
