import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NothingPublished } from '../components/page/nothing-published.tsx';
import { CityReportView } from '../components/report/city-report-view.tsx';
import { resultsDatabase } from '../db.server.ts';
import { languageOf } from '../i18n/language.server.ts';
import { onlyLanguage } from '../i18n/only-language.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import { cityReport } from '../use-cases/results/city-report.server.ts';
import { waves } from '../use-cases/results/published-results.server.ts';
import { publicPaths } from './public/paths.ts';
import { chosenWave } from './results/room.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const database = resultsDatabase();
  const { t, language } = serverTranslator(await languageOf(request));
  const published = waves(database);
  const waveId = chosenWave(request, published)?.wave.waveId;
  const { searchParams } = new URL(request.url);
  const indicator = searchParams.get('indicator') || null;
  const report = waveId === undefined ? null : cityReport(database, { waveId, indicator });
  return {
    title: t(report ? 'results:city.pageTitle' : 'public:empty.title'),
    report: onlyLanguage(report, language),
    waveIds: published.map(({ wave }) => wave.waveId),
    isBridged: searchParams.get('bridge') === '1',
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The whole city for anyone: the same figures that city hall sees. */
export default function PublicCityPage() {
  const { report, waveIds, isBridged } = useLoaderData<typeof loader>();
  if (!report) return <NothingPublished />;
  return (
    <CityReportView
      report={report}
      waveIds={waveIds}
      isBridged={isBridged}
      links={{ self: publicPaths.city, map: publicPaths.results, room: publicPaths.results }}
    />
  );
}
