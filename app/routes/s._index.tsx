import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { titleOfPage } from '../components/page/page-title.ts';
import { CodeForm } from '../components/questionnaire/code-form.tsx';
import { Introduction } from '../components/questionnaire/introduction.tsx';
import { WayOn } from '../components/questionnaire/way-on.tsx';
import { useTranslator } from '../i18n/context.tsx';
import { languageOf } from '../i18n/language.server.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import { invitation } from './s/invitation.server.ts';
import type { ResidentHandle } from './s/route.tsx';
import { residentContext, wayOn } from './s/visit.server.ts';

export const handle: ResidentHandle = { withoutScripts: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const onward = await wayOn(request, residentContext());
  const language = await languageOf(request);
  return { title: serverTranslator(language).t('resident:start.title'), onward, ...invitation(language) };
}

export const meta = titleOfPage;

export default function Invitation() {
  const { introduction, consent, onward } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <>
      <h1>{t('resident:start.title')}</h1>
      <WayOn to={onward} />
      <Introduction sentences={introduction} />
      <CodeForm consent={consent} />
    </>
  );
}
