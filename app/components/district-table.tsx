import type { DistrictMapReading, DistrictReading } from '#app/use-cases/district-map.server.ts';
import { districtByNumber } from '#core/city.ts';
import type { PublishedFlag } from '#core/publication/document.ts';
import { useTranslator } from '../i18n/context.tsx';
import { formatNumber } from '../i18n/format.ts';
import { Difference } from './difference.tsx';
import { Figure } from './figure.tsx';
import { flagKindWords } from './flag-kind-words.ts';
import { FlagMark } from './flag-mark.tsx';
import { gapWords } from './gap-words.ts';
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
    <div>
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
      <p className="source-note">
        {t('results:map.comparedTogether', { districts: formatNumber(language, districts.length) })}
      </p>
    </div>
  );
}

interface DistrictRowProps {
  reading: DistrictReading;
  kind: 'share' | 'mean';
  link: string;
}

function DistrictRow({ reading, kind, link }: DistrictRowProps) {
  const { t } = useTranslator();
  const { estimate, standing, judgement, flags } = reading;
  const { numeral, name } = districtByNumber(reading.district);
  return (
    <tr>
      <th scope="row">
        <a href={link}>
          {numeral} {name}
        </a>
        <Flags flags={flags} />
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
    </tr>
  );
}

/** What was found, and of what kind: a district that is better than the rest may still have a gap between its groups. */
function Flags({ flags }: { flags: readonly PublishedFlag[] }) {
  const translator = useTranslator();
  const [first] = flags;
  if (!first) return null;
  const found = flags.filter(({ severity }) => severity !== 'insufficient');
  if (found.length === 0) {
    return (
      <div className="flag-cell">
        <FlagMark flag={first} />
      </div>
    );
  }
  return found.map((flag) => (
    <div key={`${flag.kind} ${flag.group}`} className="flag-cell">
      <FlagMark flag={flag} />
      <span className="row-base">
        {flagKindWords(translator, flag)}
        {flag.group === null ? '' : `: ${gapWords(translator, flag.group)}`}
      </span>
    </div>
  ));
}
