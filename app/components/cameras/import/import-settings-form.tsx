import type { ImportPage } from '#app/use-cases/results/cameras/import-page.server.ts';
import { cameraKinds } from '#core/camera/camera.ts';
import { type ImportSettings, registerColumns } from '#core/camera/import-settings.ts';
import { useTranslator } from '../../../i18n/context.tsx';
import { cameraPaths } from '../../../paths/cameras.ts';
import { FormField } from '../../page/form-field.tsx';

interface ImportSettingsFormProps {
  page: ImportPage;
  /** What was typed into a form that was refused: nothing of it is lost. */
  typed: ImportSettings | null;
}

/**
 * What a person says of a waiting file: source and day, which column holds what, which names are new units.
 */
export function ImportSettingsForm({ page, typed }: ImportSettingsFormProps) {
  const { t } = useTranslator();
  const { importId, revision, heading, unknownUnits, knownUnits } = page;
  const settings = typed ?? page.settings;
  const newUnits = [...new Set([...settings.newUnits, ...unknownUnits.map(({ name }) => name)])];
  return (
    <form method="post" action={cameraPaths.waiting(importId)} className="camera-settings">
      <input type="hidden" name="revision" value={revision} />
      <h2>{t('cameras:import.settings')}</h2>
      <div className="field-row">
        <FormField
          name="source"
          label={t('cameras:import.source')}
          hint={t('cameras:import.sourceHint')}
          defaultValue={settings.source}
        />
        <FormField
          type="date"
          name="asOf"
          label={t('cameras:import.asOf')}
          hint={t('cameras:import.asOfHint')}
          defaultValue={settings.asOf ?? ''}
        />
      </div>
      <fieldset className="field-group">
        <legend>{t('cameras:import.columns')}</legend>
        <div className="field-row of-four">
          {registerColumns.map((column) => (
            <div className="field" key={column}>
              <label htmlFor={`column-${column}`}>{t(`cameras:column.${column}`)}</label>
              <select
                id={`column-${column}`}
                name={`column-${column}`}
                defaultValue={settings.columns[column] ?? ''}
              >
                <option value="">{t('cameras:import.noColumn')}</option>
                {heading.map((name, position) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same name
                  <option key={position} value={position}>
                    {name || t('cameras:import.unnamed', { number: position + 1 })}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </div>
      </fieldset>
      <div className="field-row">
        <div className="field">
          <label htmlFor="kindOfAll">{t('cameras:import.kindOfAll')}</label>
          <select id="kindOfAll" name="kindOfAll" defaultValue={settings.kindOfAll ?? ''}>
            <option value="">{t('cameras:import.byRow')}</option>
            {cameraKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`cameras:kind.${kind}`)}
              </option>
            ))}
          </select>
        </div>
        <FormField
          name="unitOfAll"
          label={t('cameras:import.unitOfAll')}
          defaultValue={settings.unitOfAll}
          list="known-units"
        />
        <datalist id="known-units">
          {knownUnits.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
      {newUnits.length > 0 ? (
        <fieldset className="field-group">
          <legend>{t('cameras:import.newUnits')}</legend>
          <p className="hint">
            {knownUnits.length > 0
              ? t('cameras:import.knownUnits', { units: knownUnits.join('; ') })
              : t('cameras:import.noUnits')}
          </p>
          <ul className="check-list">
            {newUnits.map((name) => (
              <li key={name}>
                <label>
                  <input
                    type="checkbox"
                    name="newUnits"
                    value={name}
                    defaultChecked={settings.newUnits.includes(name)}
                  />{' '}
                  {name}
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      ) : null}
      <fieldset className="field-group">
        <legend>{t('cameras:import.emptyKinds')}</legend>
        <ul className="check-list">
          {cameraKinds.map((kind) => (
            <li key={kind}>
              <label>
                <input
                  type="checkbox"
                  name="emptyKinds"
                  value={kind}
                  defaultChecked={settings.emptyKinds.includes(kind)}
                />{' '}
                {t(`cameras:kind.${kind}`)}
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <p className="actions">
        <button type="submit" name="act" value="save" className="secondary">
          {t('cameras:import.save')}
        </button>
      </p>
    </form>
  );
}
