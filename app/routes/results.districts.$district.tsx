import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { districtNumber } from '../components/report/district-number.ts';
import { DistrictReportView } from '../components/report/district-report-view.tsx';
import { useTranslator } from '../i18n/context.tsx';
import { onlyLanguage } from '../i18n/only-language.ts';
import { districtReport } from '../use-cases/results/district-report.server.ts';
import { districtPath, roomPaths } from './results/paths.ts';
import { chosenWave, roomOf } from './results/room.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { database, translator, waves } = await roomOf(request);
  const district = districtNumber(params.district);
  if (district === null) throw new Response(null, { status: 404 });
  const waveId = chosenWave(request, waves)?.wave.waveId;
  if (waveId === undefined) return { title: translator.t('results:empty.title'), report: null, waveIds: [] };
  const indicator = new URL(request.url).searchParams.get('indicator') || null;
  const report = districtReport(database, { district, waveId, indicator });
  if (!report) throw new Response(null, { status: 404 });
  const place = `${report.district.numeral} ${report.district.name}`;
  return {
    title: translator.t('results:district.title', { place }),
    report: onlyLanguage(report, translator.language),
    waveIds: waves.map(({ wave }) => wave.waveId),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** City hall's page of one district. */
export default function DistrictPage() {
  const { title, report, waveIds } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  if (!report) {
    return (
      <>
        <h1>{title}</h1>
        <p className="notice">{t('results:empty.what')}</p>
      </>
    );
  }
  const links = { self: districtPath(report.district.number), map: roomPaths.map, room: roomPaths.map };
  return <DistrictReportView report={report} waveIds={waveIds} links={links} />;
}
