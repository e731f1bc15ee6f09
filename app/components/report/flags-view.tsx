import type { FlagsReport } from '#app/use-cases/results/flag-list.server.ts';
import { districtByNumber } from '#city/city.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { ReportPaths } from '../../paths/report.ts';
import { FileLinks } from '../exports/file-links.tsx';
import { ChangeBasisNote } from '../figures/change-basis.tsx';
import { judgedOf } from '../figures/judged-of.ts';
import { JudgedTogether } from '../figures/judged-together.tsx';
import { YearNote } from '../figures/year-note.tsx';
import { FlagReading } from '../flags/flag-reading.tsx';
import { FlagSection, InsufficientSection } from '../flags/flag-sections.tsx';
import type { ActLinks } from '../interventions/actions/district-actions.tsx';
import { GonePlaces } from '../map/gone-places.tsx';
import { MentionTable } from '../map/mention-table.tsx';
import { PlaceMap } from '../map/place-map.tsx';
import { PlaceTable } from '../map/place-table.tsx';
import { WaveChooser } from '../page/wave-chooser.tsx';
import { WaveLine } from '../page/wave-line.tsx';
import { waveAtStart } from '../page/wave-words.ts';
import { DetectableNote } from './detectable-note.tsx';

/**
 * The answer of the page: how many districts need intervention, and of how many comparisons nothing is known.
 */
export function flagsAnswer(translator: Translator, { summary, list, counts }: FlagsReport): string {
  const { t, language } = translator;
  const wave = waveAtStart(translator, summary.wave);
  const { made, all } = judgedOf(counts);
  const number = (value: number) => formatNumber(language, value);
  const count = list.intervention.length;
  if (count === 0) {
    const key = made === 0 ? 'titleUnjudged' : made < all ? 'titleNoneOfSome' : 'titleNone';
    return t(`results:flags.${key}`, { wave, made: number(made), all: number(all) });
  }
  const districts = list.intervention
    .map(({ district }) => districtByNumber(district))
    .map(({ numeral, name }) => `${numeral} ${name}`);
  const title = t('results:flags.title', { wave, count, districts: districts.join(', ') });
  return made < all
    ? t('results:flags.titleMissing', { title, missing: number(all - made), all: number(all) })
    : title;
}

interface FlagsViewProps {
  title: string;
  report: FlagsReport;
  paths: ReportPaths;
  acts?: ActLinks | undefined;
}

/** Every flag of a wave by what it asks of the city, with its evidence, and the flagged places. */
export function FlagsView({ title, report, paths, acts }: FlagsViewProps) {
  const { t } = useTranslator();
  const { summary, list, places, gone, placeMap, rule, counts, basis, shown, waveIds } = report;
  const { waveId } = summary.wave;
  const told = [list.intervention, list.watch, list.recovering, list.improved].flatMap((districts) =>
    districts.flatMap(({ flags }) => flags),
  );
  const isChangeTested = counts.some(({ kind, made }) => kind === 'deterioration' && made > 0);
  const changes = <ChangeBasisNote waveId={waveId} changes={list.changes} />;
  const shared = {
    rule,
    waveId,
    acts,
    linkOf: (district: number) => paths.district(district, { wave: waveId }),
  };
  return (
    <>
      <h1>{title}</h1>
      <WaveLine summary={summary} />
      <YearNote wave={summary.wave} basis={basis} />
      {places.length > 0 ? (
        <p>
          <a href="#places">{t('results:flags.toPlaces', { count: places.length })}</a>
        </p>
      ) : null}
      <WaveChooser action={paths.flags()} waveIds={waveIds} waveId={waveId} />
      {list.changes.against ? null : changes}
      <FlagSection id="intervention" districts={list.intervention} isAlertOnly={!basis.repeats} {...shared} />
      <FlagSection id="watch" districts={list.watch} isAlertOnly={basis.isSmall} {...shared} />
      {list.recovering.length > 0 ? (
        <FlagSection id="recovering" districts={list.recovering} {...shared} acts={undefined} />
      ) : null}
      {list.improved.length > 0 || isChangeTested ? (
        <FlagSection id="improvement" districts={list.improved} {...shared} acts={undefined} />
      ) : null}
      {placeMap ? (
        <div className="flag-section">
          <h2 id="places">{t('results:places.title')}</h2>
          <p>{places.length > 0 ? t('results:places.what') : t('results:places.none')}</p>
          <GonePlaces gone={gone} />
          <PlaceMap reading={placeMap} wave={summary.wave} />
          {places.length > 0 ? <PlaceTable places={places} /> : null}
          {placeMap.cells.length > 0 ? <MentionTable cells={placeMap.cells} /> : null}
        </div>
      ) : null}
      <InsufficientSection lines={list.insufficient} />
      <section className="flag-section" aria-labelledby="flags-reading">
        <h2 id="flags-reading">{t('results:flags.reading.title')}</h2>
        <FlagReading flags={told} rule={rule} />
        <JudgedTogether counts={counts} rule={rule} />
      </section>
      <section className="flag-section" aria-labelledby="flags-limits">
        <h2 id="flags-limits">{t('results:flags.limits')}</h2>
        <DetectableNote shown={shown} leads={basis.leads} counts={counts} />
        {list.changes.against ? changes : null}
      </section>
      <FileLinks
        paths={paths}
        publicationId={summary.publicationId}
        tables={['flags', 'places']}
        pictures={placeMap ? ['places'] : []}
        shown={{ wave: waveId }}
      />
    </>
  );
}
