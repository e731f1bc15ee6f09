import type { WaveSummary } from '#app/use-cases/results/published/published-results.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { waveWords } from './wave-words.ts';

/**
 * Which wave a page shows, of how many people, published when; and whether it corrects an earlier
 * publication.
 */
export function WaveLine({ summary }: { summary: Omit<WaveSummary, 'sha256' | 'receivedAt'> }) {
  const translator = useTranslator();
  const { t, language } = translator;
  const { wave, publicationId, replaced } = summary;
  return (
    <>
      <p className="wave-line">
        {`${t('results:wave.line', {
          wave: waveWords(translator, wave),
          count: wave.respondents,
          respondents: formatNumber(language, wave.respondents),
          published: formatDay(language, wave.publishedOn),
          publication: publicationId,
        })}. ${t('results:wave.n')}`}
      </p>
      {replaced ? (
        <p className="notice">
          {t('results:wave.replaced', { publication: replaced.publicationId, note: replaced.note ?? '' })}
        </p>
      ) : null}
    </>
  );
}
