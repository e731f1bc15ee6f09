import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { districts } from '#city/city.ts';
import { ConfirmForm } from '../components/desk/confirm-form.tsx';
import { DrawSizes } from '../components/desk/draw-sizes.tsx';
import { useRefusal, WaveActPage } from '../components/desk/wave-act-page.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { formatNumber } from '../i18n/format.ts';
import { waveStanding } from '../use-cases/fieldwork/wave-standing.server.ts';
import { deskOf, doneWords, waveHead, waveOf } from './fieldwork/desk.server.ts';
import { startConfirmedJob } from './fieldwork/wave-acts.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const { database, act } = desk;
  const wave = waveOf(desk, params.wave);
  const { next, sizes } = waveStanding(database, wave, act.now);
  const frame = database.frames.processedFrame(wave.waveId);
  const people = new Map(
    frame && next === 'draw'
      ? database.frames.districtCounts(frame.frameId).map((row) => [row.district, row.population])
      : [],
  );
  const reserve = sizes.replicate * wave.reserveReplicates;
  const needed = sizes.main + reserve;
  const short = districts.find(({ number }) => (people.get(number) ?? 0) < needed);
  return {
    ...waveHead(desk, wave, 'fieldwork:draw.title'),
    done: doneWords(desk, wave, 'sample-drawn'),
    ready: next === 'draw',
    drawn: wave.status !== 'planned',
    replicates: wave.reserveReplicates,
    sizes,
    /** The first district whose people are too few: the draw would be refused, so it is not offered. */
    short: short ? { district: short.number, people: people.get(short.number) ?? 0, needed } : null,
    districts: districts.map(({ number }) => ({
      district: number,
      people: people.get(number) ?? 0,
      main: sizes.main,
      reserve,
    })),
  };
}

export const meta = titleOfPage;

export const action = (sent: ActionFunctionArgs) => startConfirmedJob(sent, { act: 'draw' });

export default function Draw() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useTranslator();
  const { sizes, replicates, short, districts: sizesByDistrict } = page;
  const refusal = useRefusal();
  const total = (sizes.main + sizes.replicate * replicates) * sizesByDistrict.length;
  return (
    <WaveActPage {...page} refused={refused}>
      <p>{t('fieldwork:draw.what')}</p>
      {page.ready ? (
        <>
          <DrawSizes districts={sizesByDistrict} />
          {short ? (
            <p className="notice alert">{refusal({ reason: 'frame-too-small', detail: short })}</p>
          ) : (
            <ConfirmForm
              waveId={page.waveId}
              act="draw"
              consequence={t('fieldwork:draw.consequence', {
                count: total,
                n: formatNumber(language, total),
                replicates,
              })}
              button={t('fieldwork:draw.submit')}
            />
          )}
        </>
      ) : (
        <p className="notice">
          {t(page.drawn ? 'fieldwork:refused.already-drawn' : 'fieldwork:refused.no-frame')} {page.done}
        </p>
      )}
    </WaveActPage>
  );
}
