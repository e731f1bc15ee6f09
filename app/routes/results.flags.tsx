import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { FlagsView, flagsAnswer } from '../components/report/flags-view.tsx';
import { useTranslator } from '../i18n/context.tsx';
import type { RouteHandle } from '../root.tsx';
import { flagsReport } from '../use-cases/results/flag-list.server.ts';
import { districtPath, roomPaths } from './results/paths.ts';
import { chosenWave, roomOf } from './results/room.server.ts';

export const handle: RouteHandle = { texts: ['results'], withoutScripts: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, translator, waves } = await roomOf(request);
  const report = flagsReport(database, chosenWave(request, waves), waves);
  return { title: report ? flagsAnswer(translator, report) : translator.t('results:empty.title'), report };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function FlagsPage() {
  const { title, report } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  if (report) {
    return (
      <FlagsView title={title} report={report} links={{ self: roomPaths.flags, districtOf: districtPath }} />
    );
  }
  return (
    <>
      <h1>{title}</h1>
      <p className="notice">{t('results:empty.what')}</p>
    </>
  );
}
