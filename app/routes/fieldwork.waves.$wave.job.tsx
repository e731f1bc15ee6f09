import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { districts } from '#city/city.ts';
import type { JobRow } from '#db/fieldwork/queries/jobs.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import { JobFigures } from '../components/desk/job-figures.tsx';
import { useRefusal, WaveActPage } from '../components/desk/wave-act-page.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { formatNumber, formatShare } from '../i18n/format.ts';
import { wavePaths } from '../paths/fieldwork.ts';
import { jobResultOf } from '../use-cases/fieldwork/wave-jobs.server.ts';
import { waveStanding } from '../use-cases/fieldwork/wave-standing.server.ts';
import { type Desk, deskOf, waveHead, waveOf } from './fieldwork/desk.server.ts';
import { headersWithRefresh, refreshed } from './fieldwork/page-refresh.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await deskOf(request);
  const { database, act } = desk;
  const wave = waveOf(desk, params.wave);
  const job = database.jobs.newestOf(wave.waveId);
  if (!job) throw new Response(null, { status: 404 });
  const page = {
    ...waveHead(desk, wave, `fieldwork:job.title.${job.kind}`),
    kind: job.kind,
    status: job.status,
    seconds: Math.round(((job.status === 'running' ? act.now : job.updatedAt) - job.startedAt) / 1000),
    progress: job.status === 'running' ? progressOf(desk, wave, job) : null,
    result: jobResultOf(job),
  };
  return refreshed(page, job.status === 'running');
}

/** A draw counts the cases that it has written; other work is one step, of which only the time is known. */
function progressOf({ database, act }: Desk, wave: WaveRow, { kind }: JobRow) {
  if (kind !== 'draw') return null;
  const { sizes, figures } = waveStanding(database, wave, act.now);
  const total = (sizes.main + sizes.replicate * wave.reserveReplicates) * districts.length;
  return { done: figures.drawn, total };
}

export const meta = titleOfPage;

export const headers = headersWithRefresh;

export default function Job() {
  const { progress, result, ...page } = useLoaderData<typeof loader>();
  const { t, language } = useTranslator();
  const refusal = useRefusal();
  const seconds = { count: page.seconds, n: formatNumber(language, page.seconds) };
  return (
    <WaveActPage {...page}>
      {page.status === 'running' ? (
        <>
          <p>{t(`fieldwork:job.running.${page.kind}`)}</p>
          {progress ? (
            <>
              <progress
                className="job-progress"
                aria-label={page.title}
                max={progress.total}
                value={progress.done}
              />
              <p className="big-figure" role="status">
                {t('fieldwork:job.progress', {
                  done: formatNumber(language, progress.done),
                  total: formatNumber(language, progress.total),
                  share: formatShare(language, progress.done / progress.total, 0),
                })}
              </p>
            </>
          ) : null}
          <p>{t('fieldwork:job.time', seconds)}</p>
          <p>
            {t('fieldwork:job.what')} <a href={wavePaths(page.waveId).job}>{t('fieldwork:job.refresh')}</a>
          </p>
        </>
      ) : null}
      {page.status === 'done' ? (
        <div className="notice done" role="status">
          <p>{t('fieldwork:job.done', seconds)}</p>
          <JobFigures kind={page.kind} figures={result} />
        </div>
      ) : null}
      {page.status === 'refused' ? (
        <div className="error-summary">
          <h2>{t('fieldwork:job.refused')}</h2>
          <p>{refusal({ reason: String(result.reason), detail: result })}</p>
        </div>
      ) : null}
      {page.status === 'failed' ? (
        <div className="error-summary">
          <h2>{t('fieldwork:job.failed.title')}</h2>
          <p>{t('fieldwork:job.failed.what')}</p>
        </div>
      ) : null}
    </WaveActPage>
  );
}
