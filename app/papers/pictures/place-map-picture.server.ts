import { placeOfDistrict } from '../../components/map/district-label.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { PlaceMapReading } from '../../use-cases/results/map/place-map.server.ts';
import type { ListedPlace } from '../../use-cases/results/published/place-list.server.ts';
import type { Drawing, Mark } from '../drawing/mark.ts';
import { paperColours } from '../drawing/paper-colours.ts';
import { boundaryNote, type CitedPublication, pictureNote } from '../publication-words.ts';
import { framed, type LegendRow } from './framed.server.ts';
import { numberMark } from './number-mark.ts';
import type { Picture } from './picture.ts';

const { ground, line, lineStrong, ink, mention, even } = paperColours;
const cells = {
  above: { fill: mention, stroke: paperColours.accent, width: 1 },
  near: { fill: even, stroke: lineStrong, width: 0.4 },
  below: { fill: ground, stroke: lineStrong, width: 0.4 },
} as const;

/** The flagged places over the mentions, with the names of their numbers. */
export function placeMapPicture(
  translator: Translator,
  {
    reading,
    places,
    cited,
  }: { reading: PlaceMapReading; places: readonly ListedPlace[]; cited: CitedPublication },
): Picture {
  const { t, language } = translator;
  const { wave } = cited;
  const numbered = places.map(
    ({ number, place }): LegendRow => ({
      swatch: numberMark(number, [12, 8]),
      words: place.district === null ? place.name : `${place.name} (${placeOfDistrict(place.district)})`,
    }),
  );
  const layers = reading.layers.map(
    ({ standing }): LegendRow => ({
      swatch: [{ kind: 'path', path: 'M1 1H23V15H1z', ...cells[standing] }],
      words: t(`results:places.map.standing.${standing}`),
    }),
  );
  return framed({
    title: t('results:places.map.title'),
    body: placeMapDrawing(reading),
    legend: [...numbered, ...layers],
    notes: [
      ...(layers.length > 0 ? [t('results:places.map.descriptive')] : []),
      t('results:places.map.source', {
        n: formatNumber(language, wave.respondents),
        from: formatDay(language, wave.fieldworkFrom),
        to: formatDay(language, wave.fieldworkTo),
      }),
      pictureNote(translator, cited),
      boundaryNote(translator),
    ],
  });
}

function placeMapDrawing({ outline, layers, places }: PlaceMapReading): Drawing {
  return {
    width: outline.width,
    height: outline.height,
    marks: [
      ...outline.districts.map(
        ({ path }): Mark => ({ kind: 'path', path, fill: ground, stroke: line, width: 1.5 }),
      ),
      ...layers.map(({ standing, path }): Mark => ({ kind: 'path', path, ...cells[standing] })),
      ...places.map(({ path }): Mark => ({ kind: 'path', path, stroke: ink, width: 1.5 })),
      ...places.flatMap(({ x, y }, index) => numberMark(index + 1, [x, y - 20])),
    ],
  };
}
