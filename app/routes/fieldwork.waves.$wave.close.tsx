import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '../components/desk/confirm-form.tsx';
import { WaveActPage } from '../components/desk/wave-act-page.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { formatInstant, formatNumber, formatShare } from '../i18n/format.ts';
import { closeWave } from '../use-cases/fieldwork/close-wave.server.ts';
import { waveStanding } from '../use-cases/fieldwork/wave-standing.server.ts';
import { waveMoment } from '../use-cases/wave/wave-moment.ts';
import { deskOf, doneWords, waveHead, waveOf } from './fieldwork/desk.server.ts';
import { backToWave, isConfirmed, refusal, startJob } from './fieldwork/wave-acts.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const { database, act, translator } = desk;
  const wave = waveOf(desk, params.wave);
  const { figures, moment, closableFrom, wanted } = waveStanding(database, wave, act.now);
  return {
    ...waveHead(desk, wave, 'fieldwork:close.title'),
    done: doneWords(desk, wave, 'wave-closed'),
    open: wave.status === 'open',
    moment,
    /** Whether closing comes at once or first only ends the fieldwork. */
    stage: moment === 'closed' || wave.graceMinutes === 0 ? 'close' : 'end',
    graceMinutes: wave.graceMinutes,
    rule: { partial: wave.partialThreshold, complete: wave.completeThreshold },
    until: formatInstant(translator.language, closableFrom, wave.timeZone),
    begins: formatInstant(translator.language, wave.opensAt, wave.timeZone),
    ends: formatInstant(translator.language, wave.closesAt, wave.timeZone),
    figures,
    wanted,
  } as const;
}

export const meta = titleOfPage;

export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const wave = waveOf(desk, params.wave);
  if (!(await isConfirmed(request))) return refusal('not-confirmed');
  const moment = waveMoment(wave, desk.act.now);
  if (moment === 'grace') return refusal('still-grace');
  if (moment === 'before') return refusal('not-begun');
  const closesAtOnce = moment === 'closed' || wave.graceMinutes === 0;
  if (closesAtOnce) return startJob(desk, wave, { act: 'close' });
  const ended = closeWave(desk.database, wave.waveId, desk.act);
  if (!ended.ok) return refusal(ended.reason);
  throw backToWave(wave);
}

export default function Close() {
  const { open, moment, stage, figures, wanted, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useTranslator();
  const number = (value: number) => formatNumber(language, value);
  const values = {
    count: figures.unsent,
    n: number(figures.unsent),
    responses: number(figures.responses),
    wanted: number(wanted),
    minutes: page.graceMinutes,
    partial: formatShare(language, page.rule.partial, 0),
    complete: formatShare(language, page.rule.complete, 0),
  };
  const notNow = () => {
    if (!open) return page.done ?? t('fieldwork:wave.notNow');
    return moment === 'grace'
      ? t('fieldwork:fact.grace', { until: page.until })
      : t('fieldwork:close.before', { from: page.begins });
  };
  return (
    <WaveActPage {...page} refused={refused}>
      <p>
        {t('fieldwork:close.stands', values)}{' '}
        {t(open && moment === 'open' ? 'fieldwork:close.early' : 'fieldwork:close.end', { at: page.ends })}
      </p>
      {open && (moment === 'open' || moment === 'closed') ? (
        <>
          <p>{t(`fieldwork:close.what.${stage}`, values)}</p>
          <ConfirmForm
            waveId={page.waveId}
            act="close"
            consequence={t(`fieldwork:close.consequence.${stage}`, values)}
            button={t(`fieldwork:close.submit.${stage}`)}
            destructive
          />
        </>
      ) : (
        <p className="notice">{notNow()}</p>
      )}
    </WaveActPage>
  );
}
