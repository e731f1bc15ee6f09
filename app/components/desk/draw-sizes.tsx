import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { TableBox } from '../page/table-box.tsx';
import { DistrictName } from './district-name.tsx';

interface DistrictSizes {
  district: number;
  people: number;
  main: number;
  reserve: number;
}

/** What will be drawn in each district, before it is. */
export function DrawSizes({ districts }: { districts: DistrictSizes[] }) {
  const { t, language } = useTranslator();
  const number = (value: number) => formatNumber(language, value);
  const total = (part: (row: DistrictSizes) => number) =>
    number(districts.reduce((sum, row) => sum + part(row), 0));
  return (
    <TableBox label={t('fieldwork:draw.sizes')}>
      <table className="districts">
        <caption>{t('fieldwork:draw.sizes')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('fieldwork:district')}</th>
            <th scope="col" className="number">
              {t('fieldwork:draw.people')}
            </th>
            <th scope="col" className="number">
              {t('fieldwork:draw.main')}
            </th>
            <th scope="col" className="number">
              {t('fieldwork:draw.reserve')}
            </th>
            <th scope="col" className="number">
              {t('fieldwork:draw.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {districts.map(({ district, people, main, reserve }) => (
            <tr key={district}>
              <th scope="row">
                <DistrictName district={district} />
              </th>
              <td className="number">{number(people)}</td>
              <td className="number">{number(main)}</td>
              <td className="number">{number(reserve)}</td>
              <td className="number">
                {people < main + reserve ? (
                  <strong className="problem">{t('fieldwork:draw.tooFew')}</strong>
                ) : (
                  formatShare(language, (main + reserve) / people, 1)
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('fieldwork:city')}</th>
            <td className="number">{total((row) => row.people)}</td>
            <td className="number">{total((row) => row.main)}</td>
            <td className="number">{total((row) => row.reserve)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </TableBox>
  );
}
