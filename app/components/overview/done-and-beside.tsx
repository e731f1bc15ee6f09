import type {
  BesideFigure,
  JudgedInterventions,
} from '#app/use-cases/results/overview/done-and-beside.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { contextPaths } from '../../paths/context.ts';
import { amountWords } from '../context/amount.ts';
import { periodWords } from '../context/period-words.ts';
import { effectSentence } from '../interventions/effect-words.ts';

interface WhatHelpedProps {
  judged: JudgedInterventions;
  /** Where one intervention is read, and all of them. */
  paths: { intervention(interventionId: string): string; interventions(): string };
}

/** What came of earlier interventions, with their intervals; that it cannot be told is a result too. */
export function WhatHelped({ judged: { newest, others }, paths }: WhatHelpedProps) {
  const translator = useTranslator();
  const { t } = translator;
  if (newest.length === 0) return null;
  return (
    <section aria-labelledby="helped-title" className="overview-helped">
      <h2 id="helped-title">{t('overview:helped.title')}</h2>
      <ul>
        {newest.map(({ interventionId, title, effect }) => (
          <li key={interventionId}>
            <a href={paths.intervention(interventionId)}>{title}</a>: {effectSentence(translator, effect)}
          </li>
        ))}
      </ul>
      {others === 0 ? null : (
        <p>
          <a href={paths.interventions()}>{t('overview:helped.others', { count: others })}</a>
        </p>
      )}
    </section>
  );
}

/** What services count, each with its period; sources stand on the page of each. */
export function BesidePerception({ figures }: { figures: readonly BesideFigure[] }) {
  const translator = useTranslator();
  const { t, language } = translator;
  if (figures.length === 0) return null;
  return (
    <section aria-labelledby="beside-title" className="overview-beside">
      <h2 id="beside-title">{t('overview:beside.title')}</h2>
      <ul>
        {figures.map(
          ({ seriesId, name, nameEnglish, unit, unitEnglish, periodLength, period, value, synthetic }) => (
            <li key={seriesId}>
              <a href={contextPaths.series(seriesId)}>{language === 'pl' ? name : nameEnglish}</a>:{' '}
              {amountWords(language, value)} ({language === 'pl' ? unit : unitEnglish},{' '}
              {periodWords(translator, periodLength, period)}
              {synthetic ? `; ${t('overview:beside.synthetic')}` : ''})
            </li>
          ),
        )}
      </ul>
      <p>
        {t('overview:beside.never')} <a href={contextPaths.list}>{t('overview:beside.all')}</a>
      </p>
    </section>
  );
}
