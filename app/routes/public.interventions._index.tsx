import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { RegisterView } from '../components/interventions/register/register-view.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { publicInterventionPaths, registerFilePaths } from '../paths/interventions.ts';
import type { RouteHandle } from '../root.tsx';
import { register } from '../use-cases/results/interventions/register.server.ts';
import { anyone } from './public/anyone.server.ts';

export const handle: RouteHandle = { texts: ['public', 'interventions', 'results'], withoutScripts: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, translator } = await anyone(request);
  return {
    title: translator.t('interventions:register.title'),
    register: register(database, new URL(request.url).searchParams),
  };
}

export const meta = titleOfPage;

/** What the city does about its flags, for anyone. */
export default function PublicInterventions() {
  const { title, register } = useLoaderData<typeof loader>();
  return (
    <RegisterView
      title={title}
      register={register}
      action={publicInterventionPaths.interventions()}
      fileOf={registerFilePaths.ofAnyone}
    />
  );
}
