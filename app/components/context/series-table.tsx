import type { SeriesReport } from '#app/use-cases/results/context/context-report.server.ts';
import { city } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { resultsPaths } from '../../paths/results.ts';
import { Figure } from '../figures/figure.tsx';
import { TableBox } from '../page/table-box.tsx';
import { waveWords } from '../page/wave-words.ts';
import { amountWords } from './amount.ts';
import { periodWords } from './period-words.ts';
import { SeriesLine } from './series-line.tsx';

/** Periods that a page shows: the rest is in the file. */
const periodsShown = 4;

/** The figures of a series by area, and beside them what residents of its districts feel. */
export function SeriesTable({ report }: { report: SeriesReport }) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { series, rows, periods, beside } = report;
  const shown = periods.slice(-periodsShown);
  const most = Math.max(0, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const words = (period: string) => periodWords(translator, series.period, period);
  const course = t('context:series.course', {
    from: words(periods[0] ?? ''),
    to: words(periods.at(-1) ?? ''),
  });
  const isOfAreas = series.geography !== 'city';
  const unit = language === 'pl' ? series.unit : series.unitEnglish;
  return (
    <TableBox label={t('context:series.table')}>
      <table className="stacked context-table">
        <caption>{t('context:series.caption', { unit })}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`context:geography.${series.geography}`)}</th>
            <th scope="col">{course}</th>
            {shown.map((period) => (
              <th key={period} scope="col" className="number">
                {words(period)}
              </th>
            ))}
            {isOfAreas && beside ? (
              <th scope="col">
                {t('context:series.felt', {
                  name: beside.indicator.name[language],
                  wave: waveWords(translator, beside.wave.wave),
                })}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ area, name, values, felt }) => (
            <tr key={area}>
              <th scope="row">{name || city.name[language]}</th>
              <td data-label={course}>
                <SeriesLine values={values} most={most} label={course} />
              </td>
              {shown.map((period, at) => {
                const value = values[periods.length - shown.length + at] ?? null;
                return (
                  <td key={period} className="number" data-label={words(period)}>
                    {value === null ? t('context:series.notGiven') : amountWords(language, value)}
                  </td>
                );
              })}
              {isOfAreas && beside ? (
                <td data-label={beside.indicator.name[language]}>
                  <ul className="felt-list">
                    {felt.map(({ district, name: districtName, estimate }) => (
                      <li key={district}>
                        {felt.length > 1 || series.geography === 'station-area' ? (
                          <a href={resultsPaths.district(district, { indicator: beside.indicator.id })}>
                            {districtName}
                          </a>
                        ) : null}{' '}
                        {estimate ? (
                          <Figure estimate={estimate} kind={beside.indicator.kind} />
                        ) : (
                          t('context:series.notPublished')
                        )}
                      </li>
                    ))}
                  </ul>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
