import { useTranslator } from '../../i18n/context.tsx';
import type { RegisteredIntervention } from '../../use-cases/results/interventions/register.server.ts';
import { effectSentence } from './effect-words.ts';

/** Whether it helped, in one sentence, for every line of the register. */
export function EffectLine({ row, effect, isCompared }: Omit<RegisteredIntervention, 'course'>) {
  const translator = useTranslator();
  const { t } = translator;
  if (row.status === 'dropped') return <>{t('interventions:effect.dropped')}</>;
  if (!isCompared) {
    const isOver = row.status === 'under-way' || row.status === 'done';
    return <>{t(isOver ? 'interventions:effect.notCompared' : 'interventions:effect.notYetCompared')}</>;
  }
  return <>{effect ? effectSentence(translator, effect) : t('interventions:effect.without.no-wave-after')}</>;
}
