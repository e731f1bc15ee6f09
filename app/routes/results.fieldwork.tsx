import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OpenWaveView } from '../components/context/open-wave-view.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import type { RouteHandle } from '../root.tsx';
import { openWave } from '../use-cases/results/open-wave/open-wave.server.ts';
import { cityHall } from './results/city-hall.server.ts';

export const handle: RouteHandle = { texts: ['results', 'context'], withoutScripts: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, translator } = await cityHall(request);
  return { title: translator.t('context:open.title'), open: openWave(database) };
}

export const meta = titleOfPage;

/** How far a wave is that is being answered, and what it will be able to show. */
export default function OpenWavePage() {
  const { title, open } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <>
      <h1>{title}</h1>
      {open ? <OpenWaveView open={open} /> : <p>{t('context:open.none')}</p>}
    </>
  );
}
