import { useTranslator } from '../../i18n/context.tsx';
import { waveIdWords } from './wave-words.ts';

interface WaveChooserProps {
  action: string;
  waveIds: readonly string[];
  waveId: string;
}

/** Which wave a page shows; nothing to choose while there is only one. */
export function WaveChooser({ action, waveIds, waveId }: WaveChooserProps) {
  const { t } = useTranslator();
  if (waveIds.length < 2) return null;
  return (
    <form method="get" action={action} className="chooser">
      <WaveField waveIds={waveIds} waveId={waveId} />
      <button type="submit" className="secondary">
        {t('results:chooser.show')}
      </button>
    </form>
  );
}

/** The waves to choose from, in a form that asks for more than the wave. */
export function WaveField({ waveIds, waveId }: Pick<WaveChooserProps, 'waveIds' | 'waveId'>) {
  const translator = useTranslator();
  return (
    <div className="field">
      <label htmlFor="chooser-wave">{translator.t('results:chooser.wave')}</label>
      <select id="chooser-wave" name="wave" defaultValue={waveId}>
        {waveIds.map((id) => (
          <option key={id} value={id}>
            {waveIdWords(translator, id)}
          </option>
        ))}
      </select>
    </div>
  );
}
