import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PlanConflict } from '../components/interventions/plan-conflict.tsx';
import { PlanForm } from '../components/interventions/plan-form.tsx';
import { RefusedSummary } from '../components/interventions/refused-summary.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { interventionPaths } from '../paths/interventions.ts';
import type { RouteHandle } from '../root.tsx';
import { interventionAreas } from '../use-cases/results/interventions/areas.server.ts';
import {
  changeIntervention,
  ownArea,
  textOf,
} from '../use-cases/results/interventions/plan-intervention.server.ts';
import { cityWriter, typedForm } from './results/city-writer.server.ts';
import { aimsOf, faultLines, planTyped } from './results/plan-pages.server.ts';

export const handle: RouteHandle = {
  texts: ['interventions', 'planning', 'results'],
  withoutScripts: true,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { database, translator } = await cityWriter(request);
  const row = database.interventions.intervention(params.intervention ?? '');
  if (!row) throw new Response(null, { status: 404 });
  const areas = interventionAreas(database);
  const own = ownArea(row);
  return {
    title: translator.t('planning:editTitle', { title: row.title }),
    interventionId: row.interventionId,
    revision: row.revision,
    kept: textOf(row),
    areas: areas.some(({ area }) => area === own.area) ? areas : [...areas, own],
    aims: aimsOf(database, translator),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { database, translator, act } = await cityWriter(request);
  const interventionId = params.intervention ?? '';
  const { typed } = await typedForm(request);
  const plan = planTyped(typed);
  const revision = Number(typed.revision);
  const answer = changeIntervention(database, { interventionId, revision, typed: plan }, act);
  if (answer.ok) throw redirect(interventionPaths.intervention(interventionId, 'changed'), { status: 303 });
  const refused = { plan, revision, faults: [], lines: [], conflict: null };
  switch (answer.reason) {
    case 'faults':
      return data(
        { ...refused, faults: answer.faults, lines: faultLines(translator, answer.faults) },
        { status: 422 },
      );
    case 'changed-meanwhile': {
      const { meanwhile, theirs } = answer;
      return data(
        { ...refused, revision: answer.revision, conflict: { meanwhile, theirs } },
        { status: 409 },
      );
    }
    case 'frozen': {
      const lines = answer.fields.map((field) => ({
        field,
        text: translator.t('planning:refused.field-frozen', {
          field: translator.t(`planning:field.${field}`),
        }),
      }));
      return data({ ...refused, lines }, { status: 422 });
    }
    default:
      throw new Response(null, { status: 404 });
  }
}

export const meta = titleOfPage;

/** Changes an intervention; what another person saved in the meantime is shown and not lost. */
export default function EditIntervention() {
  const { title, interventionId, revision, kept, areas, aims } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslator();
  return (
    <>
      {refused?.conflict ? <PlanConflict {...refused.conflict} mine={refused.plan} aims={aims} /> : null}
      {refused && refused.lines.length > 0 ? <RefusedSummary lines={refused.lines} /> : null}
      <h1>{title}</h1>
      <PlanForm
        typed={refused?.plan ?? kept}
        faults={refused?.faults ?? []}
        areas={areas}
        aims={aims}
        hidden={{ revision: String(refused?.revision ?? revision) }}
        submit={t(refused?.conflict ? 'planning:conflict.save' : 'planning:save')}
        cancel={interventionPaths.intervention(interventionId)}
      />
    </>
  );
}
