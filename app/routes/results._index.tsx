import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DistrictMap } from '../components/district-map.tsx';
import { DistrictTable } from '../components/district-table.tsx';
import { IndicatorChooser } from '../components/indicator-chooser.tsx';
import { mapAnswer } from '../components/map-answer.ts';
import { MapLegend } from '../components/map-legend.tsx';
import { WaveLine } from '../components/wave-line.tsx';
import { useTranslator } from '../i18n/context.tsx';
import type { RouteHandle } from '../root.tsx';
import { districtOutlines } from '../use-cases/city-outline.server.ts';
import { districtMap } from '../use-cases/district-map.server.ts';
import { publicationOf } from '../use-cases/published-results.server.ts';
import { districtPath, flagsPath, roomPaths } from './results/paths.ts';
import { chosenWave, roomOf } from './results/room.server.ts';

/** A picture, a table and a form: the page needs no scripts. */
export const handle: RouteHandle = { texts: ['results'], withoutScripts: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, translator, waves } = await roomOf(request);
  const summary = chosenWave(request, waves);
  const publication = summary && publicationOf(database, summary.wave.waveId);
  if (!summary || !publication) return { title: translator.t('results:empty.title'), shown: null };

  const { waveId } = summary.wave;
  const wanted = new URL(request.url).searchParams.get('indicator');
  const known = publication.indicators.find(({ id }) => id === wanted);
  const chosen =
    known ?? publication.indicators.find(({ headline }) => headline) ?? publication.indicators[0];
  const reading = chosen ? districtMap(database, waveId, chosen.id) : null;
  if (!reading) return { title: translator.t('results:empty.title'), shown: null };
  return {
    title: mapAnswer(translator, reading),
    shown: {
      summary,
      reading,
      isUnknownIndicator: wanted !== null && wanted !== '' && known === undefined,
      outline: districtOutlines(),
      rule: publication.method.rule,
      indicators: publication.indicators.map(({ id, page, headline, name }) => ({
        id,
        page,
        headline,
        name,
      })),
      waveIds: waves.map(({ wave }) => wave.waveId),
      interventions: publication.flags.filter(({ needsIntervention }) => needsIntervention).length,
    },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MapPage() {
  const { title, shown } = useLoaderData<typeof loader>();
  const { t, language } = useTranslator();
  if (!shown) {
    return (
      <>
        <h1>{title}</h1>
        <p className="notice">{t('results:empty.what')}</p>
      </>
    );
  }
  const { summary, reading, outline, rule, indicators, waveIds, interventions } = shown;
  const { waveId } = summary.wave;
  const linkOf = (district: number) =>
    districtPath(district, { wave: waveId, indicator: reading.indicator.id });
  return (
    <>
      <h1>{title}</h1>
      <WaveLine summary={summary} />
      {shown.isUnknownIndicator ? <p className="notice">{t('results:chooser.unknown')}</p> : null}
      <IndicatorChooser
        action={roomPaths.map}
        indicators={indicators}
        indicator={reading.indicator.id}
        waveIds={waveIds}
        waveId={waveId}
      />
      <p className="question-asked">
        {t('results:map.question', { question: reading.indicator.question[language] })}
      </p>
      <div className="map-and-table">
        <section aria-label={t('results:map.label')} className="map-side">
          <DistrictMap outline={outline} reading={reading} title={title} linkOf={linkOf} />
          <MapLegend indicator={reading.indicator} wave={summary.wave} city={reading.city} rule={rule} />
          <p>
            <a href={flagsPath({ wave: waveId })}>{t('results:map.toFlags', { count: interventions })}</a>
          </p>
        </section>
        <DistrictTable reading={reading} linkOf={linkOf} />
      </div>
    </>
  );
}
