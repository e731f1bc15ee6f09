import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { districts } from '#city/city.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { titleOfPage } from '../components/page/page-title.ts';
import { TableBox } from '../components/page/table-box.tsx';
import { useTranslator } from '../i18n/context.tsx';
import { formatDay, formatNumber, formatShare } from '../i18n/format.ts';
import { fieldworkPaths } from '../paths/fieldwork.ts';
import { isFieldworkOver } from '../use-cases/wave/wave-moment.ts';
import { deskOf } from './fieldwork/desk.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, user, act, translator } = await deskOf(request);
  const waves = database.waves.newestFirst().map((wave) => ({
    waveId: wave.waveId,
    year: wave.year,
    season: wave.season,
    status: wave.status === 'open' && isFieldworkOver(wave, act.now) ? 'ended' : wave.status,
    firstDay: dayIn(wave.opensAt, wave.timeZone),
    lastDay: dayIn(wave.closesAt - 1, wave.timeZone),
    sampleSize: wave.sampleSize,
    wanted: wave.sampleSize * districts.length,
    ...responsesOf(database, wave.waveId),
  }));
  return { title: translator.t('fieldwork:waves.title'), waves, mayPlan: user.role === 'manager' };
}

/** A study from elsewhere has responses and no target here. */
function responsesOf(database: FieldworkDatabase, waveId: string) {
  return database.studies.ofWave(waveId)
    ? { responses: database.analysis.responseCount(waveId), asked: false }
    : { responses: database.waveFigures.responses(waveId), asked: true };
}

export const meta = titleOfPage;

const columns = [
  { name: 'status', number: false },
  { name: 'window', number: false },
  { name: 'sampleSize', number: true },
  { name: 'responses', number: true },
  { name: 'ofWanted', number: true },
] as const;

export default function Waves() {
  const { waves, mayPlan } = useLoaderData<typeof loader>();
  const { t, language } = useTranslator();
  const cell = (wave: (typeof waves)[number]): Record<(typeof columns)[number]['name'], ReactNode> => ({
    status: (
      <span className={`wave-status wave-status-${wave.status}`}>{t(`fieldwork:status.${wave.status}`)}</span>
    ),
    window: `${formatDay(language, wave.firstDay, 'medium')} – ${formatDay(language, wave.lastDay, 'medium')}`,
    sampleSize: wave.asked ? formatNumber(language, wave.sampleSize) : '–',
    responses: formatNumber(language, wave.responses),
    ofWanted: wave.asked ? formatShare(language, wave.responses / wave.wanted, 0) : '–',
  });
  return (
    <>
      <h1>{t('fieldwork:waves.title')}</h1>
      <p>{t('fieldwork:waves.what')}</p>
      {mayPlan ? (
        <p className="actions">
          <a className="button" href={fieldworkPaths.newWave}>
            {t('fieldwork:waves.plan')}
          </a>
        </p>
      ) : null}
      {waves.length === 0 ? (
        <p className="notice">{t(mayPlan ? 'fieldwork:waves.none' : 'fieldwork:waves.noneYet')}</p>
      ) : (
        <TableBox label={t('fieldwork:waves.title')}>
          <table className="stacked">
            <caption className="visually-hidden">{t('fieldwork:waves.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('fieldwork:waves.wave')}</th>
                {columns.map(({ name, number }) => (
                  <th key={name} scope="col" className={number ? 'number' : undefined}>
                    {t(`fieldwork:waves.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {waves.map((wave) => (
                <tr key={wave.waveId}>
                  <th scope="row" className="nowrap">
                    <a href={fieldworkPaths.wave(wave.waveId)}>
                      {t(`fieldwork:season.${wave.season}`, { year: wave.year })}
                    </a>{' '}
                    <span className="soft">{wave.waveId}</span>
                  </th>
                  {columns.map(({ name, number }) => (
                    <td
                      key={name}
                      data-label={t(`fieldwork:waves.${name}`)}
                      className={number ? 'number' : undefined}
                    >
                      {cell(wave)[name]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </>
  );
}
