import type { HistoryReport, HistoryRow } from '#app/use-cases/results/history-report.server.ts';
import { city, districtByNumber } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { historySourceWords, historyValueWords } from '../charts/history-words.ts';
import { TableBox } from '../page/table-box.tsx';

const kinds = ['city', 'parts', 'register'] as const;

/** The real study's published figures, each with its source: apart from the platform's own waves. */
export function HistoryTables({ history }: { history: HistoryReport }) {
  const { t } = useTranslator();
  if (kinds.every((kind) => history[kind].length === 0)) return <p>{t('results:city.history.none')}</p>;
  return (
    <>
      <p>{t('results:city.history.lead')}</p>
      {kinds.map((kind) =>
        history[kind].length === 0 ? null : (
          <TableBox key={kind} label={t(`results:city.history.${kind}`)}>
            <table className="history-table stacked">
              <caption>{t(`results:city.history.${kind}`)}</caption>
              <thead>
                <tr>
                  {(['indicator', 'period', 'value', 'n', 'source'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`results:city.history.column.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {history[kind].map((row) => (
                  <Row key={`${row.indicator} ${row.area} ${row.point.period} ${row.point.url}`} row={row} />
                ))}
              </tbody>
            </table>
          </TableBox>
        ),
      )}
    </>
  );
}

function Row({ row: { indicator, area, district, point } }: { row: HistoryRow }) {
  const translator = useTranslator();
  const { t, has, language } = translator;
  const nameKey = `results:city.history.indicator.${indicator}`;
  const groupKey = `results:city.history.area.${area.replace(/[^a-zA-Z]/g, '')}`;
  const place = district === null ? null : districtByNumber(district);
  const words = historySourceWords(language, point);
  const column = (name: string) => t(`results:city.history.column.${name}`);
  const named = area === city.name.pl ? city.name[language] : has(groupKey) ? t(groupKey) : area;
  const where = place ? `${place.numeral} ${place.name}` : named;
  return (
    <tr>
      <th scope="row">
        {has(nameKey) ? t(nameKey) : indicator}
        <span className="row-base">{where}</span>
      </th>
      <td data-label={column('period')}>{point.period}</td>
      <td data-label={column('value')}>{historyValueWords(translator, point)}</td>
      <td data-label={column('n')}>
        {point.sampleSize === null
          ? t('results:city.history.noSize')
          : formatNumber(language, point.sampleSize)}
      </td>
      <td data-label={column('source')}>
        <a href={point.url} rel="noreferrer external">
          {words.source}
        </a>
        {point.verification === 'secondary' ? ` (${t('results:city.history.secondary')})` : ''}
        {words.note === '' ? null : (
          <span className="row-base" lang={words.noteLanguage}>
            {words.note}
          </span>
        )}
      </td>
    </tr>
  );
}
