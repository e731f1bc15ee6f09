import type { DistrictReport } from '#app/use-cases/results/district-report.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { judgedOf } from '../figures/judged-of.ts';
import { JudgedTogether } from '../figures/judged-together.tsx';
import { FlagCards } from '../flags/flag-cards.tsx';
import { InsufficientSection } from '../flags/flag-sections.tsx';
import { placeAnchor } from '../map/place-anchor.ts';
import { PlaceTable } from '../map/place-table.tsx';

interface DistrictFlagsProps {
  report: DistrictReport;
  /** Page of the wave's flags, where the places are on a map. */
  flagsPath: string;
}

/** Everything that is flagged in a district: its indicators, the places in it, what was lifted, what could not be judged. */
export function DistrictFlags({ report, flagsPath }: DistrictFlagsProps) {
  const { t } = useTranslator();
  const { flags, rule, wave, counts } = report;
  const { raised, recovering, insufficient } = flags;
  const shared = { rule, waveId: wave.wave.waveId };
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
        {raised.length === 0 ? (
          <p>{t(`results:district.flags.${none}`, { made, all })}</p>
        ) : (
          <FlagCards flags={raised} heading="h3" tellsNeed {...shared} />
        )}
        <JudgedTogether counts={report.cityCounts} own={counts} rule={rule} />
      </section>
      <FlaggedPlaces report={report} flagsPath={flagsPath} />
      {recovering.length > 0 ? (
        <section aria-labelledby="recovering-title">
          <h2 id="recovering-title">{t('results:flags.recovering.title')}</h2>
          <p>{t('results:flags.recovering.what')}</p>
          <FlagCards flags={recovering} heading="h3" {...shared} />
        </section>
      ) : null}
      <InsufficientSection lines={insufficient} withDistricts={false} />
    </>
  );
}

function FlaggedPlaces({ report: { places }, flagsPath }: DistrictFlagsProps) {
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
    </section>
  );
}
