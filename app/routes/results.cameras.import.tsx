import { rm } from 'node:fs/promises';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { city } from '#city/city.ts';
import { RegisterUpload } from '../components/cameras/import/register-upload.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { ProblemSummary } from '../components/page/problem-summary.tsx';
import { useTranslator } from '../i18n/context.tsx';
import { formatInstant } from '../i18n/format.ts';
import { cameraPaths } from '../paths/cameras.ts';
import type { RouteHandle } from '../root.tsx';
import { largestRegister } from '../server/upload-limits.ts';
import { receiveFile } from '../server/uploads.server.ts';
import { stageRegister } from '../use-cases/results/cameras/stage-register.server.ts';
import { cameraDesk } from './results/camera-desk.server.ts';

export const handle: RouteHandle = { texts: ['results', 'cameras'], withoutScripts: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, translator } = await cameraDesk(request);
  const waiting = database.cameras.waiting().map(({ uploadedAt, ...file }) => ({
    ...file,
    at: formatInstant(translator.language, uploadedAt, city.timeZone),
  }));
  return {
    title: translator.t('cameras:import.title'),
    waiting,
    most: largestRegister / 1024 / 1024,
  };
}

export const meta = titleOfPage;

export async function action({ request }: ActionFunctionArgs) {
  const { database, act } = await cameraDesk(request);
  const file = await receiveFile(request, { field: 'register', mostBytes: largestRegister });
  if (!file.ok) {
    const status = file.reason === 'file-too-large' ? 413 : file.reason === 'upload-broken' ? 400 : 422;
    return data({ reason: file.reason, line: null }, { status });
  }
  try {
    const staged = await stageRegister(database, file, act);
    if (staged.ok) throw redirect(cameraPaths.waiting(staged.importId), { status: 303 });
    return data({ reason: staged.reason, line: Number(staged.detail?.line ?? 0) || null }, { status: 422 });
  } finally {
    await rm(file.path, { force: true });
  }
}

/** Where a camera register is handed in. */
export default function ImportPage() {
  const { title, waiting, most } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslator();
  const refusal = refused
    ? t(`cameras:import.refused.${refused.reason}`, { most, line: refused.line ?? '–' })
    : null;
  return (
    <>
      {refusal ? <ProblemSummary text={refusal} field="register" /> : null}
      <p className="way-back">
        <a href={cameraPaths.cameras()}>{t('cameras:back')}</a>
      </p>
      <h1>{title}</h1>
      <RegisterUpload waiting={waiting} most={most} />
    </>
  );
}
