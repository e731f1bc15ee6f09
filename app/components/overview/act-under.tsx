import type { Action } from '#app/use-cases/results/interventions/actions-for.server.ts';
import type { LocalisedText } from '#core/language.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { ActionLine } from '../interventions/action-line.tsx';

interface ActUnderProps {
  wishes: readonly LocalisedText[];
  actions: readonly Action[];
  paths: { intervention(interventionId: string): string };
  plan?: string | undefined;
}

/** Under a district or a place where to act: what residents want done there most, and what is being done. */
export function ActUnder({ wishes, actions, paths, plan }: ActUnderProps) {
  const { t, language } = useTranslator();
  return (
    <div className="act-under">
      {wishes.length > 0 ? (
        <p>{t('overview:act.want', { wishes: wishes.map((wish) => wish[language]).join('; ') })}</p>
      ) : null}
      <ActionLine actions={actions} paths={paths} plan={plan} />
    </div>
  );
}
