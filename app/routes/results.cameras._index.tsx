import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CameraReportView } from '../components/cameras/camera-report-view.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import type { RouteHandle } from '../root.tsx';
import { cameraReport } from '../use-cases/results/cameras/camera-report.server.ts';
import { cameraReader } from './results/camera-desk.server.ts';

/** Pictures, tables and links: the page needs no scripts. */
export const handle: RouteHandle = { texts: ['results', 'cameras'], withoutScripts: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, translator, mayEdit } = await cameraReader(request);
  const done = new URL(request.url).searchParams.get('done');
  return {
    title: translator.t('cameras:title'),
    report: cameraReport(database),
    mayEdit,
    isImported: done === 'imported',
  };
}

export const meta = titleOfPage;

/** Cameras of the city: how many, whose, where, and what is proposed. */
export default function CamerasPage() {
  const { title, report, mayEdit, isImported } = useLoaderData<typeof loader>();
  return <CameraReportView {...{ title, report, mayEdit, isImported }} />;
}
