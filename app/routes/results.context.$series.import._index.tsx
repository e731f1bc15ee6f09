import { readFile, rm } from 'node:fs/promises';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import iconv from 'iconv-lite';
import { BringFile, FileFaults } from '../components/context/bring-file.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { contextPaths } from '../paths/context.ts';
import type { RouteHandle } from '../root.tsx';
import { largestTable } from '../server/upload-limits.ts';
import { receiveFile } from '../server/uploads.server.ts';
import { stageState } from '../use-cases/results/context/stage-state.server.ts';
import { inspectTextFile } from '../use-cases/text-files/inspect-text-file.server.ts';
import { contextDesk } from './results/context-desk.server.ts';

export const handle: RouteHandle = { texts: ['results', 'context'], withoutScripts: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { database, translator } = await contextDesk(request);
  const series = database.contextSeries.byId(params.series ?? '');
  if (!series) throw new Response(null, { status: 404 });
  const name = translator.language === 'pl' ? series.name : series.nameEnglish;
  return { title: translator.t('context:import.title', { name }), series };
}

export const meta = titleOfPage;

export async function action({ request, params }: ActionFunctionArgs) {
  const { database, act } = await contextDesk(request);
  const seriesId = params.series ?? '';
  if (!database.contextSeries.byId(seriesId)) throw new Response(null, { status: 404 });
  const file = await receiveFile(request, { field: 'table', mostBytes: largestTable });
  if (!file.ok) {
    const status = file.reason === 'file-too-large' ? 413 : file.reason === 'upload-broken' ? 400 : 422;
    return data({ reason: file.reason, faults: [], count: 0 }, { status });
  }
  try {
    const inspected = await inspectTextFile(file.path);
    if (!inspected.ok) return data({ reason: inspected.reason, faults: [], count: 0 }, { status: 422 });
    const text = iconv.decode(await readFile(file.path), inspected.encoding);
    const staged = stageState(database, { seriesId, fileName: file.fileName, text, note: '' }, act);
    if (staged.ok) return redirect(contextPaths.staged(seriesId, staged.state), { status: 303 });
    if (staged.reason !== 'faulty')
      return data({ reason: staged.reason, faults: [], count: 0 }, { status: 422 });
    return data({ reason: staged.reason, faults: staged.faults, count: staged.count }, { status: 422 });
  } finally {
    await rm(file.path, { force: true });
  }
}

/** Takes a file of a series. */
export default function BringFilePage() {
  const { title, series } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslator();
  return (
    <>
      <p className="way-back">
        <a href={contextPaths.series(series.seriesId)}>{t('context:import.back')}</a>
      </p>
      <h1>{title}</h1>
      {refused ? <FileFaults {...refused} /> : null}
      <BringFile series={series} />
    </>
  );
}
