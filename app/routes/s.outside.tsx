import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { screenedOut } from '#core/questionnaire/interview/routing.ts';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { languageOf } from '../i18n/language.server.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import { residentPaths } from '../paths/s.ts';
import { readDraft } from '../use-cases/wave/draft.server.ts';
import { questionnaireOf } from '../use-cases/wave/questionnaire-of-wave.server.ts';
import type { ResidentHandle } from './s/route.tsx';
import { requireAnswering, residentContext } from './s/visit.server.ts';

export const handle: ResidentHandle = { withoutScripts: true };

/** The end for someone who is not of the population; a slip can be corrected. */
export async function loader({ request }: LoaderFunctionArgs) {
  const resident = residentContext();
  const visit = await requireAnswering(request, resident);
  const draft = readDraft(resident, visit);
  const questionnaire = questionnaireOf(resident.database, visit.wave);
  if (!draft || !screenedOut(questionnaire, draft.answers))
    throw redirect(residentPaths.start, { status: 303 });
  const { t } = serverTranslator(await languageOf(request));
  return { title: t('resident:outside.title'), back: residentPaths.step(draft.page) };
}

export const meta = titleOfPage;

export default function Outside() {
  const { back } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <>
      <h1>{t('resident:outside.title')}</h1>
      <p>{t('resident:outside.what')}</p>
      <p>{t('resident:outside.slip')}</p>
      <p className="actions">
        <a className="button secondary" href={back}>
          {t('resident:outside.back')}
        </a>
      </p>
    </>
  );
}
