import type { Action } from '#app/use-cases/results/interventions/actions-for.server.ts';
import type { LocalisedText } from '#core/language.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { ActionLine } from '../interventions/actions/action-line.tsx';

interface ActUnderProps {
  wishes: readonly LocalisedText[];
  /** How many said so, rounded down to 10; null for fewer than 10. */
  wishedBy: number | null;
  actions: readonly Action[];
  paths: { intervention(interventionId: string): string };
  plan?: string | undefined;
  /** Whether flags of several indicators stand above. */
  tellsAim: boolean;
}

/**
 * Under a district or a place where to act: what those who know its unsafe spots want done most, and what is
 * being done.
 */
export function ActUnder({ wishes, wishedBy, actions, paths, plan, tellsAim }: ActUnderProps) {
  const { t, language } = useTranslator();
  return (
    <div className="act-under">
      {wishes.length > 0 ? (
        <p>
          {t('overview:act.wantOf', {
            base:
              wishedBy === null ? 'n\u00a0<\u00a010' : `n\u00a0=\u00a0${formatNumber(language, wishedBy)}`,
            wishes: wishes.map((wish) => wish[language]).join('; '),
          })}
        </p>
      ) : null}
      <ActionLine actions={actions} paths={paths} plan={plan} tellsAim={tellsAim} />
    </div>
  );
}
