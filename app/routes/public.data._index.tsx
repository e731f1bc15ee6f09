import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NothingPublished } from '../components/page/nothing-published.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { TableBox } from '../components/page/table-box.tsx';
import { waveIdWords } from '../components/page/wave-words.ts';
import { useTranslator } from '../i18n/context.tsx';
import { formatDay, formatNumber } from '../i18n/format.ts';
import { publicPaths } from '../paths/public.ts';
import type { RouteHandle } from '../root.tsx';
import { figureColumnNames } from '../use-cases/results/exports/figure-table.ts';
import { waves } from '../use-cases/results/published/published-results.server.ts';
import { anyone } from './public/anyone.server.ts';

export const handle: RouteHandle = { texts: ['public', 'results', 'exports'], withoutScripts: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, translator } = await anyone(request);
  const published = waves(database);
  return {
    title: translator.t(published.length > 0 ? 'public:data.title' : 'public:empty.title'),
    published,
    explained: figureColumnNames,
  };
}

export const meta = titleOfPage;

/** Open data: every publication as the city received it, and its figures for a spreadsheet. */
export default function DataPage() {
  const { title, published, explained } = useLoaderData<typeof loader>();
  const translator = useTranslator();
  const { t, language } = translator;
  if (published.length === 0) return <NothingPublished to="anyone" />;
  const columns = t('public:data.columns');
  return (
    <article>
      <h1>{title}</h1>
      <p className="lead">{t('public:data.lead')}</p>
      <TableBox label={title}>
        <table className="stacked">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {(['wave', 'publication', 'respondents', 'figures', 'document', 'digest'] as const).map(
                (column) => (
                  <th key={column} scope="col">
                    {t(`public:data.column.${column}`)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {published.map(({ wave, publicationId, sha256, replaced }) => (
              <tr key={publicationId}>
                <th scope="row">{waveIdWords(translator, wave.waveId)}</th>
                <td data-label={t('public:data.column.publication')}>
                  <a href={publicPaths.publication(publicationId)}>{publicationId}</a>,{' '}
                  {formatDay(language, wave.publishedOn)}
                  {replaced ? (
                    <>
                      <br />
                      <a className="soft" href={publicPaths.publication(replaced.publicationId)}>
                        {t('results:wave.replaced', {
                          publication: replaced.publicationId,
                          note: replaced.note ?? '',
                        })}
                      </a>
                    </>
                  ) : null}
                </td>
                <td className="number" data-label={t('public:data.column.respondents')}>
                  {formatNumber(language, wave.respondents)}
                </td>
                <td data-label={t('public:data.column.figures')}>
                  <a href={publicPaths.table(publicationId, 'figures.csv')} download>
                    {t('public:data.csv', { wave: wave.waveId })}
                  </a>
                  <br />
                  <a href={publicPaths.publication(publicationId)}>{t('exports:links.tables')}</a>
                </td>
                <td data-label={t('public:data.column.document')}>
                  <a href={publicPaths.publicationFile(wave.waveId)} download>
                    {t('public:data.json', { wave: wave.waveId })}
                  </a>
                </td>
                <td data-label={t('public:data.column.digest')}>
                  <code className="digest">{sha256}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <p className="source-note">{t('public:data.digestWhat')}</p>
      {[...new Set(published.map(({ signedWith }) => signedWith))].map((fingerprint) => (
        <p key={fingerprint} className="source-note digest">
          {t('public:data.signedWith', { fingerprint })}
        </p>
      ))}
      <h2>{columns}</h2>
      <p>{t('public:data.columnsWhat')}</p>
      <TableBox label={columns}>
        <table className="stacked">
          <caption className="visually-hidden">{columns}</caption>
          <thead>
            <tr>
              <th scope="col">{t('public:data.name')}</th>
              <th scope="col">{t('public:data.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {explained.map((column) => (
              <tr key={column}>
                <th scope="row">
                  <code>{column}</code>
                </th>
                <td>{t(`public:data.explained.${column}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </article>
  );
}
