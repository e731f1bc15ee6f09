import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DrawSection } from '../components/method/draw-section.tsx';
import { FlagRule } from '../components/method/flag-rule.tsx';
import { HowToCheck } from '../components/method/publication-facts.tsx';
import { SampleLimits } from '../components/method/sample-limits.tsx';
import { Comparison, Places, Precision, Protection, WhoIsAsked } from '../components/method/sections.tsx';
import { Sources } from '../components/method/sources.tsx';
import { WeightsSection } from '../components/method/weights-section.tsx';
import { NothingPublished } from '../components/page/nothing-published.tsx';
import { titleOfPage } from '../components/page/page-title.ts';
import { waveWords } from '../components/page/wave-words.ts';
import { useTranslator } from '../i18n/context.tsx';
import type { RouteHandle } from '../root.tsx';
import { methodReport } from '../use-cases/results/method-report.server.ts';
import { anyone } from './public/anyone.server.ts';

export const handle: RouteHandle = { texts: ['method'], withoutScripts: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, translator } = await anyone(request);
  return { title: translator.t('method:title'), report: methodReport(database) };
}

export const meta = titleOfPage;

/** How the newest published wave was made, in plain words with its own thresholds. */
export default function Method() {
  const { report } = useLoaderData<typeof loader>();
  const translator = useTranslator();
  const { t } = translator;
  if (!report) return <NothingPublished to="anyone" />;
  return (
    <article className="method-page">
      <h1>{t('method:title')}</h1>
      <p className="lead">
        {t('method:lead', {
          wave: waveWords(translator, report.wave),
          publication: report.publicationId,
        })}
      </p>
      <WhoIsAsked report={report} />
      <DrawSection report={report} />
      <WeightsSection report={report} />
      <Precision />
      <Comparison report={report} />
      <FlagRule report={report} />
      <SampleLimits sample={report.sample} leads={report.leads} seen />
      <Places report={report} />
      <Protection report={report} />
      <HowToCheck
        publicationId={report.publicationId}
        sha256={report.sha256}
        method={report.method}
        waveId={report.wave.waveId}
      />
      <Sources />
    </article>
  );
}
