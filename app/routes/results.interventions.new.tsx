import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PlanForm } from '../components/interventions/plan-form.tsx';
import { RefusedSummary } from '../components/interventions/refused-summary.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { waveIdWords } from '../components/page/wave-words.ts';
import { useTranslator } from '../i18n/context.tsx';
import { interventionPaths } from '../paths/interventions.ts';
import type { RouteHandle } from '../root.tsx';
import { isDemonstration } from '../server/demonstration.server.ts';
import { interventionAreas } from '../use-cases/results/interventions/areas.server.ts';
import { planIntervention } from '../use-cases/results/interventions/plan-intervention.server.ts';
import { flagOf, planStart } from '../use-cases/results/interventions/plan-start.server.ts';
import { cityWriter, typedForm } from './results/city-writer.server.ts';
import { aimsOf, faultLines, planTyped } from './results/plan-pages.server.ts';

export const handle: RouteHandle = {
  texts: ['interventions', 'planning', 'results'],
  withoutScripts: true,
};

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, translator } = await cityWriter(request);
  return {
    title: translator.t('planning:newTitle'),
    start: planStart(database, new URL(request.url).searchParams),
    areas: interventionAreas(database),
    aims: aimsOf(database, translator),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { database, translator, act } = await cityWriter(request);
  const { typed } = await typedForm(request);
  const plan = planTyped(typed);
  const flag = flagOf(typed.flag ?? null)?.text ?? null;
  const answer = planIntervention(database, { typed: plan, flag, synthetic: isDemonstration() }, act);
  if (answer.ok) {
    throw redirect(interventionPaths.intervention(answer.interventionId, 'proposed'), { status: 303 });
  }
  if (answer.reason === 'flag-unknown') {
    const lines = [{ field: 'title', text: translator.t('planning:refused.flag-unknown') }];
    return data({ plan, flag: null, faults: [], lines }, { status: 422 });
  }
  const { faults } = answer;
  return data({ plan, flag, faults, lines: faultLines(translator, faults) }, { status: 422 });
}

export const meta = titleOfPage;

/** A new intervention, from a flag, a place, or freely. */
export default function NewIntervention() {
  const { title, start, areas, aims } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const translator = useTranslator();
  const { t } = translator;
  return (
    <>
      {refused ? <RefusedSummary lines={refused.lines} /> : null}
      <h1>{title}</h1>
      <p>{t('planning:newLead')}</p>
      {start.unflagged === null ? null : (
        <p className="notice">
          {t('planning:unflagged', { wave: waveIdWords(translator, start.unflagged) })}
        </p>
      )}
      <PlanForm
        typed={refused?.plan ?? start.typed}
        faults={refused?.faults ?? []}
        areas={areas}
        aims={aims}
        hidden={{ flag: (refused ? refused.flag : start.flag) ?? '' }}
        submit={t('planning:propose')}
        cancel={interventionPaths.interventions()}
      />
    </>
  );
}
