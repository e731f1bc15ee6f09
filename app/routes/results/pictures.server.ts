import { city } from '#city/city.ts';
import { withHistory } from '../../components/charts/history-picture.ts';
import { intervalPicture } from '../../components/charts/interval-chart.tsx';
import { trendPicture } from '../../components/charts/trend-picture.ts';
import { placeOfDistrict } from '../../components/map/district-label.ts';
import { districtNumber } from '../../components/report/district-number.ts';
import { partsSubject } from '../../components/report/parts-chart.tsx';
import { intervalFile, trendFile } from '../../papers/pictures/chart-picture.server.ts';
import { districtMapPicture } from '../../papers/pictures/district-map-picture.server.ts';
import type { Picture } from '../../papers/pictures/picture.ts';
import { pngFile, svgFile } from '../../papers/pictures/picture-file.server.ts';
import { placeMapPicture } from '../../papers/pictures/place-map-picture.server.ts';
import { pictureNote } from '../../papers/publication-words.ts';
import { attachedFile } from '../../server/attached-file.server.ts';
import { cityReport } from '../../use-cases/results/city-report.server.ts';
import { districtReport } from '../../use-cases/results/district-report.server.ts';
import { districtMap } from '../../use-cases/results/map/district-map.server.ts';
import { publishedPlaceMap } from '../../use-cases/results/map/place-map.server.ts';
import { firstShown } from '../../use-cases/results/published/first-shown.ts';
import { listedPlaces } from '../../use-cases/results/published/place-list.server.ts';
import { type PermanentReader, readCited } from './permanent.server.ts';
import type { Asked, Guard } from './report-pages.server.ts';

interface Wanted {
  /** Null for the indicator that the page would open with. */
  indicator: string | null;
  /** Null for the whole city. */
  district: number | null;
}

const pictures: Readonly<Record<string, (reader: PermanentReader, wanted: Wanted) => Picture | null>> = {
  map: indicatorMap,
  places: mapOfPlaces,
  trend: trendOf,
  parts: partsOf,
};

/**
 * A picture of the newest publication of a wave as a file: `map.svg`, `trend.png?district=3`; 404 for all
 * that its page would not show.
 */
export async function pictureOfWave(asked: Asked, guard: Guard, caching: string): Promise<Response> {
  const reader = await readCited(asked, guard);
  const [, name = '', form = ''] = /^([a-z]+)\.(svg|png)$/.exec(asked.params.picture ?? '') ?? [];
  const { searchParams } = new URL(asked.request.url);
  const district = searchParams.get('district');
  const number = district ? districtNumber(district) : null;
  const isKnown = !district || number !== null;
  const wanted = { indicator: searchParams.get('indicator') || null, district: number };
  const picture = isKnown ? (pictures[name]?.(reader, wanted) ?? null) : null;
  if (!picture) throw new Response(null, { status: 404 });
  const parts = [reader.cited.publicationId, name, number === null ? null : `D${number}`];
  const file = { name: `poczucie-${parts.filter(Boolean).join('-')}.${form}`, caching };
  return form === 'svg'
    ? attachedFile({ ...file, content: svgFile(picture, reader.translator.language), type: 'svg' })
    : attachedFile({ ...file, content: await pngFile(picture), type: 'png' });
}

function indicatorMap({ database, translator, publication, cited }: PermanentReader, { indicator }: Wanted) {
  const id = indicator ?? firstShown(publication)?.id ?? '';
  const reading = districtMap(database, publication.wave.waveId, id);
  return reading && districtMapPicture(translator, reading, cited);
}

function mapOfPlaces({ translator, publication, cited }: PermanentReader) {
  const places = listedPlaces(publication);
  const reading = publishedPlaceMap(publication);
  return reading && placeMapPicture(translator, { reading, places, cited });
}

function trendOf(reader: PermanentReader, { indicator, district }: Wanted): Picture | null {
  const { database, translator, publication, cited } = reader;
  const { waveId } = publication.wave;
  const ofDistrict = district === null ? null : districtReport(database, { district, waveId, indicator });
  const ofCity = district === null ? cityReport(database, { waveId, indicator }) : null;
  const report = ofDistrict ?? ofCity;
  if (!report?.chosen || report.isUnknownIndicator || report.chosen.points.length === 0) return null;
  const { indicator: chosen, points, notAsked } = report.chosen;
  const place = district === null ? city.name[translator.language] : placeOfDistrict(district);
  const own = trendPicture(translator, {
    indicator: chosen,
    place,
    figures: points,
    notAsked,
    rule: report.rule,
  });
  const before = ofCity?.chosen?.before ?? null;
  const whole = before ? withHistory(translator, own, before) : own;
  return trendFile({ ...whole, notes: [...whole.notes, pictureNote(translator, cited)] });
}

function partsOf(reader: PermanentReader, { indicator, district }: Wanted): Picture | null {
  const { database, translator, publication, cited } = reader;
  if (district === null) return null;
  const report = districtReport(database, { district, waveId: publication.wave.waveId, indicator });
  const subject = report && partsSubject(translator, { report, place: placeOfDistrict(district) });
  if (!subject || report.isUnknownIndicator) return null;
  const own = intervalPicture(translator, subject);
  return intervalFile({ ...own, notes: [...own.notes, pictureNote(translator, cited)] });
}
