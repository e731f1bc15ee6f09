import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mapAnswer } from '../components/map/map-answer.ts';
import { MapView } from '../components/report/map-view.tsx';
import { useTranslator } from '../i18n/context.tsx';
import type { RouteHandle } from '../root.tsx';
import { districtOutlines } from '../use-cases/results/map/city-outline.server.ts';
import { mapReport } from '../use-cases/results/map/map-page.server.ts';
import { districtPath, flagsPath, roomPaths } from './results/paths.ts';
import { chosenWave, roomOf } from './results/room.server.ts';

/** A picture, a table and a form: the page needs no scripts. */
export const handle: RouteHandle = { texts: ['results'], withoutScripts: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, translator, waves } = await roomOf(request);
  const wanted = new URL(request.url).searchParams.get('indicator');
  const report = mapReport(database, chosenWave(request, waves), { waves, wanted });
  if (!report) return { title: translator.t('results:empty.title'), shown: null };
  return {
    title: mapAnswer(translator, report.reading),
    shown: { report, outline: districtOutlines() },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MapPage() {
  const { title, shown } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  if (!shown) {
    return (
      <>
        <h1>{title}</h1>
        <p className="notice">{t('results:empty.what')}</p>
      </>
    );
  }
  const links = { self: roomPaths.map, flagsOf: flagsPath, districtOf: districtPath };
  return <MapView title={title} {...shown} links={links} />;
}
