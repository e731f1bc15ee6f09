import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FigureTrail, placeWords } from '../components/figure-trail/figure-trail.tsx';
import { resultsDatabase } from '../db.server.ts';
import { languageOf } from '../i18n/language.server.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import type { RouteHandle } from '../root.tsx';
import { figureReport } from '../use-cases/results/figure-report.server.ts';

export const handle: RouteHandle = { texts: ['public', 'results', 'method'], withoutScripts: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { wave = '', domain = '', indicator = '' } = params;
  const report = figureReport(resultsDatabase(), { waveId: wave, domain, indicator });
  if (!report) throw new Response(null, { status: 404 });
  const translator = serverTranslator(await languageOf(request));
  const name = report.name[translator.language];
  const title = translator.t('method:figure.pageTitle', { name, place: placeWords(translator, report) });
  return { title, report };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** How one published figure was made, for anyone. */
export default function PublicFigurePage() {
  const { report } = useLoaderData<typeof loader>();
  return <FigureTrail report={report} room="/public" />;
}
