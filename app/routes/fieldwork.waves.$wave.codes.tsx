import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '../components/desk/confirm-form.tsx';
import { ReceivedFiles, WaitingFile } from '../components/desk/printer-files.tsx';
import { WaveActPage } from '../components/desk/wave-act-page.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { formatInstant, formatNumber } from '../i18n/format.ts';
import { wavePaths } from '../paths/fieldwork.ts';
import { letterOrigin } from '../server/letter-origin.server.ts';
import { issueCodes } from '../use-cases/fieldwork/codes/issue-codes.server.ts';
import { makePrinterFile } from '../use-cases/fieldwork/codes/keep-printer-file.server.ts';
import { remakePrinterFile } from '../use-cases/fieldwork/codes/remake-printer-file.server.ts';
import { waveStanding } from '../use-cases/fieldwork/wave-standing.server.ts';
import { codeCounts } from '../use-cases/wave/code-standing.ts';
import { deskOf, waveHead, waveOf } from './fieldwork/desk.server.ts';
import { formOf, refusal } from './fieldwork/wave-acts.server.ts';

/** What the download of a file and its receipt can be refused for: they lead back here. */
const refusals = ['unknown-file', 'file-destroyed', 'file-differs', 'arrived-unread'];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const { database, act, translator } = desk;
  const wave = waveOf(desk, params.wave);
  const { figures, takesPeople } = waveStanding(database, wave, act.now);
  const refused = new URL(request.url).searchParams.get('refused') ?? '';
  const instant = (at: number) => formatInstant(translator.language, at, wave.timeZone);
  return {
    ...waveHead(desk, wave, 'fieldwork:codes.title'),
    figures: {
      ...codeCounts(database.waveFigures.codesByCase(wave.waveId)),
      released: figures.released,
      awaitingCode: figures.awaitingCode,
    },
    mayIssue: takesPeople,
    files: database.printerFiles.ofWave(wave.waveId).map(({ fileId, codes, sealed, madeAt, receivedAt }) => ({
      fileId,
      codes,
      waits: sealed !== null,
      made: instant(madeAt),
      received: receivedAt === null ? null : instant(receivedAt),
      untouched: takesPeople ? database.codes.untouchedOfFile(fileId).length : 0,
    })),
    missing: refusals.includes(refused) ? { reason: refused, detail: {} } : undefined,
  };
}

export const meta = titleOfPage;

/** Makes the file, or makes codes of lost letters anew. */
export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const { database, act } = desk;
  const { waveId } = waveOf(desk, params.wave);
  const form = await formOf(request);
  if (form.get('confirm') !== 'yes') return refusal('not-confirmed');
  const origin = letterOrigin(new URL(request.url).origin);
  if (origin === null) return refusal('origin-missing');
  const lettersAct = { ...act, origin };
  const made =
    form.get('act') === 'remake'
      ? remakePrinterFile(database, { waveId, fileId: Number(form.get('file')) }, lettersAct)
      : makePrinterFile(database, waveId, () => issueCodes(database, waveId, act), lettersAct);
  return made.ok
    ? redirect(wavePaths(waveId).codesAtFile(made.file.fileId), { status: 303 })
    : refusal(made.reason);
}

export default function Codes() {
  const { figures, mayIssue, files, missing, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useTranslator();
  const number = (value: number) => formatNumber(language, value);
  return (
    <WaveActPage {...page} refused={refused ?? missing}>
      <dl className="figures">
        {(['released', 'issued', 'used', 'open', 'awaitingCode'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`fieldwork:codes.figure.${name}`)}</dt>
            <dd>{number(figures[name])}</dd>
          </div>
        ))}
      </dl>
      <p>{t('fieldwork:codes.what')}</p>
      {files
        .filter(({ waits }) => waits)
        .map((file) => (
          <WaitingFile key={file.fileId} waveId={page.waveId} {...file} />
        ))}
      {mayIssue && figures.awaitingCode > 0 ? (
        <ConfirmForm
          waveId={page.waveId}
          act="codes"
          consequence={t('fieldwork:codes.consequence', {
            count: figures.awaitingCode,
            n: number(figures.awaitingCode),
          })}
          button={t('fieldwork:codes.submit')}
        />
      ) : (
        <p className="notice">{t(mayIssue ? 'fieldwork:codes.all' : 'fieldwork:codes.notNow')}</p>
      )}
      <ReceivedFiles waveId={page.waveId} files={files.filter(({ waits }) => !waits)} />
    </WaveActPage>
  );
}
