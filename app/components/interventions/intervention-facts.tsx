import { courseOfSteps } from '#core/intervention/course.ts';
import { placeAim } from '#core/intervention/plan.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { resultsPaths } from '../../paths/results.ts';
import type { InterventionReport } from '../../use-cases/results/interventions/intervention-report.server.ts';
import { waveIdWords } from '../page/wave-words.ts';
import { costWords } from './cost-words.ts';
import { courseWords } from './course-words.ts';
import { StatusMark } from './status-mark.tsx';
import { whereWords } from './where-words.ts';

/** What, where, who answers, when, what it costs, and what for. */
export function InterventionFacts({ row, documents, aimName, steps }: InterventionReport) {
  const translator = useTranslator();
  const { t, language } = translator;
  const column = (name: string) => t(`interventions:column.${name}`);
  const flagWaves = row.flagWaves
    .split(' ')
    .filter(Boolean)
    .map((wave) => waveIdWords(translator, wave));
  const flagWave = row.flag?.split('.')[0] ?? null;
  return (
    <>
      <dl className="facts intervention-facts">
        <dt>{column('status')}</dt>
        <dd>
          <StatusMark status={row.status} />
        </dd>
        <dt>{column('kind')}</dt>
        <dd>{t(`interventions:kind.${row.kind}`)}</dd>
        <dt>{column('where')}</dt>
        <dd>
          {row.district === null ? (
            whereWords(translator, row)
          ) : (
            <a href={resultsPaths.district(row.district)}>{whereWords(translator, row)}</a>
          )}
        </dd>
        <dt>{column('responsible')}</dt>
        <dd>{row.responsible}</dd>
        <dt>{column('when')}</dt>
        <dd>{courseWords(translator, row, courseOfSteps(steps), 'long')}</dd>
        <dt>{column('cost')}</dt>
        <dd>{costWords(translator, row.cost)}</dd>
        <dt>{t('planning:aim')}</dt>
        <dd>
          {row.aimSize === null
            ? t('planning:aimNone')
            : t('planning:aimIs', {
                name:
                  row.aimIndicator === placeAim ? t('interventions:placeAim') : (aimName?.[language] ?? ''),
                size: formatNumber(language, row.aimSize, Number.isInteger(row.aimSize) ? 0 : 1),
              })}
        </dd>
        {flagWave === null ? null : (
          <>
            <dt>{t('planning:flag')}</dt>
            <dd>
              <a href={resultsPaths.flags({ wave: flagWave })}>
                {flagWaves.length > 1
                  ? t('planning:flagOfYear', { waves: flagWaves.join(', ') })
                  : t('planning:flagOf', { wave: waveIdWords(translator, flagWave) })}
              </a>
            </dd>
          </>
        )}
        {documents.length === 0 ? null : (
          <>
            <dt>{t('planning:field.documents')}</dt>
            <dd>
              <ul className="plain-list">
                {documents.map((document) =>
                  document.kind === 'address' ? (
                    <li key={document.href}>
                      <a href={document.href} rel="noreferrer noopener nofollow">
                        {document.href}
                      </a>
                    </li>
                  ) : (
                    <li key={document.number}>{document.number}</li>
                  ),
                )}
              </ul>
            </dd>
          </>
        )}
      </dl>
      {row.description === '' ? null : <p className="intervention-description">{row.description}</p>}
    </>
  );
}
