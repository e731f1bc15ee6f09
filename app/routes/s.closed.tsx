import type { LoaderFunctionArgs } from '@remix-run/node';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import { languageOf } from '../i18n/language.server.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import type { ResidentHandle } from './s/route.tsx';
import { residentContext } from './s/visit.server.ts';

export const handle: ResidentHandle = { withoutScripts: true };

export async function loader({ request }: LoaderFunctionArgs) {
  residentContext();
  return { title: serverTranslator(await languageOf(request)).t('resident:closed.title') };
}

export const meta = titleOfPage;

export default function Closed() {
  const { t } = useTranslator();
  return (
    <>
      <h1>{t('resident:closed.title')}</h1>
      <p>{t('resident:closed.what')}</p>
      <p>{t('resident:closed.saved')}</p>
    </>
  );
}
