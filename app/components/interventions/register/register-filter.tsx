import { interventionKinds, interventionStatuses } from '#core/intervention/intervention.ts';
import { useTranslator } from '../../../i18n/context.tsx';
import type { Register } from '../../../use-cases/results/interventions/register.server.ts';
import { districtWords } from '../where-words.ts';

/** Narrows the register; a plain form that works without scripts. */
export function RegisterFilter({ register, action }: { register: Register; action: string }) {
  const { t } = useTranslator();
  const { chosen, districts, responsible } = register;
  const select = (name: string, value: string | number | null, options: [string | number, string][]) => (
    <div className="field">
      <label htmlFor={`filter-${name}`}>{t(`interventions:column.${name}`)}</label>
      <select id={`filter-${name}`} name={name} defaultValue={value ?? ''}>
        <option value="">{t('interventions:filter.all')}</option>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <form method="get" action={action} className="chooser no-print">
      {select(
        'status',
        chosen.status,
        interventionStatuses.map((status) => [status, t(`interventions:status.${status}`)]),
      )}
      {select(
        'kind',
        chosen.kind,
        interventionKinds.map((kind) => [kind, t(`interventions:kind.${kind}`)]),
      )}
      {select(
        'district',
        chosen.district,
        districts.map((number) => [number, districtWords(number)]),
      )}
      {select(
        'responsible',
        chosen.responsible,
        responsible.map((name) => [name, name]),
      )}
      <button type="submit" className="secondary">
        {t('interventions:filter.show')}
      </button>
    </form>
  );
}
