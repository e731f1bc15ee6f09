import { useTranslator } from '../../i18n/context.tsx';
import type { ReportPaths } from '../../paths/report.ts';
import { FormLinks } from './form-links.tsx';

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
            <FormLinks
              title={t(`exports:table.${table}`)}
              name={table}
              linkOf={(file) => paths.table(publicationId, file, indicator)}
            />
          </li>
        ))}
      </ul>
      <p className="source-note">{t('exports:links.dialects')}</p>
    </>
  );
}
