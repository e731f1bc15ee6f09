import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FigureTrail, placeWords } from '../components/figure-trail/figure-trail.tsx';
import type { RouteHandle } from '../root.tsx';
import { figureReport } from '../use-cases/results/figure-report.server.ts';
import { roomOf } from './results/room.server.ts';

export const handle: RouteHandle = { texts: ['results', 'method'], withoutScripts: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { database, translator } = await roomOf(request);
  const { wave = '', domain = '', indicator = '' } = params;
  const report = figureReport(database, { waveId: wave, domain, indicator });
  if (!report) throw new Response(null, { status: 404 });
  const name = report.name[translator.language];
  const title = translator.t('method:figure.pageTitle', { name, place: placeWords(translator, report) });
  return { title, report };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** How one published figure was made, in city hall's room. */
export default function FigurePage() {
  const { report } = useLoaderData<typeof loader>();
  return <FigureTrail report={report} room="/results" />;
}
