import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { StagedTable } from '../components/context/staged-table.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { contextPaths } from '../paths/context.ts';
import type { RouteHandle } from '../root.tsx';
import { decideState, stagedState } from '../use-cases/results/context/stage-state.server.ts';
import { contextDesk } from './results/context-desk.server.ts';

export const handle: RouteHandle = { texts: ['results', 'context'], withoutScripts: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { database, translator } = await contextDesk(request);
  const staged = stagedState(database, params.series ?? '', numberOf(params.state));
  if (!staged) throw new Response(null, { status: 404 });
  return { title: translator.t('context:staged.title', { file: staged.state.fileName }), ...staged };
}

export const meta = titleOfPage;

export async function action({ request, params }: ActionFunctionArgs) {
  const { database, act } = await contextDesk(request);
  const form = await request.formData();
  const decision = form.get('decision');
  if (decision !== 'accepted' && decision !== 'turned-down') throw new Response(null, { status: 400 });
  const seriesId = params.series ?? '';
  const decided = decideState(database, { seriesId, state: numberOf(params.state) }, decision, act);
  if (decided.ok) return redirect(contextPaths.series(seriesId), { status: 303 });
  if (decided.reason === 'state-unknown') throw new Response(null, { status: 404 });
  return data({ reason: decided.reason }, { status: 409 });
}

function numberOf(state: string | undefined): number {
  return /^\d{1,6}$/.test(state ?? '') ? Number(state) : -1;
}

/** A file that was read, before its figures count. */
export default function StagedPage() {
  const { title, ...staged } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslator();
  const { series, state } = staged;
  return (
    <>
      <p className="way-back">
        <a href={contextPaths.series(series.seriesId)}>{t('context:import.back')}</a>
      </p>
      <h1>{title}</h1>
      {refused || state.standing !== 'staged' ? (
        <p className="notice" role="status">
          {t(`context:staged.${state.standing}`, { name: state.decidedByName ?? '' })}
        </p>
      ) : null}
      <StagedTable {...staged} />
      {state.standing === 'staged' ? (
        <form method="post" className="actions">
          <button type="submit" name="decision" value="accepted" className="primary">
            {t('context:staged.accept')}
          </button>
          <button type="submit" name="decision" value="turned-down" className="secondary">
            {t('context:staged.turnDown')}
          </button>
        </form>
      ) : null}
    </>
  );
}
