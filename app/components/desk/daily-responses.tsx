import { useTranslator } from '../../i18n/context.tsx';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import type { FieldworkDay } from '../../use-cases/fieldwork/fieldwork-progress.server.ts';
import { TableBox } from '../page/table-box.tsx';

const barWidth = 10;
const height = 120;

/** Responses day by day: columns from zero, and the table that says the same with the running total. */
export function DailyResponses({ days }: { days: FieldworkDay[] }) {
  const { t, language } = useTranslator();
  const most = Math.max(1, ...days.map(({ responses }) => responses));
  const best = days.reduce((a, b) => (b.responses > a.responses ? b : a));
  let total = 0;
  const rows = days.map((day) => {
    total += day.responses;
    return { ...day, total };
  });
  const summary = t('fieldwork:progress.daySummary', {
    day: formatDay(language, best.day),
    count: best.responses,
    n: formatNumber(language, best.responses),
  });
  return (
    <figure className="daily">
      <figcaption>{summary}</figcaption>
      <svg
        viewBox={`0 0 ${days.length * barWidth} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {days.map(({ day, responses }, index) => (
          <rect
            key={day}
            x={index * barWidth + 1}
            width={barWidth - 2}
            y={height - (responses / most) * height}
            height={(responses / most) * height}
          />
        ))}
      </svg>
      <p className="daily-axis" aria-hidden="true">
        <span>{formatDay(language, days[0]?.day ?? best.day, 'medium')}</span>
        <span>{t('fieldwork:progress.dayAxis')}</span>
        <span>{formatDay(language, days.at(-1)?.day ?? best.day, 'medium')}</span>
      </p>
      <p className="soft">{t('fieldwork:progress.dayClosing')}</p>
      <details>
        <summary>{t('fieldwork:progress.dayTable')}</summary>
        <TableBox label={t('fieldwork:progress.byDay')}>
          <table className="compact">
            <caption className="visually-hidden">{t('fieldwork:progress.byDay')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('fieldwork:progress.day')}</th>
                <th scope="col" className="number">
                  {t('fieldwork:progress.opened')}
                </th>
                <th scope="col" className="number">
                  {t('fieldwork:progress.dayResponses')}
                </th>
                <th scope="col" className="number">
                  {t('fieldwork:progress.running')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.day}>
                  <th scope="row">{formatDay(language, row.day, 'medium')}</th>
                  <td className="number">{formatNumber(language, row.opened)}</td>
                  <td className="number">{formatNumber(language, row.responses)}</td>
                  <td className="number">{formatNumber(language, row.total)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </details>
    </figure>
  );
}
