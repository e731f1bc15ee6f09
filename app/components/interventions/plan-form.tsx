import { interventionKinds } from '#core/intervention/intervention.ts';
import type { InterventionArea, PlanFault, PlanField, PlanText } from '#core/intervention/plan.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { FormField } from '../page/form-field.tsx';
import { SelectField, TextField } from './form-fields.tsx';
import { areaWords, whereWords } from './where-words.ts';

interface PlanFormProps {
  typed: PlanText;
  faults: readonly PlanFault[];
  areas: readonly InterventionArea[];
  aims: readonly { id: string; name: string }[];
  /** Carried along unseen: the flag, or the revision that the form began from. */
  hidden: Record<string, string>;
  submit: string;
  cancel: string;
}

/**
 * The form of an intervention, new or changed; it works without scripts, and says every fault beside its
 * field.
 */
export function PlanForm({ typed, faults, areas, aims, hidden, submit, cancel }: PlanFormProps) {
  const translator = useTranslator();
  const { t } = translator;
  const field = (name: PlanField) => {
    const fault = faults.find((found) => found.field === name);
    return {
      name,
      label: t(`planning:field.${name}`),
      defaultValue: typed[name],
      problem: fault ? t(`planning:fault.${fault.code}`, { found: fault.found }) : null,
    };
  };
  const places = areas.filter(({ placeId }) => placeId !== null);
  return (
    <form method="post" noValidate className="plan-form">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormField {...field('title')} hint={t('planning:hint.title')} maxLength={160} />
      <div className="field-row">
        <SelectField {...field('kind')} empty={t('planning:choose')}>
          {interventionKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`interventions:kind.${kind}`)}
            </option>
          ))}
        </SelectField>
        <SelectField {...field('where')} empty={t('planning:choose')}>
          <optgroup label={t('planning:places')}>
            {places.map((area) => (
              <option key={area.area} value={area.area}>
                {whereWords(translator, area)}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('planning:districts')}>
            {areas
              .filter(({ placeId }) => placeId === null)
              .map(({ area }) => (
                <option key={area} value={area}>
                  {areaWords(area)}
                </option>
              ))}
          </optgroup>
        </SelectField>
      </div>
      <TextField {...field('description')} hint={t('planning:hint.description')} rows={4} />
      <FormField {...field('responsible')} hint={t('planning:hint.responsible')} maxLength={160} />
      <div className="field-row">
        <FormField {...field('startsOn')} type="date" hint={t('planning:hint.startsOn')} />
        <FormField {...field('endsOn')} type="date" hint={t('planning:hint.endsOn')} />
        <FormField {...field('cost')} inputMode="numeric" hint={t('planning:hint.cost')} />
      </div>
      <div className="field-row">
        <SelectField
          {...field('aimIndicator')}
          empty={t('planning:noAim')}
          hint={t('planning:hint.aimIndicator')}
        >
          {aims.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <FormField {...field('aimSize')} inputMode="decimal" hint={t('planning:hint.aimSize')} />
      </div>
      <TextField {...field('documents')} hint={t('planning:hint.documents')} rows={3} />
      <p className="actions">
        <button type="submit" className="primary">
          {submit}
        </button>
        <a className="button secondary" href={cancel}>
          {t('planning:cancel')}
        </a>
      </p>
    </form>
  );
}
