import type { OverviewReport } from '#app/use-cases/results/overview/overview-report.server.ts';
import { districtByNumber } from '#city/city.ts';
import { type DistrictSign, districtSigns } from '#core/analysis/district-sign.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { marginWords } from '../charts/figure-words.ts';
import { TableBox } from '../page/table-box.tsx';

interface SignMatrixProps {
  report: Pick<OverviewReport, 'matrix' | 'headlines' | 'rule'>;
  districtPath(district: number, indicator?: string): string;
  mapPath(indicator: string): string;
}

/** Drawn around (0, 0), 20 units wide, apart in shape and in darkness: grey paper tells them apart. */
const shapes: Record<Exclude<DistrictSign, 'even' | 'partly'>, string> = {
  alert: 'M-8-8H8V8H-8z',
  repeated: 'M0-9.5 9.5 0 0 9.5-9.5 0zM0-4v5M0 4v1',
  watch: 'M0-8.5 8.5 0 0 8.5-8.5 0z',
  improved: 'M0-9V8M-6 2 0 8.5 6 2',
  better: 'M-7-5H7L0 7z',
  untold: 'M-7 7 7-7M-7-1l6-6M1 7l6-6',
};

/** Every district on every headline indicator, in a sign and a word. */
export function SignMatrix({ report, districtPath, mapPath }: SignMatrixProps) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { matrix, headlines, rule } = report;
  const caption = t('overview:matrix.caption');
  return (
    <section className="overview-matrix" aria-labelledby="matrix-title">
      <h2 id="matrix-title">{t('overview:matrix.title', { districts: matrix.length })}</h2>
      <TableBox label={caption}>
        <table className="sign-matrix">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('overview:matrix.district')}</th>
              {headlines.map(({ indicator }) => (
                <th key={indicator.id} scope="col">
                  <a href={mapPath(indicator.id)}>{indicator.name[language]}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.map(({ district, signs }) => {
              const { numeral, name } = districtByNumber(district);
              return (
                <tr key={district}>
                  <th scope="row">
                    <a href={districtPath(district)}>
                      {numeral} <span className="district-name">{name}</span>
                    </a>
                  </th>
                  {signs.map((sign, index) => {
                    const key = headlines[index]?.indicator.id;
                    const word = t(`overview:matrix.sign.${sign}`);
                    // By far the most cells: the style sheet draws a point over the word.
                    if (sign === 'even' || sign === 'partly') {
                      return (
                        <td key={key} className={sign}>
                          {word}
                        </td>
                      );
                    }
                    return (
                      <td key={key} className={`sign-${sign}`}>
                        <SignShape sign={sign} /> <span>{word}</span>
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableBox>
      <ul className="sign-key">
        {districtSigns
          .filter((sign) => matrix.some(({ signs }) => signs.includes(sign)))
          .map((sign) => (
            <li key={sign}>
              <SignShape sign={sign} /> {t(`overview:matrix.sign.${sign}`)}
            </li>
          ))}
      </ul>
      <p className="source-note">
        {t('overview:matrix.legend', {
          margin: marginWords(translator, 'share', rule.levelMargin),
          change: marginWords(translator, 'share', rule.changeMargin),
        })}
        {matrix.some(({ signs }) => signs.includes('partly')) ? ` ${t('overview:matrix.partly')}` : ''}
      </p>
    </section>
  );
}

function SignShape({ sign }: { sign: DistrictSign }) {
  if (sign === 'even') return <span aria-hidden="true">·</span>;
  if (sign === 'partly') return <span aria-hidden="true">◦</span>;
  return (
    <svg
      className={`sign-shape sign-shape-${sign}`}
      viewBox="-12 -12 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[sign]} />
    </svg>
  );
}
