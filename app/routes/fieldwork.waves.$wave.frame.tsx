import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FrameErrors } from '../components/desk/frame-errors.tsx';
import { CheckingFrame, FrameUploadForm, StagedFrame } from '../components/desk/frame-stages.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { ProblemSummary } from '../components/page/problem-summary.tsx';
import { useTranslator } from '../i18n/context.tsx';
import { formatNumber } from '../i18n/format.ts';
import { wavePaths } from '../paths/fieldwork.ts';
import { largestExtract } from '../server/upload-limits.ts';
import { frameErrorsOf, frameStanding, peselIds } from '../use-cases/fieldwork/frame/frame-standing.ts';
import { deskOf, waveOf } from './fieldwork/desk.server.ts';
import { decideFrame, uploadFrame } from './fieldwork/frame-upload.server.ts';
import { headersWithRefresh, refreshed } from './fieldwork/page-refresh.ts';

/** People of a file that are shown before it is accepted. */
const shownPeople = 3;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const { database, translator } = desk;
  const wave = waveOf(desk, params.wave);
  const { inHand, turnedDown } = frameStanding(database, wave.waveId);
  const page = {
    title: translator.t('fieldwork:frame.title'),
    waveId: wave.waveId,
    open: wave.status === 'planned',
    most: largestExtract / 1024 / 1024,
    frame: inHand,
    turnedDown: turnedDown ? { ...turnedDown, errors: frameErrorsOf(turnedDown) } : null,
    peselCount: inHand?.status === 'staged' ? peselIds(database, inHand.frameId) : 0,
    people: inHand?.status === 'staged' ? database.frames.glimpse(inHand.frameId, shownPeople) : [],
    districts: inHand?.status === 'staged' ? database.frames.districtCounts(inHand.frameId) : [],
  };
  return refreshed(page, inHand?.status === 'checking');
}

export const meta = titleOfPage;

export const headers = headersWithRefresh;

export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const wave = waveOf(desk, params.wave);
  const isUpload = request.headers.get('Content-Type')?.startsWith('multipart/form-data');
  return isUpload ? uploadFrame(request, desk, wave) : decideFrame(request, desk, wave);
}

export default function Frame() {
  const { title, waveId, open, most, frame, turnedDown, peselCount, people, districts } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useTranslator();
  const refusal = refused ? t(`fieldwork:frame.refused.${refused.reason}`, { most }) : null;
  const waiting = frame?.status === 'checking' || frame?.status === 'staged';
  const paths = wavePaths(waveId);
  return (
    <>
      {refusal ? <ProblemSummary text={refusal} field={open && !waiting ? 'extract' : null} /> : null}
      <p className="way-back">
        <a href={paths.wave}>{t('fieldwork:wave.back')}</a>
      </p>
      <h1>{title}</h1>
      {frame?.status === 'checking' ? <CheckingFrame path={paths.frame} frame={frame} /> : null}
      {frame?.status === 'staged' ? (
        <StagedFrame {...{ path: paths.frame, frame, peselIds: peselCount, people, districts }} />
      ) : null}
      {turnedDown?.status === 'refused' && open ? <FrameErrors frame={turnedDown} /> : null}
      {turnedDown?.status === 'cancelled' && open ? (
        <p className="notice">{t('fieldwork:frame.cancelled', { file: turnedDown.fileName })}</p>
      ) : null}
      {frame?.status === 'processed' ? (
        <p className="notice done">
          {t('fieldwork:frame.processed', {
            file: frame.fileName,
            count: frame.rowCount,
            n: formatNumber(language, frame.rowCount),
          })}
        </p>
      ) : null}
      {open && !waiting ? (
        <FrameUploadForm path={paths.frame} most={most} again={frame !== null || turnedDown !== null} />
      ) : null}
      {open ? null : <p>{t('fieldwork:frame.drawnAlready')}</p>}
    </>
  );
}
