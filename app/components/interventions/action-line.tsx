import { useTranslator } from '../../i18n/context.tsx';
import { formatDay } from '../../i18n/format.ts';
import type { Action } from '../../use-cases/results/interventions/actions-for.server.ts';

interface ActionLineProps {
  actions: readonly Action[];
  /** `interventionPaths` or `publicInterventionPaths`. */
  paths: { intervention(interventionId: string): string };
  /** Where the reader may plan one, if they may: `interventionPaths.plan({ … })`. */
  plan?: string | undefined;
}

/** What is being done about a flag, and who answers for it; or that nothing is, with the way to plan it. */
export function ActionLine({ actions, paths, plan }: ActionLineProps) {
  const { t, language } = useTranslator();
  if (actions.length === 0) {
    return (
      <p className="action-line action-line-none">
        {t('interventions:line.none')}
        {plan ? (
          <>
            {' '}
            <a href={plan} className="no-print">
              {t('interventions:line.plan')}
            </a>
          </>
        ) : null}
      </p>
    );
  }
  return (
    <ul className="action-line">
      {actions.map(({ interventionId, title, status, startsOn, responsible }) => (
        <li key={interventionId}>
          <a href={paths.intervention(interventionId)}>{title}</a>{' '}
          {t(`interventions:line.${status}`, { day: formatDay(language, startsOn, 'medium') })}
          {'; '}
          {t('interventions:line.responsible', { responsible })}
        </li>
      ))}
    </ul>
  );
}
