import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CityReportView } from '../components/report/city-report-view.tsx';
import { useTranslator } from '../i18n/context.tsx';
import { onlyLanguage } from '../i18n/only-language.ts';
import { cityReport } from '../use-cases/results/city-report.server.ts';
import { roomPaths } from './results/paths.ts';
import { chosenWave, roomOf } from './results/room.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, translator, waves } = await roomOf(request);
  const waveId = chosenWave(request, waves)?.wave.waveId;
  const { searchParams } = new URL(request.url);
  const indicator = searchParams.get('indicator') || null;
  const report = waveId === undefined ? null : cityReport(database, { waveId, indicator });
  return {
    title: translator.t(report ? 'results:city.pageTitle' : 'results:empty.title'),
    report: onlyLanguage(report, translator.language),
    waveIds: waves.map(({ wave }) => wave.waveId),
    isBridged: searchParams.get('bridge') === '1',
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** City hall's page of the whole city, with the figures published before the platform. */
export default function CityPage() {
  const { title, report, waveIds, isBridged } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  if (!report) {
    return (
      <>
        <h1>{title}</h1>
        <p className="notice">{t('results:empty.what')}</p>
      </>
    );
  }
  return (
    <CityReportView
      report={report}
      waveIds={waveIds}
      isBridged={isBridged}
      links={{ self: roomPaths.city, map: roomPaths.map, room: roomPaths.map }}
    />
  );
}
