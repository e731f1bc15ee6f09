import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import type { DistrictProgress } from '../../use-cases/fieldwork/fieldwork-progress.server.ts';
import { TableBox } from '../page/table-box.tsx';
import { DistrictName } from './district-name.tsx';

type Row = Omit<DistrictProgress, 'district'>;

const columns = [
  'responses',
  'ofTarget',
  'target',
  'released',
  'started',
  'notEligible',
  'rr2',
  'rr2Weighted',
  'reserve',
] as const;

/** Cases, responses and rates of each district, and of the city under them. */
export function ProgressTable({ city, districts }: { city: Row; districts: DistrictProgress[] }) {
  const { t } = useTranslator();
  return (
    <TableBox label={t('fieldwork:progress.byDistrict')}>
      <table className="districts">
        <caption className="visually-hidden">{t('fieldwork:progress.byDistrict')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('fieldwork:district')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="number">
                {t(`fieldwork:progress.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {districts.map((row) => (
            <tr key={row.district}>
              <th scope="row">
                <DistrictName district={row.district} />
              </th>
              <Cells row={row} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('fieldwork:city')}</th>
            <Cells row={city} />
          </tr>
        </tfoot>
      </table>
    </TableBox>
  );
}

function Cells({ row }: { row: Row }) {
  const { language } = useTranslator();
  const number = (value: number) => formatNumber(language, value);
  const share = (value: number | null) => (value === null ? '–' : formatShare(language, value, 1));
  const responses = row.completed + row.partial;
  const values: Record<(typeof columns)[number], string> = {
    released: number(row.released),
    responses: number(responses),
    target: number(row.target),
    ofTarget: formatShare(language, responses / row.target, 0),
    started: number(row.unsent),
    notEligible: number(row.outcomes.NE),
    rr2: share(row.rates.RR2),
    rr2Weighted: share(row.weightedRates.RR2),
    reserve: number(row.reserve),
  };
  return columns.map((column) => (
    <td key={column} className="number">
      {values[column]}
    </td>
  ));
}
