import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { titleOfPage } from '../components/page/page-title.ts';
import { useTranslator } from '../i18n/context.tsx';
import type { RouteHandle } from '../root.tsx';
import { anyone } from './public/anyone.server.ts';

export const handle: RouteHandle = { texts: ['public', 'exports'], withoutScripts: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const { translator } = await anyone(request);
  return { title: translator.t('exports:accessibility.title') };
}

export const meta = titleOfPage;

const sections = {
  status: ['statusWhat'],
  how: ['howWhat', 'howNot'],
  gaps: ['gapCharts', 'gapPapers', 'gapPictures'],
  tell: ['tellWhat'],
  keys: ['keysWhat'],
} as const;

/** What of the public pages is accessible, how that is known, and whom to tell what is not. */
export default function AccessibilityPage() {
  const { title } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <article>
      <h1>{title}</h1>
      <p className="lead">{t('exports:accessibility.lead')}</p>
      {Object.entries(sections).map(([section, paragraphs]) => (
        <section key={section} aria-labelledby={section}>
          <h2 id={section}>{t(`exports:accessibility.${section}`)}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{t(`exports:accessibility.${paragraph}`)}</p>
          ))}
        </section>
      ))}
    </article>
  );
}
