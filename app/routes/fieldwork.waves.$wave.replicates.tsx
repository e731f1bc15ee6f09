import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { districtByNumber } from '#city/city.ts';
import { ConfirmForm } from '../components/desk/confirm-form.tsx';
import { WaveActPage } from '../components/desk/wave-act-page.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { TableBox } from '../components/page/table-box.tsx';
import { useTranslator } from '../i18n/context.tsx';
import { formatNumber } from '../i18n/format.ts';
import { wavePaths } from '../paths/fieldwork.ts';
import {
  type FieldworkProgress,
  fieldworkProgress,
} from '../use-cases/fieldwork/fieldwork-progress.server.ts';
import { releaseReplicate } from '../use-cases/fieldwork/release-replicate.server.ts';
import { waveStanding } from '../use-cases/fieldwork/wave-standing.server.ts';
import { deskOf, waveHead, waveOf } from './fieldwork/desk.server.ts';
import { formOf, refusal } from './fieldwork/wave-acts.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const { database } = desk;
  const wave = waveOf(desk, params.wave);
  return {
    ...waveHead(desk, wave, 'fieldwork:replicates.title'),
    mayRelease: waveStanding(database, wave, desk.act.now).takesPeople,
    drawn: wave.status !== 'planned',
    replicates: database.samples.replicates(wave.waveId),
    standing: standingOf(fieldworkProgress(database, wave.waveId, desk.act.now)),
  };
}

/** How far a wave is from its target: what a reserve is released for. */
function standingOf(progress: FieldworkProgress | null) {
  if (!progress) return null;
  const responsesOf = ({ completed, partial }: { completed: number; partial: number }) => completed + partial;
  return {
    responses: responsesOf(progress.city),
    wanted: progress.city.target,
    below: progress.districts
      .filter((district) => responsesOf(district) < district.target)
      .map(({ district }) => districtByNumber(district).name),
  };
}

export const meta = titleOfPage;

export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const { waveId } = waveOf(desk, params.wave);
  const form = await formOf(request);
  if (form.get('confirm') !== 'yes') return refusal('not-confirmed');
  const released = releaseReplicate(
    desk.database,
    { waveId, replicate: Number(form.get('replicate')) },
    desk.act,
  );
  if (!released.ok) return refusal(released.reason, released.detail);
  throw redirect(wavePaths(waveId).codes, { status: 303 });
}

export default function Replicates() {
  const { drawn, replicates, mayRelease, standing, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useTranslator();
  if (!drawn) {
    return (
      <WaveActPage {...page}>
        <p className="notice">{t('fieldwork:refused.not-drawn')}</p>
      </WaveActPage>
    );
  }
  const next = replicates.find(({ released }) => released === 0);
  return (
    <WaveActPage {...page} refused={refused}>
      <p>{t('fieldwork:replicates.what')}</p>
      {standing && mayRelease ? <Standing {...standing} /> : null}
      <TableBox label={t('fieldwork:replicates.title')}>
        <table className="compact">
          <caption className="visually-hidden">{t('fieldwork:replicates.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('fieldwork:replicates.part')}</th>
              <th scope="col" className="number">
                {t('fieldwork:replicates.cases')}
              </th>
              <th scope="col">{t('fieldwork:replicates.state')}</th>
            </tr>
          </thead>
          <tbody>
            {replicates.map(({ replicate, cases, released }) => (
              <tr key={replicate}>
                <th scope="row">
                  {replicate === 0
                    ? t('fieldwork:draw.main')
                    : t('fieldwork:replicates.number', { number: replicate })}
                </th>
                <td className="number">{formatNumber(language, cases)}</td>
                <td>{t(released > 0 ? 'fieldwork:replicates.released' : 'fieldwork:replicates.waiting')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {next && mayRelease ? (
        <ConfirmForm
          waveId={page.waveId}
          act="replicates"
          fields={{ replicate: String(next.replicate) }}
          consequence={t('fieldwork:replicates.consequence', {
            count: next.cases,
            n: formatNumber(language, next.cases),
            number: next.replicate,
          })}
          button={t('fieldwork:replicates.submit')}
        />
      ) : (
        <p className="notice">{t(next ? 'fieldwork:wave.notNow' : 'fieldwork:replicates.none')}</p>
      )}
    </WaveActPage>
  );
}

function Standing({ responses, wanted, below }: { responses: number; wanted: number; below: string[] }) {
  const { t, language } = useTranslator();
  const number = (value: number) => formatNumber(language, value);
  return (
    <p className={below.length === 0 ? 'notice done' : 'notice'}>
      {t('fieldwork:replicates.stands', { count: responses, n: number(responses), wanted: number(wanted) })}{' '}
      {below.length === 0
        ? t('fieldwork:replicates.met')
        : t('fieldwork:replicates.below', {
            count: below.length,
            n: number(below.length),
            names: below.join(', '),
          })}
    </p>
  );
}
