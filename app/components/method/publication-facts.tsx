import type { PublishedMethod } from '#core/publication/published-method.ts';
import type { PublishedRun } from '#core/publication/published-run.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { publicPaths } from '../../paths/public.ts';

interface PublicationFactsProps {
  publicationId: string;
  sha256: string;
  method: PublishedMethod;
}

/** By what a publication and everything behind it can be recognised: versions, seed, runs and digests. */
export function PublicationFacts({ publicationId, sha256, method }: PublicationFactsProps) {
  const { t } = useTranslator();
  const runWords = ({ run, inputSha256, outputSha256 }: PublishedRun) =>
    t('method:check.run', { run, input: inputSha256, output: outputSha256 });
  const facts = [
    ['publication', publicationId],
    ['digest', sha256],
    ['method', method.methodVersion],
    ['rule', method.rule.version],
    ...(method.study
      ? ([
          ['study', method.study.name],
          ['studyFile', method.study.fileSha256],
          ['studyMapping', method.study.mappingSha256],
        ] as const)
      : ([['seed', method.frameSha256 === null ? t('method:check.notDrawn') : method.seed]] as const)),
    ['frame', method.frameSha256 ?? t('method:check.none')],
    ['responses', method.responsesSha256],
    ['weightsRun', runWords(method.runs.weights)],
    ['analysisRun', runWords(method.runs.analysis)],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`method:check.${name}`)}</dt>
          <dd>
            <code>{value}</code>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** How anyone checks the figures: by what they are recognised, and where they can be had. */
export function HowToCheck({ waveId, ...facts }: PublicationFactsProps & { waveId: string }) {
  const { t } = useTranslator();
  return (
    <section aria-labelledby="method-check">
      <h2 id="method-check">{t('method:check.title')}</h2>
      <PublicationFacts {...facts} />
      <p>
        <a href={publicPaths.data}>{t('method:check.data')}</a> ({waveId})
      </p>
    </section>
  );
}
