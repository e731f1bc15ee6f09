import type { PlaceSearch } from '#app/use-cases/results/places/place-search.server.ts';
import { useTranslator } from '../../i18n/context.tsx';
import { formatNumber } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { ReportPaths } from '../../paths/report.ts';
import { PlaceTable } from '../map/place-table.tsx';
import { WaveField } from '../page/wave-chooser.tsx';
import { WaveLine } from '../page/wave-line.tsx';
import { waveAtStart } from '../page/wave-words.ts';
import { FoundNames } from './found-names.tsx';

/** The answer of the page: how many places are flagged in the wave. */
export function placesAnswer(translator: Translator, { flagged, summary }: PlaceSearch): string {
  const wave = waveAtStart(translator, summary.wave);
  const count = flagged.length;
  return count === 0
    ? translator.t('places:search.titleOfNone', { wave })
    : translator.t('places:search.title', { wave, count });
}

interface PlaceSearchViewProps {
  title: string;
  search: PlaceSearch;
  paths: ReportPaths;
}

/** All flagged places of a wave, and what it says of the place that a reader looks for. */
export function PlaceSearchView({ title, search, paths }: PlaceSearchViewProps) {
  const { t, language } = useTranslator();
  const { summary, waveIds, wanted, flagged, found, names, few } = search;
  const { waveId } = summary.wave;
  const linkOf = (placeId: string) => paths.place(placeId, { wave: waveId });
  const number = (value: number) => formatNumber(language, value);
  const label = wanted
    ? t('places:search.foundTitle', { wanted, count: found.length })
    : t('places:search.toldTitle');
  return (
    <>
      <h1>{title}</h1>
      <WaveLine summary={summary} />
      <form method="get" action={paths.places()} className="chooser">
        <div className="field">
          <label htmlFor="place-wanted">{t('places:search.label')}</label>
          <input
            id="place-wanted"
            name="q"
            type="search"
            defaultValue={wanted}
            maxLength={80}
            autoComplete="off"
          />
        </div>
        {waveIds.length > 1 ? <WaveField waveIds={waveIds} waveId={waveId} /> : null}
        <button type="submit" className="secondary">
          {t('places:search.find')}
        </button>
      </form>
      <p className="source-note">{t('places:search.hint', { names: number(names) })}</p>
      {wanted ? null : (
        <div>
          <h2 id="places-flagged">{t('results:places.title')}</h2>
          {flagged.length > 0 ? (
            <>
              <p>{t('results:places.what')}</p>
              <PlaceTable places={flagged} pageOf={linkOf} />
            </>
          ) : (
            <p>{t('results:places.none')}</p>
          )}
        </div>
      )}
      <div>
        <h2 id="places-found">{label}</h2>
        {found.length === 0 ? (
          <p>{wanted ? t('places:search.nothing', { wanted }) : t('places:search.nothingTold')}</p>
        ) : (
          <FoundNames found={found} label={label} linkOf={linkOf} />
        )}
        <p className="source-note">
          {wanted ? null : `${t('places:search.others', { few: number(few), names: number(names) })} `}
          {t('places:search.describes')}
        </p>
        {wanted ? (
          <p>
            <a href={paths.places({ wave: waveId })}>{t('places:search.all')}</a>
          </p>
        ) : null}
      </div>
    </>
  );
}
