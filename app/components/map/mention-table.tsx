import type { MappedCell } from '#app/use-cases/results/map/place-map.server.ts';
import { districtByNumber } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { TableBox } from '../page/table-box.tsx';
import { bandWords } from './people-words.ts';

/** The layer of mentions in words, cell by cell, folded away: it describes, and is long. */
export function MentionTable({ cells }: { cells: readonly MappedCell[] }) {
  const translator = useTranslator();
  const { t, language } = translator;
  const label = t('results:places.mentions.title', { cells: formatNumber(language, cells.length) });
  return (
    <details className="mention-table">
      <summary>{label}</summary>
      <TableBox label={label}>
        <table>
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t('results:places.mentions.near')}</th>
              <th scope="col">{t('results:places.column.district')}</th>
              <th scope="col">{t('results:places.mentions.people')}</th>
              <th scope="col">{t('results:places.mentions.standing')}</th>
            </tr>
          </thead>
          <tbody>
            {cells.map(({ cell, near, district, people: band, standing }) => (
              <tr key={cell}>
                <th scope="row">{near ?? '–'}</th>
                <td>{district === null ? '–' : districtByNumber(district).name}</td>
                <td>{bandWords(translator, band)}</td>
                <td>{t(`results:places.map.standing.${standing}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </details>
  );
}
