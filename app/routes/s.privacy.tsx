import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { languageOf } from '../i18n/language.server.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import { residentPaths } from '../paths/s.ts';
import type { ResidentHandle } from './s/route.tsx';
import { residentContext, wayOn } from './s/visit.server.ts';

export const handle: ResidentHandle = { withoutScripts: true };

const sections = [
  'controller',
  'source',
  'purpose',
  'answers',
  'receipt',
  'recipients',
  'period',
  'rights',
  'complaint',
  'device',
] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const back = await wayOn(request, residentContext());
  return { title: serverTranslator(await languageOf(request)).t('resident:privacy.title'), back };
}

export const meta = titleOfPage;

/** What articles 13 and 14 of the GDPR ask for, in plain words. */
export default function Privacy() {
  const { back } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <>
      <h1>{t('resident:privacy.title')}</h1>
      {sections.map((section) => (
        <section key={section}>
          <h2>{t(`resident:privacy.${section}.title`)}</h2>
          <p>{t(`resident:privacy.${section}.what`)}</p>
        </section>
      ))}
      <p className="actions">
        <a className="button secondary" href={back ?? residentPaths.invitation}>
          {t(back ? 'resident:wayOn' : 'resident:privacy.back')}
        </a>
      </p>
    </>
  );
}
