import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AcceptWarnings } from '../components/desk/accept-warnings.tsx';
import { ConfirmForm } from '../components/desk/confirm-form.tsx';
import { CopiedMentions } from '../components/desk/copied-mentions.tsx';
import { CorrectionForm, PublicationList } from '../components/desk/publication-list.tsx';
import { WaveActPage } from '../components/desk/wave-act-page.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { formatNumber } from '../i18n/format.ts';
import { publicationWarnings, warningsAccepted } from '../use-cases/analysis/publication-warnings.server.ts';
import { deskOf, waveHead, waveOf } from './fieldwork/desk.server.ts';
import { copiedOf, publicationsOf, whatWouldBePublished } from './fieldwork/publishing.server.ts';
import { formOf, refusal, startJob } from './fieldwork/wave-acts.server.ts';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const wave = waveOf(desk, params.wave);
  return {
    ...waveHead(desk, wave, 'fieldwork:publish.title'),
    status: wave.status,
    figures: wave.status === 'weighted' ? whatWouldBePublished(desk, wave) : null,
    warnings: publicationWarnings(desk.database, wave.waveId),
    copied: copiedOf(desk, wave),
    publications: publicationsOf(desk, wave),
  };
}

export const meta = titleOfPage;

export async function action({ request, params }: ActionFunctionArgs) {
  const desk = await deskOf(request, ['manager']);
  const wave = waveOf(desk, params.wave);
  const form = await formOf(request);
  if (form.get('confirm') !== 'yes') return refusal('not-confirmed');
  if (form.get('handOver') === 'yes') return startJob(desk, wave, { act: 'hand-over' });
  const note = String(form.get('note') ?? '')
    .trim()
    .slice(0, 1000);
  if (wave.status === 'published' && note === '') return refusal('correction-note-missing');
  const accepted = form.getAll('accept').map(String);
  const acceptance = warningsAccepted(desk.database, wave.waveId, accepted);
  if (!acceptance.ok) return refusal(acceptance.reason, acceptance.detail);
  return startJob(desk, wave, { act: 'publish', correctionNote: note || null, accepted });
}

export default function Publish() {
  const { status, figures, warnings, copied, publications, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t, language } = useTranslator();
  const number = (value: number) => formatNumber(language, value);
  return (
    <WaveActPage {...page} refused={refused}>
      <p>{t('fieldwork:publish.what')}</p>
      {figures ? (
        <>
          <dl className="figures">
            {(['responses', 'estimates', 'flags', 'insufficient', 'places'] as const).map((name) => (
              <div key={name}>
                <dt>{t(`fieldwork:figure.${name}`)}</dt>
                <dd>{number(figures[name])}</dd>
              </div>
            ))}
          </dl>
          <CopiedMentions patterns={copied} />
          <p>{t('fieldwork:publish.suppression')}</p>
          <ConfirmForm
            waveId={page.waveId}
            act="publish"
            consequence={t('fieldwork:publish.consequence', {
              count: figures.estimates,
              n: number(figures.estimates),
              flags: number(figures.flags),
            })}
            button={t('fieldwork:publish.submit')}
            destructive
          >
            <AcceptWarnings warnings={warnings} />
          </ConfirmForm>
        </>
      ) : null}
      {status === 'weighted' && !figures ? (
        <p className="notice">{t('fieldwork:refused.not-analysed')}</p>
      ) : null}
      {status !== 'weighted' && publications.length === 0 ? (
        <p className="notice">{t('fieldwork:wave.notNow')}</p>
      ) : null}
      {publications.length > 0 ? <PublicationList waveId={page.waveId} publications={publications} /> : null}
      {status === 'published' ? <CorrectionForm waveId={page.waveId} warnings={warnings} /> : null}
    </WaveActPage>
  );
}
