import type { DistrictMapReading, DistrictReading } from '#app/use-cases/district-map.server.ts';
import { districtByNumber } from '#core/city.ts';
import { useTranslator } from '../i18n/context.tsx';
import { Difference } from './difference.tsx';
import { Figure } from './figure.tsx';
import { FlagMark } from './flag-mark.tsx';
import { TableBox } from './table-box.tsx';

interface DistrictTableProps {
  reading: DistrictMapReading;
  linkOf(district: number): string;
}

/** The map in words: the same districts, figures, standings and flags, in the order of the districts' numbers. */
export function DistrictTable({ reading, linkOf }: DistrictTableProps) {
  const { t, language } = useTranslator();
  const { indicator, city, districts } = reading;
  return (
    <TableBox label={t('results:map.table')}>
      <table className="district-table">
        <caption>
          {t('results:map.caption', { name: indicator.name[language], base: indicator.base[language] })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('results:map.column.district')}</th>
            <th scope="col">{t(`results:map.column.${indicator.kind}`)}</th>
            <th scope="col">{t(`results:map.column.rest.${indicator.kind}`)}</th>
            <th scope="col">{t('results:map.column.flag')}</th>
          </tr>
        </thead>
        <tbody>
          {city ? (
            <tr className="whole-city">
              <th scope="row">{t('results:map.wholeCity')}</th>
              <td>
                <Figure estimate={city} kind={indicator.kind} form="cell" />
              </td>
              <td />
              <td />
            </tr>
          ) : null}
          {districts.map((district) => (
            <DistrictRow
              key={district.district}
              reading={district}
              kind={indicator.kind}
              link={linkOf(district.district)}
            />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

interface DistrictRowProps {
  reading: DistrictReading;
  kind: 'share' | 'mean';
  link: string;
}

function DistrictRow({ reading, kind, link }: DistrictRowProps) {
  const { t } = useTranslator();
  const { estimate, standing, judgement, flag } = reading;
  const { numeral, name } = districtByNumber(reading.district);
  return (
    <tr>
      <th scope="row">
        <a href={link}>
          {numeral} {name}
        </a>
      </th>
      <td>{estimate ? <Figure estimate={estimate} kind={kind} form="cell" /> : t('results:figure.none')}</td>
      <td>
        <span className={`standing standing-${judgement}`}>{t(`results:map.standing.${standing}`)}</span>
        {estimate?.versusRest ? (
          <>
            <br />
            <Difference {...estimate.versusRest} kind={kind} n={estimate.n} withUnit={false} />
          </>
        ) : null}
      </td>
      <td>{flag ? <FlagMark flag={flag} /> : <span aria-hidden="true">–</span>}</td>
    </tr>
  );
}
