import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ActHistory } from '../components/interventions/act-history.tsx';
import { ComparisonSection } from '../components/interventions/comparison-section.tsx';
import { ConsultationSection } from '../components/interventions/consultation-section.tsx';
import { EffectSection } from '../components/interventions/effect-section.tsx';
import { InterventionFacts } from '../components/interventions/intervention-facts.tsx';
import { RefusedSummary } from '../components/interventions/refused-summary.tsx';
import { StepSection } from '../components/interventions/step-section.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { interventionPaths } from '../paths/interventions.ts';
import type { RouteHandle } from '../root.tsx';
import { dayOfAct } from '../use-cases/results/interventions/city-act.ts';
import { interventionReport } from '../use-cases/results/interventions/intervention-report.server.ts';
import { cityHall, councilOf } from './results/city-hall.server.ts';
import { cityWriter, opinionGiver, typedForm } from './results/city-writer.server.ts';
import { doInterventionAct, doOpinion } from './results/intervention-acts.server.ts';
import { aimsOf } from './results/plan-pages.server.ts';

export const handle: RouteHandle = {
  texts: ['interventions', 'planning', 'results'],
  withoutScripts: true,
};

const acts = ['proposed', 'changed', 'stepped', 'asked', 'answered', 'chosen', 'frozen'] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, database, translator } = await cityHall(request);
  const report = interventionReport(database, params.intervention ?? '');
  if (!report) throw new Response(null, { status: 404 });
  const done = new URL(request.url).searchParams.get('done');
  return {
    title: report.row.title,
    report,
    aims: aimsOf(database, translator),
    today: dayOfAct({ now: Date.now() }),
    done: acts.find((act) => act === done) ?? null,
    mayWrite: user.role === 'city-analyst',
    council: councilOf(user),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const giver = await opinionGiver(request);
  const { database, translator } = giver;
  const interventionId = params.intervention ?? '';
  if (!database.interventions.intervention(interventionId)) throw new Response(null, { status: 404 });
  const form = await typedForm(request);
  const answer = doOpinion(giver, form) ?? (await doWritersAct(request, interventionId, form));
  if (!answer) throw new Response(null, { status: 400 });
  if (answer.ok) {
    throw redirect(interventionPaths.intervention(interventionId, answer.done), { status: 303 });
  }
  const { reason, field, values } = answer;
  const lines = [{ field, text: translator.t(`planning:refused.${reason}`, values) }];
  return data({ lines, typed: form.typed, ticked: form.list('area') }, { status: 422 });
}

/** Everything but an opinion is the analyst's. */
async function doWritersAct(
  request: Request,
  interventionId: string,
  form: Awaited<ReturnType<typeof typedForm>>,
) {
  const { database, act, translator } = await cityWriter(request);
  return doInterventionAct(database, interventionId, form, act, translator);
}

export const meta = titleOfPage;

/** One intervention: what it is, how far it is, what the council said, and whether it helped. */
export default function Intervention() {
  const { title, report, aims, today, done, mayWrite, council } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslator();
  const { interventionId, status } = report.row;
  const typed = refused?.typed ?? {};
  const typedIn = (act: string) => (typed.act === act ? typed : {});
  return (
    <div className="intervention-page">
      {refused ? <RefusedSummary lines={refused.lines} /> : null}
      {done && !refused ? (
        <p className="notice done" role="status">
          {t(`planning:done.${done}`)}
        </p>
      ) : null}
      <p className="no-print">
        <a href={interventionPaths.interventions()}>{t('planning:toRegister')}</a>
      </p>
      <h1>{title}</h1>
      <p className="hint">
        {interventionId}
        {report.row.synthetic ? ` · ${t('interventions:synthetic')}` : null}
      </p>
      <InterventionFacts {...report} />
      {mayWrite && status !== 'done' && status !== 'dropped' ? (
        <p className="actions no-print">
          <a className="button secondary" href={interventionPaths.edit(interventionId)}>
            {t('planning:edit')}
          </a>
        </p>
      ) : null}
      <EffectSection report={report} />
      <ComparisonSection
        report={report}
        mayWrite={mayWrite}
        ticked={typed.act === 'comparison' && refused ? refused.ticked : null}
      />
      <ConsultationSection
        report={report}
        mayWrite={mayWrite}
        council={council}
        typed={typed.act === 'opinion' ? typed : typedIn('consultation')}
        today={today}
      />
      <StepSection report={report} mayWrite={mayWrite} typed={typedIn('step')} today={today} />
      <ActHistory acts={report.acts} aims={aims} />
    </div>
  );
}
