import { useTranslator } from '../../i18n/context.tsx';
import { publicPaths } from '../../paths/public.ts';
import { TableLinks, type TableLinksProps } from './table-links.tsx';

/** What a page shows as files, folded at its end, with the permanent address of its figures. */
export function FileLinks({ publicationId, ...tables }: TableLinksProps) {
  const { t } = useTranslator();
  return (
    <details className="file-links">
      <summary>{t('exports:links.files')}</summary>
      <TableLinks publicationId={publicationId} {...tables} />
      <p>
        <a href={publicPaths.publication(publicationId)}>{t('exports:links.permanent')}</a>
      </p>
    </details>
  );
}
