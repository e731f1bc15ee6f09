import { type PlanFault, type PlanText, placeAim, planFields } from '#core/intervention/plan.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { Translator } from '../../i18n/translate.ts';
import { aimIndicators } from '../../use-cases/results/interventions/areas.server.ts';

/** The fields of an intervention as they came in a posted form; a field that did not come is empty. */
export function planTyped(typed: Readonly<Record<string, string>>): PlanText {
  return Object.fromEntries(planFields.map((field) => [field, typed[field] ?? ''])) as PlanText;
}

/** Faults as a refusal says them, each with its field. */
export function faultLines({ t }: Translator, faults: readonly PlanFault[]) {
  return faults.map(({ field, code, found }) => ({
    field,
    text: `${t(`planning:field.${field}`)}: ${t(`planning:fault.${code}`, { found })}`,
  }));
}

/** Indicators that may be aimed at, by name in the reader's language. */
export function aimsOf(
  database: ResultsDatabase,
  { t, language }: Translator,
): { id: string; name: string }[] {
  return [
    ...aimIndicators(database).map(({ id, name }) => ({ id, name: name[language] })),
    { id: placeAim, name: t('planning:aimOfPlace') },
  ];
}
