import { useTranslator } from '../../i18n/context.tsx';
import type { ReportPaths } from '../../paths/report.ts';

const forms = { csv: '.csv', csvSemicolon: '-semicolon.csv', xlsx: '.xlsx' } as const;

export interface TableLinksProps {
  paths: ReportPaths;
  publicationId: string;
  /** The tables that are linked: all of them, or those that the page shows. */
  tables?: readonly ('figures' | 'flags' | 'places' | 'districts')[];
  /** Of which indicator the table of districts is. */
  indicator?: string;
}

/** Every form of a publication's tables, a line a table. */
export function TableLinks({
  paths,
  publicationId,
  tables = ['figures', 'flags', 'places'],
  indicator,
}: TableLinksProps) {
  const { t } = useTranslator();
  return (
    <>
      <ul className="table-links">
        {tables.map((table) => (
          <li key={table}>
            {t(`exports:table.${table}`)}:{' '}
            {Object.entries(forms).map(([form, ending], index) => (
              <span key={form}>
                {index > 0 ? ' · ' : ''}
                <a href={paths.table(publicationId, `${table}${ending}`, indicator)} download>
                  <span className="visually-hidden">{t(`exports:table.${table}`)}: </span>
                  {t(`exports:form.${form}`)}
                </a>
              </span>
            ))}
          </li>
        ))}
      </ul>
      <p className="source-note">{t('exports:links.dialects')}</p>
    </>
  );
}
