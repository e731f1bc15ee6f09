import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NothingPublished } from '../components/page/nothing-published.tsx';
import { districtNumber } from '../components/report/district-number.ts';
import { DistrictReportView } from '../components/report/district-report-view.tsx';
import { resultsDatabase } from '../db.server.ts';
import { languageOf } from '../i18n/language.server.ts';
import { onlyLanguage } from '../i18n/only-language.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import { districtReport } from '../use-cases/results/district-report.server.ts';
import { waves } from '../use-cases/results/published-results.server.ts';
import { publicDistrictPath, publicPaths } from './public/paths.ts';
import { chosenWave } from './results/room.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const database = resultsDatabase();
  const { t, language } = serverTranslator(await languageOf(request));
  const published = waves(database);
  const district = districtNumber(params.district);
  if (district === null) throw new Response(null, { status: 404 });
  const waveId = chosenWave(request, published)?.wave.waveId;
  if (waveId === undefined) return { title: t('public:empty.title'), report: null, waveIds: [] };
  const indicator = new URL(request.url).searchParams.get('indicator') || null;
  const report = districtReport(database, { district, waveId, indicator });
  if (!report) throw new Response(null, { status: 404 });
  const place = `${report.district.numeral} ${report.district.name}`;
  return {
    title: t('results:district.title', { place }),
    report: onlyLanguage(report, language),
    waveIds: published.map(({ wave }) => wave.waveId),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** What is published of one district: the same figures that city hall sees. */
export default function PublicDistrictPage() {
  const { report, waveIds } = useLoaderData<typeof loader>();
  if (!report) return <NothingPublished />;
  const links = {
    self: publicDistrictPath(report.district.number),
    map: publicPaths.results,
    room: publicPaths.results,
  };
  return <DistrictReportView report={report} waveIds={waveIds} links={links} />;
}
