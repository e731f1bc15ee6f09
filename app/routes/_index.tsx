import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LanguageSwitch } from '../components/page/language-switch.tsx';
import { PageFrame } from '../components/page/page-frame.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { ResidentFooter } from '../components/page/resident-footer.tsx';
import { CodeForm } from '../components/questionnaire/code-form.tsx';
import { WayOn } from '../components/questionnaire/way-on.tsx';
import { servesArea } from '../db.server.ts';
import { useTranslator } from '../i18n/context.tsx';
import { languageOf } from '../i18n/language.server.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import { fieldworkPaths } from '../paths/fieldwork.ts';
import { frontPaths, signInPaths } from '../paths/front.ts';
import { publicPaths } from '../paths/public.ts';
import { resultsPaths } from '../paths/results.ts';
import { residentPaths } from '../paths/s.ts';
import { invitation } from './s/invitation.server.ts';
import type { ResidentHandle } from './s/route.tsx';
import { residentContext, wayOn } from './s/visit.server.ts';

export const handle: ResidentHandle = { texts: ['resident'], withoutScripts: true };

/** Who comes here, and where they go: residents with their letter first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const language = await languageOf(request);
  return {
    title: serverTranslator(language).t('resident:front.title'),
    onward: servesArea('survey') ? await wayOn(request, residentContext()) : null,
    consent: servesArea('survey') ? invitation(language).consent : null,
    offers: (
      [
        ['public', publicPaths.overview(), servesArea('public')],
        ['city', signInPaths.signIn(resultsPaths.overview()), servesArea('results')],
        ['firm', signInPaths.signIn(fieldworkPaths.waves), servesArea('fieldwork')],
      ] as const
    )
      .filter(([, , served]) => served)
      .map(([who, to]) => ({ who, to })),
  };
}

export const meta = titleOfPage;

export default function FrontDoor() {
  const { onward, consent, offers } = useLoaderData<typeof loader>();
  const { t } = useTranslator();
  return (
    <PageFrame
      room="resident"
      title={t(consent === null ? 'resident:front.room' : 'resident:room')}
      home={frontPaths.home}
      aside={<LanguageSwitch returnTo={frontPaths.home} />}
      footer={consent === null ? undefined : <ResidentFooter />}
    >
      <h1>{t('resident:front.title')}</h1>
      <p className="lead">{t('resident:front.lead')}</p>
      {consent === null ? null : (
        <section className="front-code" aria-labelledby="front-code-title">
          <h2 id="front-code-title">{t('resident:front.code.title')}</h2>
          <WayOn to={onward} />
          <CodeForm consent={consent} />
          <p>
            <a className="link-target" href={residentPaths.invitation}>
              {t('resident:front.code.more')}
            </a>
          </p>
        </section>
      )}
      {consent === null ? null : <h2>{t('resident:front.others')}</h2>}
      <ul className="front-offers">
        {offers.map(({ who, to }) => (
          <li key={who}>
            <a href={to}>{t(`resident:front.${who}.title`)}</a>
            <span>{t(`resident:front.${who}.what`)}</span>
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}
