import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mapAnswer } from '../components/map/map-answer.ts';
import { NothingPublished } from '../components/page/nothing-published.tsx';
import { MapView } from '../components/report/map-view.tsx';
import { resultsDatabase } from '../db.server.ts';
import { languageOf } from '../i18n/language.server.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import type { RouteHandle } from '../root.tsx';
import { districtOutlines } from '../use-cases/results/map/city-outline.server.ts';
import { mapReport } from '../use-cases/results/map/map-page.server.ts';
import { waves } from '../use-cases/results/published-results.server.ts';
import { publicDistrictPath, publicFlagsPath, publicPaths } from './public/paths.ts';
import { chosenWave } from './results/room.server.ts';

export const handle: RouteHandle = { texts: ['public', 'results'], withoutScripts: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const database = resultsDatabase();
  const translator = serverTranslator(await languageOf(request));
  const published = waves(database);
  const wanted = new URL(request.url).searchParams.get('indicator');
  const report = mapReport(database, chosenWave(request, published), { waves: published, wanted });
  if (!report) return { title: translator.t('public:empty.title'), shown: null };
  return {
    title: mapAnswer(translator, report.reading),
    shown: { report, outline: districtOutlines() },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The map for anyone: the same figures that city hall sees. */
export default function PublicMapPage() {
  const { title, shown } = useLoaderData<typeof loader>();
  if (!shown) return <NothingPublished />;
  const links = { self: publicPaths.results, flagsOf: publicFlagsPath, districtOf: publicDistrictPath };
  return <MapView title={title} {...shown} links={links} />;
}
