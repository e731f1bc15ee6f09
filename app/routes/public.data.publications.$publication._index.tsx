import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { TableLinks } from '../components/exports/table-links.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { waveWords } from '../components/page/wave-words.ts';
import { useTranslator } from '../i18n/context.tsx';
import { publicationFacts } from '../papers/publication-words.ts';
import { publicPaths } from '../paths/public.ts';
import type { RouteHandle } from '../root.tsx';
import { anyone } from './public/anyone.server.ts';
import { readPermanent } from './results/permanent.server.ts';

export const handle: RouteHandle = { texts: ['public', 'results', 'exports'], withoutScripts: true };

export async function loader(asked: LoaderFunctionArgs) {
  const { translator, publication, cited, replacedBy, sha256 } = await readPermanent(asked, anyone);
  const { publicationId, wave, replaces, correctionNote, estimates } = publication;
  const example = estimates.find(({ value }) => value !== null);
  return {
    title: translator.t('exports:publication.title', {
      publication: publicationId,
      wave: waveWords(translator, wave),
    }),
    publicationId,
    waveId: wave.waveId,
    replaces,
    correctionNote,
    replacedBy,
    sha256,
    facts: publicationFacts(translator, cited),
    example: example ? publicPaths.publicationFigure(publicationId, example.domain, example.indicator) : null,
  };
}

export const meta = titleOfPage;

/** One publication under its permanent address. */
export default function PublicationPage() {
  const { title, publicationId, waveId, replaces, correctionNote, replacedBy, sha256, facts, example } =
    useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <article>
      <h1>{title}</h1>
      {replacedBy ? (
        <p className="notice">
          {replacedBy.note === null
            ? t('exports:publication.replacedNoNote', { publication: replacedBy.publicationId })
            : t('exports:publication.replaced', {
                publication: replacedBy.publicationId,
                note: replacedBy.note,
              })}{' '}
          <a href={publicPaths.publication(replacedBy.publicationId)}>
            {t('exports:publication.toNewer', { publication: replacedBy.publicationId })}
          </a>
        </p>
      ) : null}
      <p className="lead">{t('exports:publication.lead')}</p>
      {replaces === null ? null : (
        <p>
          {t('exports:publication.replaces', { publication: replaces, note: correctionNote ?? '' })}{' '}
          <a href={publicPaths.publication(replaces)}>
            {t('exports:publication.toNewer', { publication: replaces })}
          </a>
        </p>
      )}
      <h2>{t('exports:publication.facts')}</h2>
      <dl className="facts">
        {facts.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="digest">{words}</dd>
          </div>
        ))}
      </dl>
      <h2>{t('exports:links.tables')}</h2>
      <TableLinks paths={publicPaths} publicationId={publicationId} />
      <p>
        <a href={publicPaths.dataPackage(publicationId)} download>
          {t('exports:publication.package')}
        </a>
        {replacedBy ? null : (
          <>
            {' · '}
            <a href={publicPaths.publicationFile(waveId)} download>
              {t('exports:publication.document')}
            </a>
          </>
        )}
      </p>
      <p className="source-note">
        SHA-256: <code className="digest">{sha256}</code>
      </p>
      {example ? (
        <>
          <h2>{t('exports:publication.figure')}</h2>
          <p>
            {t('exports:publication.figureWhat', { address: '' })}
            <a className="digest" href={example}>
              {example}
            </a>
          </p>
        </>
      ) : null}
    </article>
  );
}
