import type { DistrictMapReading, DistrictReading } from '#app/use-cases/results/map/district-map.server.ts';
import { districtByNumber } from '#city/city.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { FlagRuleSettings } from '#core/flagging/rule-settings.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { marginWords, restFigureWords } from '../charts/figure-words.ts';
import { comparedFamilyWords, RestStanding } from '../figures/rest-standing.tsx';
import { ShownFigure } from '../figures/shown-figure.tsx';
import { flagKindWords } from '../flags/flag-kind-words.ts';
import { FlagMark } from '../flags/flag-mark.tsx';
import { gapWords } from '../flags/gap-words.ts';
import { askedWords, bySameDistricts, numeralsOf } from '../flags/insufficient-words.ts';
import { TableBox } from '../page/table-box.tsx';

interface DistrictTableProps {
  reading: DistrictMapReading;
  linkOf(district: number): string;
}

/**
 * The map in words: the same districts, figures, standings and flags, in the order of the districts' numbers.
 */
export function DistrictTable({ reading, linkOf }: DistrictTableProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { indicator, city, cityAlone, districts, rule } = reading;
  return (
    <div>
      <NotJudged districts={districts} />
      <TableBox label={t('results:map.table')}>
        <table className="district-table">
          <caption>
            {t('results:map.caption', { name: indicator.name[language], base: indicator.base[language] })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('results:map.column.district')}</th>
              <th scope="col">{t(`results:map.column.${indicator.kind}`)}</th>
              <th scope="col" className="number">
                {t('results:map.column.restFigure')}
              </th>
              <th scope="col">{t(`results:map.column.rest.${indicator.kind}`)}</th>
            </tr>
          </thead>
          <tbody>
            {city ? (
              <tr className="whole-city">
                <th scope="row">{t('results:map.wholeCity')}</th>
                <td>
                  <ShownFigure estimate={city} alone={cityAlone} kind={indicator.kind} />
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
                rule={rule}
                link={linkOf(district.district)}
              />
            ))}
          </tbody>
        </table>
      </TableBox>
      <p className="source-note">
        {t('results:map.comparedTogether', {
          margin: marginWords(translator, indicator.kind, rule.levelMargin),
          family: comparedFamilyWords(translator, indicator.id, rule),
        })}
      </p>
    </div>
  );
}

interface DistrictRowProps {
  reading: DistrictReading;
  kind: 'share' | 'mean';
  rule: FlagRuleSettings;
  link: string;
}

function DistrictRow({ reading, kind, rule, link }: DistrictRowProps) {
  const translator = useTranslator();
  const { estimate, alone, standing, judgement, flags } = reading;
  const { numeral, name } = districtByNumber(reading.district);
  return (
    <tr>
      <th scope="row">
        <a href={link}>
          {numeral} {name}
        </a>
        <Flags flags={flags} />
      </th>
      <td>
        <ShownFigure estimate={estimate} alone={alone} kind={kind} />
      </td>
      <td className="number">{restFigureWords(translator, kind, estimate) ?? '–'}</td>
      <td>
        <RestStanding
          standing={standing}
          judgement={judgement}
          estimate={estimate}
          kind={kind}
          rule={rule}
          inColumns
        />
      </td>
    </tr>
  );
}

/**
 * What was found, and of what kind: a district that is better than the rest may still have a gap between its
 * groups.
 */
function Flags({ flags }: { flags: readonly PublishedFlag[] }) {
  const translator = useTranslator();
  return (
    <>
      {flags
        .filter(({ severity }) => severity !== 'insufficient')
        .map((flag) => (
          <div key={`${flag.kind} ${flag.group}`} className="flag-cell">
            <FlagMark flag={flag} />
            <span className="row-base">
              {flagKindWords(translator, flag)}
              {flag.group === null ? '' : `: ${gapWords(translator, flag.group)}`}
            </span>
          </div>
        ))}
    </>
  );
}

/** What could not be judged, said once for all districts: under each of them it would bury what was found. */
function NotJudged({ districts }: { districts: readonly DistrictReading[] }) {
  const translator = useTranslator();
  const rows = bySameDistricts(insufficientOf(districts.flatMap(({ flags }) => flags)));
  if (rows.length === 0) return null;
  return (
    <div className="not-judged">
      <FlagMark flag={{ severity: 'insufficient', needsIntervention: false }} />
      <ul className="plain-list">
        {rows.map((row) => (
          <li key={row.districts.join(' ')}>
            {translator.t('results:map.notJudged', {
              asked: askedWords(translator, row.kinds),
              districts: numeralsOf(translator, row.districts),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same question of all districts in which it could not be judged. */
function insufficientOf(flags: readonly PublishedFlag[]) {
  const lines = new Map<string, Pick<PublishedFlag, 'kind' | 'group'> & { districts: number[] }>();
  for (const { kind, group, district, severity } of flags) {
    if (severity !== 'insufficient') continue;
    const line = lines.get(`${kind} ${group}`) ?? { kind, group, districts: [] };
    line.districts.push(district);
    lines.set(`${kind} ${group}`, line);
  }
  return [...lines.values()];
}
