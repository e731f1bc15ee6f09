import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '../components/desk/confirm-form.tsx';
import { WaveActPage } from '../components/desk/wave-act-page.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { formatNumber } from '../i18n/format.ts';
import { deskOf, doneWords, waveHead, waveOf } from './fieldwork/desk.server.ts';
import { startConfirmedJob } from './fieldwork/wave-acts.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const { database } = desk;
  const wave = waveOf(desk, params.wave);
  return {
    ...waveHead(desk, wave, 'fieldwork:destroy.title'),
    done: doneWords(desk, wave, 'identities-destroyed'),
    ready: wave.frozenAt !== null && wave.identitiesDestroyedAt === null,
    published: wave.status === 'published',
    people: database.waveFigures.ofWave(wave.waveId).drawn,
  };
}

export const meta = titleOfPage;

export const action = (sent: ActionFunctionArgs) => startConfirmedJob(sent, { act: 'destroy-identities' });

export default function Destroy() {
  const { ready, published, people, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useTranslator();
  return (
    <WaveActPage {...page} refused={refused}>
      <p>{t('fieldwork:destroy.what')}</p>
      {ready ? (
        <>
          {published ? null : <p className="notice">{t('fieldwork:destroy.unpublished')}</p>}
          <ConfirmForm
            waveId={page.waveId}
            act="destroy"
            consequence={t('fieldwork:destroy.consequence', {
              count: people,
              n: formatNumber(language, people),
            })}
            button={t('fieldwork:destroy.submit')}
            destructive
          />
        </>
      ) : (
        <p className="notice">{page.done ?? t('fieldwork:wave.notNow')}</p>
      )}
    </WaveActPage>
  );
}
