import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { detectableDifferences } from '#core/flagging/detectable.ts';
import { waveWords } from '../components/charts/figure-words.ts';
import { FlagSection, InsufficientSection } from '../components/flag-sections.tsx';
import { PlaceTable } from '../components/place-table.tsx';
import { WaveChooser } from '../components/wave-chooser.tsx';
import { WaveLine } from '../components/wave-line.tsx';
import { useTranslator } from '../i18n/context.tsx';
import { formatNumber } from '../i18n/format.ts';
import type { RouteHandle } from '../root.tsx';
import { flagList } from '../use-cases/flag-list.server.ts';
import { placeList } from '../use-cases/place-list.server.ts';
import { publicationOf } from '../use-cases/published-results.server.ts';
import { districtPath, roomPaths } from './results/paths.ts';
import { chosenWave, roomOf } from './results/room.server.ts';

export const handle: RouteHandle = { texts: ['results'], withoutScripts: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const { database, translator, waves } = await roomOf(request);
  const summary = chosenWave(request, waves);
  const publication = summary && publicationOf(database, summary.wave.waveId);
  const list = summary && flagList(database, summary.wave.waveId);
  if (!summary || !publication || !list) {
    return { title: translator.t('results:empty.title'), shown: null };
  }
  const { waveId, sampleSizePerDistrict } = summary.wave;
  return {
    title: translator.t(list.intervention.length === 0 ? 'results:flags.titleNone' : 'results:flags.title', {
      count: list.intervention.length,
      wave: waveWords(translator, summary.wave),
    }),
    shown: {
      summary,
      list,
      places: placeList(database, waveId),
      rule: publication.method.rule,
      detectable: detectableDifferences(sampleSizePerDistrict),
      waveIds: waves.map(({ wave }) => wave.waveId),
    },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function FlagsPage() {
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
  const { summary, list, places, rule, detectable, waveIds } = shown;
  const { waveId, sampleSizePerDistrict } = summary.wave;
  const linkOf = (district: number) => districtPath(district, { wave: waveId });
  const points = (share: number) => formatNumber(language, share * 100, 1);
  return (
    <>
      <h1>{title}</h1>
      <WaveLine summary={summary} />
      <WaveChooser action={roomPaths.flags} waveIds={waveIds} waveId={waveId} />
      <p>
        {t('results:flags.detectable', {
          n: formatNumber(language, sampleSizePerDistrict),
          level: points(detectable.level),
          change: points(detectable.change),
          gap: points(detectable.gapPooled),
        })}
      </p>
      <FlagSection
        id="intervention"
        districts={list.intervention}
        rule={rule}
        waveId={waveId}
        linkOf={linkOf}
      />
      {list.intervention.some(({ burden }) => burden > 0) ? (
        <p className="source-note">{t('results:flags.burdenWhat')}</p>
      ) : null}
      <FlagSection id="watch" districts={list.watch} rule={rule} waveId={waveId} linkOf={linkOf} />
      {list.recovering.length > 0 ? (
        <FlagSection
          id="recovering"
          districts={list.recovering}
          rule={rule}
          waveId={waveId}
          linkOf={linkOf}
        />
      ) : null}
      {places.length > 0 ? (
        <div className="flag-section">
          <h2>{t('results:places.title')}</h2>
          <p>{t('results:places.what')}</p>
          <PlaceTable places={places} />
        </div>
      ) : null}
      <InsufficientSection lines={list.insufficient} />
    </>
  );
}
