import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NothingPublished } from '../components/page/nothing-published.tsx';
import { FlagsView, flagsAnswer } from '../components/report/flags-view.tsx';
import { resultsDatabase } from '../db.server.ts';
import { languageOf } from '../i18n/language.server.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import type { RouteHandle } from '../root.tsx';
import { flagsReport } from '../use-cases/results/flag-list.server.ts';
import { waves } from '../use-cases/results/published-results.server.ts';
import { publicDistrictPath, publicPaths } from './public/paths.ts';
import { chosenWave } from './results/room.server.ts';

export const handle: RouteHandle = { texts: ['public', 'results'], withoutScripts: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const database = resultsDatabase();
  const translator = serverTranslator(await languageOf(request));
  const published = waves(database);
  const report = flagsReport(database, chosenWave(request, published), published);
  return { title: report ? flagsAnswer(translator, report) : translator.t('public:empty.title'), report };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Where the city should act, for anyone. */
export default function PublicFlagsPage() {
  const { title, report } = useLoaderData<typeof loader>();
  if (!report) return <NothingPublished />;
  return (
    <FlagsView
      title={title}
      report={report}
      links={{ self: publicPaths.flags, districtOf: publicDistrictPath }}
    />
  );
}
