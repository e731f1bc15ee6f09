import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ProposalForm } from '../components/cameras/proposal/proposal-form.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { ProblemSummary } from '../components/page/problem-summary.tsx';
import { useTranslator } from '../i18n/context.tsx';
import { cameraPaths } from '../paths/cameras.ts';
import type { RouteHandle } from '../root.tsx';
import { isDemonstration } from '../server/demonstration.server.ts';
import { proposeCameras } from '../use-cases/results/cameras/edit-proposal.server.ts';
import { offeredPlaces } from '../use-cases/results/cameras/proposal-place.server.ts';
import { cameraDesk, fieldsOf } from './results/camera-desk.server.ts';
import { proposalOfForm } from './results/camera-forms.server.ts';

export const handle: RouteHandle = { texts: ['results', 'cameras'], withoutScripts: true };

/** `?place=` is a flagged place to begin from, `?corrects=` a decided proposal to replace. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { database, translator } = await cameraDesk(request);
  const asked = new URL(request.url).searchParams;
  const corrects = database.cameraProposals.proposal(asked.get('corrects') ?? '');
  const isDecided = corrects?.status === 'decided';
  return {
    title: translator.t('cameras:proposal.new'),
    offered: offeredPlaces(database),
    corrects: isDecided ? { proposalId: corrects.proposalId, title: corrects.title } : null,
    place: asked.get('place') ?? '',
  };
}

export const meta = titleOfPage;

export async function action({ request }: ActionFunctionArgs) {
  const { database, act } = await cameraDesk(request);
  const fields = await fieldsOf(request);
  const typed = proposalOfForm(fields);
  const corrects = fields.text('corrects') || null;
  const made = proposeCameras(database, typed, { corrects, synthetic: isDemonstration() }, act);
  if (made.ok) throw redirect(cameraPaths.proposal(made.proposalId, 'proposed'), { status: 303 });
  return data({ reason: made.reason, typed }, { status: 422 });
}

/** A proposal begins with what is proposed, where and why; its checklist is empty. */
export default function NewProposal() {
  const { title, offered, corrects, place } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslator();
  return (
    <>
      {refused ? <ProblemSummary text={t(`cameras:refused.${refused.reason}`)} /> : null}
      <p className="way-back">
        <a href={cameraPaths.cameras()}>{t('cameras:back')}</a>
      </p>
      <h1>{title}</h1>
      {corrects ? (
        <p className="notice">{t('cameras:proposal.corrects', { title: corrects.title })}</p>
      ) : null}
      <ProposalForm
        action={cameraPaths.propose()}
        offered={offered}
        values={
          refused?.typed ?? {
            title: '',
            threat: '',
            cameras: '',
            responsible: '',
            chosen: place === '' ? '' : `place:${place}`,
            point: '',
            pointName: '',
          }
        }
        hidden={corrects ? { corrects: corrects.proposalId } : {}}
        submit={t('cameras:proposal.submit')}
      />
    </>
  );
}
