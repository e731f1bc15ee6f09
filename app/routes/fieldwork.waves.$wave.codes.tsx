import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '../components/desk/confirm-form.tsx';
import { WaveActPage } from '../components/desk/wave-act-page.tsx';
import { useTranslator } from '../i18n/context.tsx';
import { formatNumber } from '../i18n/format.ts';
import { codeCounts } from '../use-cases/code-standing.ts';
import { waveStanding } from '../use-cases/wave-standing.server.ts';
import { deskOf, waveOf } from './fieldwork/desk.server.ts';

const refusals = [
  'not-confirmed',
  'not-drawn',
  'wave-closed',
  'fieldwork-over',
  'already-open',
  'no-codes',
  'nobody-without-code',
  'origin-missing',
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const { database, act, translator } = desk;
  const wave = waveOf(desk, params.wave);
  const { figures, takesPeople } = waveStanding(database, wave, act.now);
  const refused = new URL(request.url).searchParams.get('refused') ?? '';
  return {
    title: translator.t('fieldwork:codes.title'),
    waveName: translator.t(`fieldwork:season.${wave.season}`, { year: wave.year }),
    waveId: wave.waveId,
    figures: {
      ...codeCounts(database.waveFigures.codesByCase(wave.waveId)),
      released: figures.released,
      awaitingCode: figures.awaitingCode,
    },
    mayIssue: takesPeople,
    mayReissue: takesPeople && wave.status === 'sampled' && figures.activeCodes > 0,
    refused: refusals.includes(refused) ? { reason: refused, detail: {} } : undefined,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Codes() {
  const { figures, mayIssue, mayReissue, ...page } = useLoaderData<typeof loader>();
  const { t, language } = useTranslator();
  const number = (value: number) => formatNumber(language, value);
  const path = `/fieldwork/waves/${page.waveId}/codes.csv`;
  return (
    <WaveActPage {...page}>
      <dl className="figures">
        {(['released', 'issued', 'used', 'open', 'awaitingCode'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`fieldwork:codes.figure.${name}`)}</dt>
            <dd>{number(figures[name])}</dd>
          </div>
        ))}
      </dl>
      <p>{t('fieldwork:codes.what')}</p>
      {mayIssue && figures.awaitingCode > 0 ? (
        <>
          <ConfirmForm
            path={path}
            consequence={t('fieldwork:codes.consequence', {
              count: figures.awaitingCode,
              n: number(figures.awaitingCode),
            })}
            button={t('fieldwork:codes.submit')}
          />
          <p className="soft">{t('fieldwork:codes.afterwards')}</p>
        </>
      ) : (
        <p className="notice">{t(mayIssue ? 'fieldwork:codes.all' : 'fieldwork:codes.notNow')}</p>
      )}
      {mayReissue ? (
        <details className="aside-act">
          <summary>{t('fieldwork:codes.lost')}</summary>
          <p>{t('fieldwork:codes.lostWhat')}</p>
          <ConfirmForm
            path={path}
            fields={{ again: 'yes' }}
            idPrefix="again-"
            destructive
            consequence={t('fieldwork:codes.lostConsequence', {
              count: figures.issued,
              n: number(figures.issued),
            })}
            button={t('fieldwork:codes.lostSubmit')}
          />
        </details>
      ) : null}
    </WaveActPage>
  );
}
