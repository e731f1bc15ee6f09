import { useTranslator } from '../../i18n/context.tsx';
import { waveIdWords } from './wave-words.ts';

interface WaveChooserProps {
  action: string;
  waveIds: readonly string[];
  waveId: string;
}

/** Which wave a page shows; nothing to choose while there is only one. */
export function WaveChooser({ action, waveIds, waveId }: WaveChooserProps) {
  const translator = useTranslator();
  const { t } = translator;
  if (waveIds.length < 2) return null;
  return (
    <form method="get" action={action} className="chooser">
      <div className="field">
        <label htmlFor="chooser-wave">{t('results:chooser.wave')}</label>
        <select id="chooser-wave" name="wave" defaultValue={waveId}>
          {waveIds.map((id) => (
            <option key={id} value={id}>
              {waveIdWords(translator, id)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="secondary">
        {t('results:chooser.show')}
      </button>
    </form>
  );
}
