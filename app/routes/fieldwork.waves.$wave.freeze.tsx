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
  const closed = wave.status === 'closed';
  return {
    ...waveHead(desk, wave, 'fieldwork:freeze.title'),
    done: doneWords(desk, wave, 'wave-frozen'),
    closed,
    responses: closed ? database.sealedResponses.count(wave.waveId) : 0,
    empty: closed && database.waveFigures.responses(wave.waveId) === 0,
    codes: database.codes.activeCount(wave.waveId),
  };
}

export const meta = titleOfPage;

export const action = (sent: ActionFunctionArgs) => startConfirmedJob(sent, { act: 'freeze' });

export default function Freeze() {
  const { closed, responses, empty, codes, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useTranslator();
  return (
    <WaveActPage {...page} refused={refused}>
      <p>{t('fieldwork:freeze.what')}</p>
      {empty ? <p className="notice alert">{t('fieldwork:freeze.empty')}</p> : null}
      {closed ? (
        <ConfirmForm
          waveId={page.waveId}
          act="freeze"
          consequence={t('fieldwork:freeze.consequence', {
            count: responses,
            n: formatNumber(language, responses),
            codes: formatNumber(language, codes),
          })}
          button={t('fieldwork:freeze.submit')}
          destructive
        />
      ) : (
        <p className="notice">{page.done ?? t('fieldwork:wave.notNow')}</p>
      )}
    </WaveActPage>
  );
}
