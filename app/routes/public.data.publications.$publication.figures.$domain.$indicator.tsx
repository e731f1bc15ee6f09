import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { estimateWords, qualityWords } from '../components/charts/figure-words.ts';
import { placeWords } from '../components/figure-trail/figure-trail.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { formatNumber } from '../i18n/format.ts';
import { publicationFacts, replacedWords } from '../papers/publication-words.ts';
import { publicPaths } from '../paths/public.ts';
import type { RouteHandle } from '../root.tsx';
import { figurePlace } from '../use-cases/results/figure-report.server.ts';
import { anyone } from './public/anyone.server.ts';
import { publicOrigin, readPermanent } from './results/permanent.server.ts';

export const handle: RouteHandle = {
  texts: ['public', 'results', 'method', 'exports'],
  withoutScripts: true,
};

export async function loader(asked: LoaderFunctionArgs) {
  const { translator, publication, cited, replacedBy } = await readPermanent(asked, anyone);
  const { domain = '' } = asked.params;
  const indicator = publication.indicators.find(({ id }) => id === asked.params.indicator);
  const estimate = publication.estimates.find(
    (figure) => figure.domain === domain && figure.indicator === indicator?.id,
  );
  if (!indicator || !estimate) throw new Response(null, { status: 404 });
  const { language, t } = translator;
  const own = publicPaths.publicationFigure(publication.publicationId, domain, indicator.id);
  const address = `${publicOrigin(asked.request)}${own}`;
  const remark = qualityWords(translator, estimate);
  return {
    title: t('exports:figure.title', {
      name: indicator.name[language],
      place: placeWords(translator, figurePlace(domain)),
      value: estimateWords(translator, indicator.kind, estimate),
    }),
    replaced: replacedBy
      ? { publicationId: replacedBy.publicationId, words: replacedWords(translator, replacedBy) }
      : null,
    facts: [
      [t('exports:figure.base'), indicator.base[language]],
      ['n', estimate.n === null ? '–' : formatNumber(language, estimate.n)],
      ...(remark === null ? [] : [[t('exports:figure.quality'), remark]]),
      ...publicationFacts(translator, { ...cited, address }).filter(
        ([name]) => name !== t('exports:about.respondents'),
      ),
    ],
    publication: publicPaths.publication(publication.publicationId),
    trail: replacedBy
      ? null
      : publicPaths.figure({ wave: publication.wave.waveId, domain, indicator: indicator.id }),
  };
}

export const meta = titleOfPage;

/** One figure of one publication under its permanent address. */
export default function PermanentFigurePage() {
  const { title, replaced, facts, publication, trail } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <article>
      <h1>{title}</h1>
      {replaced ? (
        <p className="notice">
          {replaced.words}{' '}
          <a href={publicPaths.publication(replaced.publicationId)}>
            {t('exports:publication.toNewer', { publication: replaced.publicationId })}
          </a>
        </p>
      ) : null}
      <dl className="facts">
        {facts.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p>
        {trail ? (
          <>
            <a href={trail}>{t('exports:figure.trail')}</a>
            {' · '}
          </>
        ) : null}
        <a href={publication}>{t('exports:figure.whole')}</a>
      </p>
    </article>
  );
}
