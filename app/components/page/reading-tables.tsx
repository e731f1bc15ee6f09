import { city } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { adminPaths } from '../../paths/admin.ts';
import type { ReadingList } from '../../use-cases/staff/readings.server.ts';
import { TableBox } from './table-box.tsx';

/** Who looked in the last 30 days, and how often. */
export function ReadingPeople({ people }: Pick<ReadingList, 'people'>) {
  const { t, language } = useTranslator();
  if (people.length === 0) return <p>{t('access:readings.nobody')}</p>;
  return (
    <TableBox label={t('access:readings.peopleTable')}>
      <table className="stacked">
        <caption>{t('access:readings.peopleCaption', { count: people.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('access:readings.person')}</th>
            <th scope="col">{t('access:readings.opened')}</th>
            <th scope="col">{t('access:readings.exported')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ userId, name, opened, exported }) => (
            <tr key={userId}>
              <th scope="row">
                <a
                  href={adminPaths.readings({ person: userId })}
                  aria-label={t('access:readings.of', { name })}
                >
                  {name}
                </a>
              </th>
              <td data-label={t('access:readings.opened')}>{formatNumber(language, opened)}</td>
              <td data-label={t('access:readings.exported')}>{formatNumber(language, exported)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

interface ReadingEntriesProps {
  list: ReadingList;
  chosen: { person?: string; act?: string };
}

/** Every page and file, the newest first. */
export function ReadingEntries({ list: { rows, before }, chosen }: ReadingEntriesProps) {
  const { t, language } = useTranslator();
  return (
    <>
      <p>
        <a href={adminPaths.readings()}>{t('access:readings.all')}</a>
        {' · '}
        <a href={adminPaths.readings({ ...chosen, act: 'exported' })}>{t('access:readings.onlyExports')}</a>
      </p>
      {rows.length === 0 ? (
        <p>{t('access:readings.none')}</p>
      ) : (
        <TableBox label={t('access:readings.listTable')}>
          <table className="stacked">
            <caption>{t('access:readings.listCaption', { count: rows.length })}</caption>
            <thead>
              <tr>
                {['at', 'person', 'act', 'address'].map((column) => (
                  <th key={column} scope="col">
                    {t(`access:readings.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ readingId, at, name, act, address }) => (
                <tr key={readingId}>
                  <th scope="row">{formatInstant(language, at, city.timeZone)}</th>
                  <td data-label={t('access:readings.person')}>{name}</td>
                  <td data-label={t('access:readings.act')}>{t(`access:readings.acts.${act}`)}</td>
                  <td data-label={t('access:readings.address')}>
                    <code className="reading-address">{address}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      {before === null ? null : (
        <p>
          <a href={adminPaths.readings({ ...chosen, before: String(before) })}>
            {t('access:readings.earlier')}
          </a>
        </p>
      )}
    </>
  );
}
