import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '../components/desk/confirm-form.tsx';
import { WaveActPage } from '../components/desk/wave-act-page.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { formatInstant, formatNumber } from '../i18n/format.ts';
import { openWave } from '../use-cases/fieldwork/open-wave.server.ts';
import { waveStanding } from '../use-cases/fieldwork/wave-standing.server.ts';
import { deskOf, doneWords, waveHead, waveOf } from './fieldwork/desk.server.ts';
import { backToWave, isConfirmed, refusal } from './fieldwork/wave-acts.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const { database, act, translator } = desk;
  const wave = waveOf(desk, params.wave);
  const { figures, next } = waveStanding(database, wave, act.now);
  return {
    ...waveHead(desk, wave, 'fieldwork:open.title'),
    done: doneWords(desk, wave, 'wave-opened'),
    ready: next === 'fieldwork',
    codes: figures.activeCodes,
    from: formatInstant(translator.language, wave.opensAt, wave.timeZone),
    to: formatInstant(translator.language, wave.closesAt, wave.timeZone),
  };
}

export const meta = titleOfPage;

export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const wave = waveOf(desk, params.wave);
  if (!(await isConfirmed(request))) return refusal('not-confirmed');
  const opened = openWave(desk.database, wave.waveId, desk.act);
  if (!opened.ok) return refusal(opened.reason);
  throw backToWave(wave);
}

export default function Open() {
  const { ready, codes, from, to, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useTranslator();
  return (
    <WaveActPage {...page} refused={refused}>
      <p>{t('fieldwork:open.what', { from, to })}</p>
      {ready ? (
        <ConfirmForm
          waveId={page.waveId}
          act="open"
          consequence={t('fieldwork:open.consequence', { count: codes, n: formatNumber(language, codes) })}
          button={t('fieldwork:open.submit')}
        />
      ) : (
        <p className="notice">{page.done ?? t('fieldwork:wave.notNow')}</p>
      )}
    </WaveActPage>
  );
}
