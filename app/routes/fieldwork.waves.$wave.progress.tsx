import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { DailyResponses } from '../components/desk/daily-responses.tsx';
import { LimitsTable } from '../components/desk/limits-table.tsx';
import { ProgressTable } from '../components/desk/progress-table.tsx';
import { WaveActPage } from '../components/desk/wave-act-page.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { resultsDatabase, servesArea } from '../db.server.ts';
import { useTranslator } from '../i18n/context.tsx';
import { formatInstant, formatNumber, formatShare } from '../i18n/format.ts';
import { wavePaths } from '../paths/fieldwork.ts';
import { handOverFieldworkReport } from '../use-cases/analysis/hand-over-fieldwork-report.server.ts';
import { fieldworkDays, fieldworkProgress } from '../use-cases/fieldwork/fieldwork-progress.server.ts';
import { limitsSoFar } from '../use-cases/fieldwork/sample-limits.server.ts';
import { settingsOf } from '../use-cases/wave/wave-settings.ts';
import { deskOf, doneWords, waveHead, waveOf } from './fieldwork/desk.server.ts';
import { refusal } from './fieldwork/wave-acts.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await deskOf(request);
  const { database, act, translator } = desk;
  const wave = waveOf(desk, params.wave);
  const progress = fieldworkProgress(database, wave.waveId, act.now);
  const soFar = progress && limitsSoFar(database, wave, progress);
  const { rule } = settingsOf(wave);
  return {
    ...waveHead(desk, wave, 'fieldwork:progress.title'),
    drawn: wave.status !== 'planned',
    asOf: formatInstant(translator.language, act.now, wave.timeZone),
    city: progress?.city,
    districts: progress?.districts ?? [],
    soFar: soFar && {
      isOver: wave.closedAt !== null,
      isSmall: wave.sampleSize < rule.rollingYearBelow,
      below: rule.rollingYearBelow,
      share: soFar.sample.share,
      designEffect: soFar.sample.designEffect,
      city: soFar.limits.city,
      districts: soFar.limits.districts.map((limits, index) => ({
        ...limits,
        district: progress.districts[index]?.district ?? 0,
        target: wave.sampleSize,
      })),
    },
    days: fieldworkDays(database, wave.waveId),
    report: {
      mayHandOver: desk.user.role === 'manager' && servesArea('results') && isInField(wave.status),
      done: doneWords(desk, wave, 'fieldwork-report-made'),
    },
  };
}

export const meta = titleOfPage;

/** Hands to city hall how far the fieldwork is: totals by district, nothing else. */
export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const wave = waveOf(desk, params.wave);
  if (!servesArea('results')) return refusal('city-elsewhere');
  const handed = handOverFieldworkReport(desk.database, resultsDatabase(), wave.waveId, desk.act);
  if (!handed.ok) return refusal(handed.reason, handed.detail);
  return redirect(wavePaths(wave.waveId).progress, { status: 303 });
}

function isInField(status: string): boolean {
  return status === 'open' || status === 'closed';
}

export default function Progress() {
  const { drawn, asOf, city, districts, days, soFar, report, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useTranslator();
  const number = (value: number) => formatNumber(language, value);
  const share = (value: number | null) => (value === null ? '–' : formatShare(language, value, 1));
  if (!drawn || !city) {
    return (
      <WaveActPage {...page}>
        <p className="notice">{t('fieldwork:progress.notDrawn')}</p>
      </WaveActPage>
    );
  }
  const responses = city.completed + city.partial;
  const figures = [
    ['responses', `${number(responses)} / ${number(city.target)}`],
    ['ofTarget', share(responses / city.target)],
    ['released', number(city.released)],
    ...(city.uninvited > 0 ? ([['uninvited', number(city.uninvited)]] as const) : []),
    ['unsent', number(city.unsent)],
    ['reserve', number(city.reserve)],
    ['rr2', share(city.rates.RR2)],
    ['rr3', share(city.rates.RR3)],
    ['coop2', share(city.rates.COOP2)],
    ['ref2', share(city.rates.REF2)],
    ['con2', share(city.rates.CON2)],
  ] as const;
  return (
    <WaveActPage {...page} refused={refused}>
      <p className="soft">{t('fieldwork:progress.asOf', { at: asOf })}</p>
      <dl className="figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`fieldwork:progress.figure.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{t('fieldwork:progress.rates')}</p>
      <h2>{t('fieldwork:progress.byDistrict')}</h2>
      <ProgressTable city={city} districts={districts} />
      {soFar ? (
        <div>
          <h2>{t(`fieldwork:progress.soFar.title.${soFar.isOver ? 'over' : 'running'}`)}</h2>
          <p>
            {t('fieldwork:progress.soFar.what', {
              share: formatShare(language, soFar.share, 0),
              deff: formatNumber(language, soFar.designEffect, 1),
            })}
          </p>
          <p>{t('fieldwork:progress.soFar.exact')}</p>
          {soFar.isSmall ? (
            <p>{t('fieldwork:progress.soFar.ofTwo', { below: number(soFar.below) })}</p>
          ) : null}
          <LimitsTable limits={soFar} isOver={soFar.isOver} />
        </div>
      ) : null}
      {report.mayHandOver ? (
        <form method="post">
          <h2>{t('fieldwork:progress.report.title')}</h2>
          <p>{t('fieldwork:progress.report.what')}</p>
          {report.done ? <p className="soft">{report.done}</p> : null}
          <p className="actions">
            <button type="submit" className="secondary">
              {t('fieldwork:progress.report.button')}
            </button>
          </p>
        </form>
      ) : null}
      <h2>{t('fieldwork:progress.byDay')}</h2>
      {days.length === 0 ? <p>{t('fieldwork:progress.noDays')}</p> : <DailyResponses days={days} />}
    </WaveActPage>
  );
}
