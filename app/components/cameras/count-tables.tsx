import type { CameraReport } from '#app/use-cases/results/cameras/camera-report.server.ts';
import { districtByNumber } from '#city/city.ts';
import { cameraKinds } from '#core/camera/camera.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { TableBox } from '../page/table-box.tsx';

type Counts = CameraReport['totals'];

/** Cameras of each kind by district, in the order of their numbers: a count is no rank. */
export function DistrictCounts({
  districts,
  totals,
}: {
  districts: CameraReport['districts'];
  totals: Counts;
}) {
  const { t } = useTranslator();
  return (
    <TableBox label={t('cameras:districts.table')}>
      <table className="compact">
        <caption>{t('cameras:districts.table')}</caption>
        <KindHeading first={t('cameras:column.district')} />
        <tbody>
          {districts.map(({ district, counts }) => {
            const { numeral, name } = districtByNumber(district);
            return <CountRow key={district} name={`${numeral} ${name}`} counts={counts} />;
          })}
        </tbody>
        <tfoot>
          <CountRow name={t('cameras:districts.total')} counts={totals} />
        </tfoot>
      </table>
    </TableBox>
  );
}

/** Cameras of each kind by their owner. */
export function UnitCounts({ units }: Pick<CameraReport, 'units'>) {
  const { t } = useTranslator();
  return (
    <TableBox label={t('cameras:units.table')}>
      <table className="compact">
        <caption>{t('cameras:units.table')}</caption>
        <KindHeading first={t('cameras:column.unit')} />
        <tbody>
          {units.map(({ name, counts }) => (
            <CountRow key={name} name={name} counts={counts} />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function KindHeading({ first }: { first: string }) {
  const { t } = useTranslator();
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {cameraKinds.map((kind) => (
          <th key={kind} scope="col" className="number">
            {t(`cameras:kindShort.${kind}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function CountRow({ name, counts }: { name: string; counts: Counts }) {
  const { language } = useTranslator();
  return (
    <tr>
      <th scope="row">{name}</th>
      {cameraKinds.map((kind) => (
        <td key={kind} className="number">
          {formatNumber(language, counts[kind])}
        </td>
      ))}
    </tr>
  );
}
