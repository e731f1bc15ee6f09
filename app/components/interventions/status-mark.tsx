import type { InterventionStatus } from '#core/intervention/intervention.ts';
import { useTranslator } from '../../i18n/context.tsx';

const signs: Record<InterventionStatus, string> = {
  proposed: '○',
  consulted: '◔',
  decided: '◑',
  'under-way': '◕',
  done: '●',
  dropped: '✕',
};

/** How far an intervention is: a sign and a word, so that neither colour nor shape speaks alone. */
export function StatusMark({ status }: { status: InterventionStatus }) {
  const { t } = useTranslator();
  return (
    <span className={`status-mark status-${status}`}>
      <span aria-hidden="true">{signs[status]}</span> {t(`interventions:status.${status}`)}
    </span>
  );
}
