import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '../components/desk/confirm-form.tsx';
import { WaveActPage } from '../components/desk/wave-act-page.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { formatNumber } from '../i18n/format.ts';
import { fieldworkPaths } from '../paths/fieldwork.ts';
import { deleteWave } from '../use-cases/fieldwork/delete-wave.server.ts';
import { deskOf, waveHead, waveOf } from './fieldwork/desk.server.ts';
import { isConfirmed, refusal } from './fieldwork/wave-acts.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const { database } = desk;
  const wave = waveOf(desk, params.wave);
  const people = database.frames
    .framesOfWave(wave.waveId)
    .reduce((sum, { frameId }) => sum + database.frames.unitCount(frameId), 0);
  return {
    ...waveHead(desk, wave, 'fieldwork:delete.title'),
    planned: wave.status === 'planned',
    people,
  };
}

export const meta = titleOfPage;

export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const { waveId } = waveOf(desk, params.wave);
  if (!(await isConfirmed(request))) return refusal('not-confirmed');
  const deleted = await deleteWave(desk.database, waveId, desk.act);
  if (!deleted.ok) return refusal(deleted.reason);
  throw redirect(fieldworkPaths.waves, { status: 303 });
}

export default function Delete() {
  const { planned, people, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useTranslator();
  return (
    <WaveActPage {...page} refused={refused}>
      <p>{t('fieldwork:delete.what')}</p>
      {planned ? (
        <ConfirmForm
          waveId={page.waveId}
          act="delete"
          destructive
          consequence={t('fieldwork:delete.consequence', {
            count: people,
            n: formatNumber(language, people),
          })}
          button={t('fieldwork:delete.submit')}
        />
      ) : (
        <p className="notice">{t('fieldwork:refused.already-drawn')}</p>
      )}
    </WaveActPage>
  );
}
