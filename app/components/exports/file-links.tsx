import { useTranslator } from '../../i18n/context.tsx';
import { publicPaths } from '../../paths/public.ts';
import type { ReportChoice } from '../../paths/report.ts';
import { TableLinks, type TableLinksProps } from './table-links.tsx';

interface FileLinksProps extends TableLinksProps {
  /** The pictures that the page shows, and what of. */
  pictures?: readonly ('map' | 'places' | 'trend' | 'parts')[];
  shown?: ReportChoice & { district?: string };
  /** The page on paper. */
  paper?: string | undefined;
}

/** What a page shows as files, folded at its end, with the permanent address of its figures. */
export function FileLinks({ publicationId, pictures = [], shown = {}, paper, ...tables }: FileLinksProps) {
  const { t } = useTranslator();
  return (
    <details className="file-links">
      <summary>{t('exports:links.files')}</summary>
      {paper ? (
        <p>
          <a href={paper} download>
            {t('exports:paper.link')}
          </a>
        </p>
      ) : null}
      <TableLinks publicationId={publicationId} {...tables} />
      {pictures.length > 0 ? (
        <ul className="table-links">
          {pictures.map((picture) => (
            <li key={picture}>
              {t(`exports:picture.${picture}`)}:{' '}
              {(['svg', 'png'] as const).map((form, index) => (
                <span key={form}>
                  {index > 0 ? ' · ' : ''}
                  <a href={tables.paths.picture(`${picture}.${form}`, shown)} download>
                    <span className="visually-hidden">{t(`exports:picture.${picture}`)}: </span>
                    {t(`exports:form.${form}`)}
                  </a>
                </span>
              ))}
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        <a href={publicPaths.publication(publicationId)}>{t('exports:links.permanent')}</a>
      </p>
    </details>
  );
}
