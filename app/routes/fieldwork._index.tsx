import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { districts } from '#core/city.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import { TableBox } from '../components/table-box.tsx';
import { useTranslator } from '../i18n/context.tsx';
import { formatDay, formatNumber, formatShare } from '../i18n/format.ts';
import { deskOf } from './fieldwork/desk.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, user, translator } = await deskOf(request);
  const waves = database.waves.newestFirst().map((wave) => ({
    waveId: wave.waveId,
    year: wave.year,
    season: wave.season,
    status: wave.status,
    firstDay: dayIn(wave.opensAt, wave.timeZone),
    lastDay: dayIn(wave.closesAt - 1, wave.timeZone),
    sampleSize: wave.sampleSize,
    wanted: wave.sampleSize * districts.length,
    completed: database.waveFigures.completed(wave.waveId),
  }));
  return { title: translator.t('fieldwork:waves.title'), waves, mayPlan: user.role === 'manager' };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Waves() {
  const { waves, mayPlan } = useLoaderData<typeof loader>();
  const { t, language } = useTranslator();
  return (
    <>
      <h1>{t('fieldwork:waves.title')}</h1>
      <p>{t('fieldwork:waves.what')}</p>
      {mayPlan ? (
        <p className="actions">
          <a className="button" href="/fieldwork/waves/new">
            {t('fieldwork:waves.plan')}
          </a>
        </p>
      ) : null}
      {waves.length === 0 ? (
        <p className="notice">{t(mayPlan ? 'fieldwork:waves.none' : 'fieldwork:waves.noneYet')}</p>
      ) : (
        <TableBox label={t('fieldwork:waves.title')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('fieldwork:waves.wave')}</th>
                <th scope="col">{t('fieldwork:waves.status')}</th>
                <th scope="col">{t('fieldwork:waves.window')}</th>
                <th scope="col" className="number">
                  {t('fieldwork:waves.sampleSize')}
                </th>
                <th scope="col" className="number">
                  {t('fieldwork:waves.completed')}
                </th>
                <th scope="col" className="number">
                  {t('fieldwork:waves.ofWanted')}
                </th>
              </tr>
            </thead>
            <tbody>
              {waves.map((wave) => (
                <tr key={wave.waveId}>
                  <th scope="row" className="nowrap">
                    <a href={`/fieldwork/waves/${wave.waveId}`}>
                      {t(`fieldwork:season.${wave.season}`, { year: wave.year })}
                    </a>{' '}
                    <span className="soft">{wave.waveId}</span>
                  </th>
                  <td>
                    <span className={`wave-status wave-status-${wave.status}`}>
                      {t(`fieldwork:status.${wave.status}`)}
                    </span>
                  </td>
                  <td className="nowrap">
                    {formatDay(language, wave.firstDay, 'medium')} –{' '}
                    {formatDay(language, wave.lastDay, 'medium')}
                  </td>
                  <td className="number">{formatNumber(language, wave.sampleSize)}</td>
                  <td className="number">{formatNumber(language, wave.completed)}</td>
                  <td className="number">{formatShare(language, wave.completed / wave.wanted, 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </>
  );
}
