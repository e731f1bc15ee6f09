import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { RegisterView } from '../components/interventions/register/register-view.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { interventionPaths, registerFilePaths } from '../paths/interventions.ts';
import type { RouteHandle } from '../root.tsx';
import { dayOfAct } from '../use-cases/results/interventions/city-act.ts';
import { consultationList } from '../use-cases/results/interventions/consultation-list.server.ts';
import { register } from '../use-cases/results/interventions/register.server.ts';
import { cityHall } from './results/city-hall.server.ts';

export const handle: RouteHandle = {
  texts: ['interventions', 'planning', 'results'],
  withoutScripts: true,
};

export async function loader({ request }: LoaderFunctionArgs) {
  const { user, database, translator } = await cityHall(request);
  const { overdue, awaited } = consultationList(database, { today: dayOfAct({ now: Date.now() }) });
  return {
    title: translator.t('interventions:register.title'),
    register: register(database, new URL(request.url).searchParams),
    overdue: overdue.length,
    awaited: awaited.length,
    mayWrite: user.role === 'city-analyst',
  };
}

export const meta = titleOfPage;

/** What the city does and means to do, for city hall; on paper it lies before the council. */
export default function Interventions() {
  const { title, register, overdue, awaited, mayWrite } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <RegisterView
      title={title}
      register={register}
      action={interventionPaths.interventions()}
      page={interventionPaths.intervention}
      fileOf={registerFilePaths.ofCity}
    >
      {overdue > 0 ? (
        <p className="notice watch">
          <a href={interventionPaths.consultations()}>{t('planning:overdue', { count: overdue })}</a>
        </p>
      ) : null}
      <p className="actions no-print">
        {mayWrite ? (
          <a className="button" href={interventionPaths.plan()}>
            {t('planning:new')}
          </a>
        ) : null}
        <a className="button secondary" href={interventionPaths.consultations()}>
          {t('planning:consultationsLink', { count: awaited + overdue })}
        </a>
      </p>
    </RegisterView>
  );
}
