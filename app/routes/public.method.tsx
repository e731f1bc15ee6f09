import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { waveWords } from '../components/charts/figure-words.ts';
import { FlagRule, SampleLimits } from '../components/method/flag-rule.tsx';
import {
  Comparison,
  HowToCheck,
  Places,
  Precision,
  Protection,
  Weights,
  WhoIsAsked,
} from '../components/method/sections.tsx';
import { NothingPublished } from '../components/nothing-published.tsx';
import { resultsDatabase } from '../db.server.ts';
import { useTranslator } from '../i18n/context.tsx';
import { languageOf } from '../i18n/language.server.ts';
import { serverTranslator } from '../i18n/resources.server.ts';
import { methodReport } from '../use-cases/method-report.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { t } = serverTranslator(await languageOf(request));
  return { title: t('public:method.title'), report: methodReport(resultsDatabase()) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** How the newest published wave was made, in plain words with its own thresholds. */
export default function Method() {
  const { report } = useLoaderData<typeof loader>();
  const translator = useTranslator();
  const { t } = translator;
  if (!report) return <NothingPublished />;
  return (
    <article className="method-page">
      <h1>{t('public:method.title')}</h1>
      <p className="lead">
        {t('public:method.lead', {
          wave: waveWords(translator, report.wave),
          publication: report.publicationId,
        })}
      </p>
      <WhoIsAsked report={report} />
      <Weights report={report} />
      <Precision />
      <Comparison report={report} />
      <FlagRule report={report} />
      <SampleLimits report={report} />
      <Places report={report} />
      <Protection report={report} />
      <HowToCheck report={report} />
    </article>
  );
}
