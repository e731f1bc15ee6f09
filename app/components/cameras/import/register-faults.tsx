import type { RegisterFault } from '#core/camera/register-fault.ts';
import { useTranslator } from '../../../i18n/context.tsx';
import { formatNumber } from '../../../i18n/format.ts';
import { TableBox } from '../../page/table-box.tsx';

/** What is wrong with a register: where, in which column, what was found, and what to do. */
export function RegisterFaults({ faults, count }: { faults: readonly RegisterFault[]; count: number }) {
  const { t, language } = useTranslator();
  const number = (value: number) => formatNumber(language, value);
  return (
    <section aria-labelledby="faults-title">
      <div className="error-summary" role="alert">
        <h3 id="faults-title">{t('cameras:fault.title', { count, n: number(count) })}</h3>
        <p>{t('cameras:fault.what')}</p>
      </div>
      {faults.length < count ? <p>{t('cameras:fault.first', { shown: number(faults.length) })}</p> : null}
      <TableBox label={t('cameras:fault.table')}>
        <table className="stacked">
          <caption className="visually-hidden">{t('cameras:fault.table')}</caption>
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('cameras:fault.line')}
              </th>
              <th scope="col">{t('cameras:fault.column')}</th>
              <th scope="col">{t('cameras:fault.wrong')}</th>
              <th scope="col">{t('cameras:fault.found')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map(({ line, code, column, found }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one line may have the same fault twice
              <tr key={index}>
                <th scope="row" className="number">
                  {number(line)}
                </th>
                <td data-label={t('cameras:fault.column')}>
                  {column === null ? '–' : t(`cameras:column.${column}`)}
                </td>
                <td className="explained" data-label={t('cameras:fault.wrong')}>
                  {t(`cameras:fault.code.${code}`, { found })}
                </td>
                <td className="found" data-label={t('cameras:fault.found')}>
                  {found || '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}
