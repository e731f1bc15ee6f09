import { useTranslator } from '../../../i18n/context.tsx';
import { cameraPaths } from '../../../paths/cameras.ts';
import type { Action } from '../../../use-cases/results/interventions/actions-for.server.ts';
import { actionState, answersWords } from './action-words.ts';

interface ActionLineProps {
  actions: readonly Action[];
  /** `interventionPaths` or `publicInterventionPaths`. */
  paths: { intervention(interventionId: string): string };
  /** Where the reader may plan one, if they may: `interventionPaths.plan({ … })`. */
  plan?: string | undefined;
  /** Whether the indicator that is aimed at is named: not beside a flag of that indicator alone. */
  tellsAim?: boolean;
}

/**
 * What is being done about a flag, and who answers for it; or that nothing is, with what ended there and the
 * way to plan it.
 */
export function ActionLine({ actions, paths, plan, tellsAim = true }: ActionLineProps) {
  const translator = useTranslator();
  const { t } = translator;
  const isNothing = actions.every(({ hasEnded }) => hasEnded);
  const isUnplanned = !actions.some(
    ({ what, isOfDistrict, hasEnded }) => what === 'intervention' && !isOfDistrict && !hasEnded,
  );
  const planLink =
    plan && isUnplanned ? (
      <a href={plan} className="no-print">
        {t('interventions:line.plan')}
      </a>
    ) : null;
  return (
    <>
      {isNothing ? (
        <p className="action-line action-line-none">
          {t('interventions:line.none')} {planLink}
        </p>
      ) : null}
      {actions.length > 0 ? (
        <ul className="action-line">
          {actions.map((action) => (
            <li key={`${action.what} ${action.id}`}>
              <a
                href={
                  action.what === 'camera' ? cameraPaths.proposal(action.id) : paths.intervention(action.id)
                }
              >
                {action.title}
              </a>{' '}
              {actionState(translator, action, { tellsAim })}
              <span className="action-answers">{answersWords(translator, action)}</span>
            </li>
          ))}
          {isNothing || planLink === null ? null : <li className="no-print">{planLink}</li>}
        </ul>
      ) : null}
    </>
  );
}
