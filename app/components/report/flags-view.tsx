import type { FlagsReport } from '#app/use-cases/flag-list.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import type { Translator } from '../../i18n/translate.ts';
import { ChangeBasisNote } from '../change-basis.tsx';
import { waveWords } from '../charts/figure-words.ts';
import { FlagSection, InsufficientSection } from '../flag-sections.tsx';
import { JudgedTogether } from '../judged-together.tsx';
import { MentionTable } from '../mention-table.tsx';
import { PlaceMap } from '../place-map.tsx';
import { PlaceTable } from '../place-table.tsx';
import { WaveChooser } from '../wave-chooser.tsx';
import { WaveLine } from '../wave-line.tsx';
import { DetectableNote } from './detectable-note.tsx';

/** The answer of the page: how many districts need intervention. */
export function flagsAnswer(translator: Translator, { summary, list }: FlagsReport): string {
  const wave = waveWords(translator, summary.wave);
  return translator.t(list.intervention.length === 0 ? 'results:flags.titleNone' : 'results:flags.title', {
    count: list.intervention.length,
    wave: wave.charAt(0).toUpperCase() + wave.slice(1),
  });
}

interface FlagsViewProps {
  title: string;
  report: FlagsReport;
  links: { self: string; districtOf(district: number, choice: { wave: string }): string };
}

/** Every flag of a wave by what it asks of the city, with its evidence, and the flagged places. */
export function FlagsView({ title, report, links }: FlagsViewProps) {
  const { t } = useTranslator();
  const { summary, list, places, placeMap, rule, sample, waveIds } = report;
  const { waveId } = summary.wave;
  const changes = <ChangeBasisNote waveId={waveId} changes={list.changes} />;
  const shared = {
    rule,
    waveId,
    linkOf: (district: number) => links.districtOf(district, { wave: waveId }),
  };
  return (
    <>
      <h1>{title}</h1>
      <WaveLine summary={summary} />
      {places.length > 0 ? (
        <p>
          <a href="#places">{t('results:flags.toPlaces', { count: places.length })}</a>
        </p>
      ) : null}
      <WaveChooser action={links.self} waveIds={waveIds} waveId={waveId} />
      {list.changes.against ? null : changes}
      <FlagSection id="intervention" districts={list.intervention} {...shared} />
      <JudgedTogether rule={rule} />
      {list.intervention.some(({ burden }) => burden > 0) ? (
        <p className="source-note">{t('results:flags.burdenWhat')}</p>
      ) : null}
      <FlagSection id="watch" districts={list.watch} {...shared} />
      {list.recovering.length > 0 ? (
        <FlagSection id="recovering" districts={list.recovering} {...shared} />
      ) : null}
      {placeMap ? (
        <div className="flag-section">
          <h2 id="places">{t('results:places.title')}</h2>
          <p>{places.length > 0 ? t('results:places.what') : t('results:places.none')}</p>
          <PlaceMap reading={placeMap} wave={summary.wave} />
          {places.length > 0 ? <PlaceTable places={places} /> : null}
          {placeMap.cells.length > 0 ? <MentionTable cells={placeMap.cells} /> : null}
        </div>
      ) : null}
      <InsufficientSection lines={list.insufficient} />
      <section className="flag-section" aria-labelledby="flags-limits">
        <h2 id="flags-limits">{t('results:flags.limits')}</h2>
        <DetectableNote sample={sample} />
        {list.changes.against ? changes : null}
      </section>
    </>
  );
}
