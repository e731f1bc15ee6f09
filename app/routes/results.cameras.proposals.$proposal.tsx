import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ProposalView } from '../components/cameras/proposal/proposal-view.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { cameraPaths } from '../paths/cameras.ts';
import type { RouteHandle } from '../root.tsx';
import { proposalPage } from '../use-cases/results/cameras/proposal-page.server.ts';
import { offeredPlaces } from '../use-cases/results/cameras/proposal-place.server.ts';
import { cameraDesk, cameraReader, fieldsOf } from './results/camera-desk.server.ts';
import { actOnProposal } from './results/proposal-act.server.ts';

export const handle: RouteHandle = { texts: ['results', 'cameras'], withoutScripts: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { database, mayEdit } = await cameraReader(request);
  const page = proposalPage(database, params.proposal ?? '', Date.now());
  if (!page) throw new Response(null, { status: 404 });
  return {
    title: page.proposal.title,
    page,
    mayEdit: mayEdit && page.proposal.status === 'open',
    mayCorrect: mayEdit && page.proposal.status === 'decided',
    offeredPlaces: mayEdit ? offeredPlaces(database) : null,
    done: new URL(request.url).searchParams.get('done'),
  };
}

export const meta = titleOfPage;

export async function action({ request, params }: ActionFunctionArgs) {
  const { database, act, translator } = await cameraDesk(request);
  const fields = await fieldsOf(request);
  const answer = actOnProposal(database, params.proposal ?? '', fields, act, translator);
  if (answer.ok) {
    throw redirect(cameraPaths.proposal(params.proposal ?? '', answer.done, answer.step ?? undefined), {
      status: 303,
    });
  }
  const { status, ...refused } = answer;
  return data(refused, { status });
}

/** A proposal with its checklist; printed, it is the case file for the council. */
export default function ProposalPage() {
  const { page, mayEdit, mayCorrect, offeredPlaces, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return <ProposalView {...{ page, mayEdit, mayCorrect, offeredPlaces, done, refused }} />;
}
