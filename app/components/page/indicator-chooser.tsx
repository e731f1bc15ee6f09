import type { IndicatorChoice } from '#app/use-cases/results/report-topics.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { WaveField } from './wave-chooser.tsx';

interface IndicatorChooserProps {
  action: string;
  indicators: readonly IndicatorChoice[];
  indicator: string;
  waveIds: readonly string[];
  waveId: string;
  /** Keeps the bridged levels of a trend on the page that the form asks for. */
  isBridged?: boolean;
}

/**
 * Which indicator of which wave the map shows: a form that works without scripts and whose address can be
 * sent on.
 */
export function IndicatorChooser({
  action,
  indicators,
  indicator,
  waveIds,
  waveId,
  isBridged = false,
}: IndicatorChooserProps) {
  const { t, language } = useTranslator();
  const topics = new Map(
    indicators.filter(({ headline }) => !headline).map(({ page, topic }) => [page, topic[language]]),
  );
  const option = ({ id, name }: IndicatorChoice) => (
    <option key={id} value={id}>
      {name[language]}
    </option>
  );
  return (
    <form method="get" action={action} className="chooser">
      <div className="field chooser-indicator">
        <label htmlFor="chooser-indicator">{t('results:chooser.indicator')}</label>
        <select id="chooser-indicator" name="indicator" defaultValue={indicator}>
          <optgroup label={t('results:chooser.headline')}>
            {indicators.filter(({ headline }) => headline).map(option)}
          </optgroup>
          {[...topics].map(([topicPage, label]) => (
            <optgroup key={topicPage} label={label}>
              {indicators.filter(({ page, headline }) => page === topicPage && !headline).map(option)}
            </optgroup>
          ))}
        </select>
      </div>
      <WaveField waveIds={waveIds} waveId={waveId} />
      {isBridged ? <input type="hidden" name="bridge" value="1" /> : null}
      <button type="submit" className="secondary">
        {t('results:chooser.show')}
      </button>
    </form>
  );
}
