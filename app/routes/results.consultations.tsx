import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConsultationsView } from '../components/interventions/consultations-view.tsx';
import { RefusedSummary } from '../components/interventions/refused-summary.tsx';
import { districtWords } from '../components/interventions/where-words.ts';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { interventionPaths } from '../paths/interventions.ts';
import type { RouteHandle } from '../root.tsx';
import { dayOfAct } from '../use-cases/results/interventions/city-act.ts';
import { consultationList } from '../use-cases/results/interventions/consultation-list.server.ts';
import { cityHall, councilOf } from './results/city-hall.server.ts';
import { opinionGiver, typedForm } from './results/city-writer.server.ts';
import { doOpinion } from './results/intervention-acts.server.ts';

export const handle: RouteHandle = {
  texts: ['interventions', 'planning', 'results'],
  withoutScripts: true,
};

export async function loader({ request }: LoaderFunctionArgs) {
  const { user, database, translator } = await cityHall(request);
  const today = dayOfAct({ now: Date.now() });
  return {
    title: translator.t('planning:consultations.title'),
    list: consultationList(database, { today, district: user.district }),
    today,
    isDone: new URL(request.url).searchParams.get('done') === 'answered',
    council: councilOf(user),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const giver = await opinionGiver(request);
  const form = await typedForm(request);
  const answer = doOpinion(giver, form);
  if (!answer) throw new Response(null, { status: 400 });
  if (answer.ok) throw redirect(interventionPaths.consultations('answered'), { status: 303 });
  const { reason, field, values } = answer;
  const lines = [{ field, text: giver.translator.t(`planning:refused.${reason}`, values) }];
  return data({ lines, typed: form.typed }, { status: 422 });
}

export const meta = titleOfPage;

/** What district councils were asked, what is overdue, and what they said. */
export default function Consultations() {
  const { title, isDone, ...rest } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslator();
  return (
    <>
      {refused ? <RefusedSummary lines={refused.lines} /> : null}
      {isDone && !refused ? (
        <p className="notice done" role="status">
          {t('planning:done.answered')}
        </p>
      ) : null}
      <h1>{title}</h1>
      <p>{t('planning:consultations.lead')}</p>
      {typeof rest.council === 'number' ? (
        <p>{t('planning:consultations.own', { district: districtWords(rest.council) })}</p>
      ) : null}
      <ConsultationsView {...rest} typed={refused?.typed ?? {}} />
    </>
  );
}
