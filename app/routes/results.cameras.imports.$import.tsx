import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { city } from '#city/city.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import { ImportPreview } from '../components/cameras/import/import-preview.tsx';
import { ImportSettingsForm } from '../components/cameras/import/import-settings-form.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { ProblemSummary } from '../components/page/problem-summary.tsx';
import { useTranslator } from '../i18n/context.tsx';
import { formatInstant } from '../i18n/format.ts';
import { cameraPaths } from '../paths/cameras.ts';
import type { RouteHandle } from '../root.tsx';
import { isDemonstration } from '../server/demonstration.server.ts';
import {
  acceptImport,
  cancelImport,
  saveSettings,
} from '../use-cases/results/cameras/decide-import.server.ts';
import { importPage } from '../use-cases/results/cameras/import-page.server.ts';
import { cameraDesk, fieldsOf } from './results/camera-desk.server.ts';
import { settingsOfForm } from './results/camera-forms.server.ts';

export const handle: RouteHandle = { texts: ['results', 'cameras'], withoutScripts: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { database, translator } = await cameraDesk(request);
  const page = importPage(database, importIdOf(params.import));
  if (!page) throw new Response(null, { status: 404 });
  return { title: translator.t('cameras:import.titleOf', { file: page.fileName }), page };
}

export const meta = titleOfPage;

export async function action({ request, params }: ActionFunctionArgs) {
  const { database, act, translator } = await cameraDesk(request);
  const importId = importIdOf(params.import);
  const fields = await fieldsOf(request);
  const waiting = { importId, revision: fields.number('revision') };
  const kind = fields.text('act');
  if (kind === 'cancel') {
    cancelImport(database, importId);
    throw redirect(cameraPaths.import, { status: 303 });
  }
  if (kind !== 'save' && kind !== 'accept') throw new Response(null, { status: 400 });
  const today = dayIn(act.now, city.timeZone);
  const answer =
    kind === 'save'
      ? saveSettings(database, waiting, settingsOfForm(fields), act)
      : acceptImport(database, waiting, { today, synthetic: isDemonstration() }, act);
  if (answer.ok) {
    const to = kind === 'save' ? cameraPaths.waiting(importId) : cameraPaths.cameras('imported');
    throw redirect(to, { status: 303 });
  }
  if (answer.reason === 'unknown-import') throw new Response(null, { status: 404 });
  const isOvertaken = answer.reason === 'changed-meanwhile';
  return data(
    {
      reason: answer.reason,
      by: isOvertaken ? answer.by : '',
      at: isOvertaken ? formatInstant(translator.language, answer.at, city.timeZone) : '',
      typed: kind === 'save' ? settingsOfForm(fields) : null,
    },
    { status: isOvertaken ? 409 : 422 },
  );
}

/** A file that waits to become the register: what its columns hold, what is kept, and what is wrong. */
export default function WaitingImportPage() {
  const { title, page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslator();
  return (
    <>
      {refused ? (
        <ProblemSummary
          text={t(`cameras:import.undone.${refused.reason}`, { by: refused.by, at: refused.at })}
        />
      ) : null}
      <p className="way-back">
        <a href={cameraPaths.import}>{t('cameras:import.back')}</a>
      </p>
      <h1>{title}</h1>
      <ImportSettingsForm page={page} typed={refused?.typed ?? null} />
      <ImportPreview page={page} />
    </>
  );
}

function importIdOf(text: string | undefined): number {
  return /^\d{1,15}$/.test(text ?? '') ? Number(text) : -1;
}
