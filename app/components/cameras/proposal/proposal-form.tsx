import type { offeredPlaces } from '#app/use-cases/results/cameras/proposal-place.server.ts';
import { districtByNumber } from '#city/city.ts';
import { useTranslator } from '../../../i18n/context.tsx';
import { FormField } from '../../page/form-field.tsx';

interface ProposalFormProps {
  action: string;
  offered: ReturnType<typeof offeredPlaces> | null;
  values: {
    title: string;
    threat: string;
    cameras: string;
    responsible: string;
    chosen: string;
    point: string;
    pointName: string;
  };
  hidden: Readonly<Record<string, string>>;
  submit: string;
  /** Whether the place can no longer change. */
  isPlaceFixed?: boolean;
}

/** What is proposed, why, where and who answers for it. */
export function ProposalForm(props: ProposalFormProps) {
  const { action, offered, values, hidden, submit, isPlaceFixed = false } = props;
  const { t } = useTranslator();
  const label = (field: string) => t(`cameras:proposal.${field}`);
  return (
    <form method="post" action={action} className="camera-form">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormField name="title" label={label('title')} defaultValue={values.title} maxLength={200} />
      <div className="field wide">
        <label htmlFor="threat">{label('threat')}</label>
        <span className="hint" id="threat-hint">
          {label('threatHint')}
        </span>
        <textarea
          id="threat"
          name="threat"
          rows={4}
          maxLength={4000}
          defaultValue={values.threat}
          aria-describedby="threat-hint"
        />
      </div>
      <div className="field-row">
        <FormField
          name="cameras"
          label={label('cameras')}
          defaultValue={values.cameras}
          inputMode="numeric"
        />
        <FormField
          name="responsible"
          label={label('responsible')}
          hint={label('responsibleHint')}
          defaultValue={values.responsible}
          maxLength={200}
        />
      </div>
      {isPlaceFixed || !offered ? (
        <p className="hint">{label('placeFixed')}</p>
      ) : (
        <fieldset className="field-group">
          <legend>{label('where')}</legend>
          <div className="field">
            <label htmlFor="chosen">{label('chosen')}</label>
            <select id="chosen" name="chosen" defaultValue={values.chosen}>
              <option value="">{label('noneChosen')}</option>
              {offered.places.length > 0 ? (
                <optgroup label={label('flaggedPlaces')}>
                  {offered.places.map(({ placeId, name, district }) => (
                    <option key={placeId} value={`place:${placeId}`}>
                      {district === null ? name : `${name}, ${districtByNumber(district).name}`}
                    </option>
                  ))}
                </optgroup>
              ) : null}
              <optgroup label={label('stops')}>
                {offered.stops.map((name) => (
                  <option key={name} value={`stop:${name}`}>
                    {name}
                  </option>
                ))}
              </optgroup>
            </select>
          </div>
          <div className="field-row">
            <FormField
              name="point"
              label={label('point')}
              hint={label('pointHint')}
              defaultValue={values.point}
            />
            <FormField name="pointName" label={label('pointName')} defaultValue={values.pointName} />
          </div>
        </fieldset>
      )}
      <p className="actions">
        <button type="submit" className="primary">
          {submit}
        </button>
      </p>
    </form>
  );
}
