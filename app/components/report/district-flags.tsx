import type { DistrictReport } from '#app/use-cases/results/district-report.server.ts';
import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { judgedOf } from '../figures/judged-of.ts';
import { JudgedTogether } from '../figures/judged-together.tsx';
import { flagKindWords } from '../flags/flag-kind-words.ts';
import { FlagReading } from '../flags/flag-reading.tsx';
import { InsufficientSection } from '../flags/flag-sections.tsx';
import { FlagTable } from '../flags/flag-table.tsx';
import { gapWords } from '../flags/gap-words.ts';
import { type ActLinks, DistrictActions } from '../interventions/actions/district-actions.tsx';
import { GonePlaces } from '../map/gone-places.tsx';
import { placeAnchor } from '../map/place-anchor.ts';
import { PlaceTable } from '../map/place-table.tsx';
import { waveWords } from '../page/wave-words.ts';

interface DistrictFlagsProps {
  report: DistrictReport;
  /** Page of the wave's flags, where the places are on a map. */
  flagsPath: string;
  acts?: ActLinks | undefined;
}

/**
 * Everything that is flagged in a district: its indicators, the places in it, what was lifted, what could not
 * be judged.
 */
export function DistrictFlags({ report, flagsPath, acts }: DistrictFlagsProps) {
  const { t } = useTranslator();
  const { flags, rule, wave, counts } = report;
  const { raised, recovering, improved, insufficient } = flags;
  const shared = { rule, waveId: wave.wave.waveId };
  const rowsOf = (found: DistrictReport['flags']['raised']) => [
    { district: report.district.number, flags: found, actions: report.actions },
  ];
  const { made, all } = judgedOf(counts);
  const [title, none] =
    made === 0
      ? ['titleUnjudged', 'unjudged']
      : made < all
        ? ['titleOfNoneJudged', 'noneOfTested']
        : ['titleOfNone', 'none'];
  return (
    <>
      <section aria-labelledby="flags-title">
        <h2 id="flags-title">
          {raised.length === 0
            ? t(`results:district.flags.${title}`)
            : t('results:district.flags.title', { count: raised.length })}
        </h2>
        {raised.length === 0 ? <p>{t(`results:district.flags.${none}`, { made, all })}</p> : null}
        {acts ? (
          <DistrictActions district={report.district.number} actions={report.actions} acts={acts} />
        ) : null}
        {raised.length === 0 ? null : (
          <FlagTable
            caption={t('results:district.flags.caption')}
            districts={rowsOf(raised)}
            tellsNeed
            {...shared}
          />
        )}
        <FlagReading flags={[...raised, ...recovering, ...improved]} rule={rule} />
        <JudgedTogether counts={report.cityCounts} own={counts} rule={rule} />
        {report.ofWaveAlone.length > 0 ? <WaveAlone flags={report.ofWaveAlone} wave={wave.wave} /> : null}
      </section>
      <FlaggedPlaces report={report} flagsPath={flagsPath} />
      {recovering.length > 0 ? (
        <section aria-labelledby="recovering-title">
          <h2 id="recovering-title">{t('results:flags.recovering.title')}</h2>
          <p>{t('results:flags.recovering.what')}</p>
          <FlagTable
            caption={t('results:flags.recovering.title')}
            districts={rowsOf(recovering)}
            {...shared}
          />
        </section>
      ) : null}
      {improved.length > 0 ? (
        <section aria-labelledby="improvement-title">
          <h2 id="improvement-title">{t('results:flags.improvement.title')}</h2>
          <p>{t('results:flags.improvement.what')}</p>
          <FlagTable
            caption={t('results:flags.improvement.title')}
            districts={rowsOf(improved)}
            {...shared}
          />
        </section>
      ) : null}
      <InsufficientSection lines={insufficient} withDistricts={false} />
    </>
  );
}

function WaveAlone({ flags, wave }: { flags: DistrictReport['ofWaveAlone']; wave: PublishedWave }) {
  const translator = useTranslator();
  const { t, language } = translator;
  const words = flags.map(({ flag, indicator }) => {
    const group = flag.group === null ? '' : ` (${gapWords(translator, flag.group)})`;
    return `${indicator.name[language]}: ${flagKindWords(translator, flag)}${group} (${t(`results:flag.severity.${flag.severity}`)})`;
  });
  return (
    <p>
      {t('results:district.flags.aloneWould', { wave: waveWords(translator, wave), flags: words.join('; ') })}
    </p>
  );
}

function FlaggedPlaces({ report: { places, gone }, flagsPath }: DistrictFlagsProps) {
  const { t } = useTranslator();
  return (
    <section aria-labelledby="places-title">
      <h2 id="places-title">
        {places.length === 0
          ? t('results:district.places.titleOfNone')
          : t('results:district.places.title', { count: places.length })}
      </h2>
      {places.length === 0 ? (
        <p>{t('results:district.places.none')}</p>
      ) : (
        <>
          <p>{t('results:district.places.what')}</p>
          <PlaceTable places={places} linkOf={(placeId) => `${flagsPath}#${placeAnchor(placeId)}`} />
        </>
      )}
      <GonePlaces gone={gone} withDistricts={false} />
    </section>
  );
}
