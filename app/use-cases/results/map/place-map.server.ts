import { cellToLatLng, getResolution } from 'h3-js';
import { gazetteer } from '#city/gazetteer.ts';
import type { CityOutline } from '#core/geography/district-outlines.ts';
import { nearestEntry } from '#core/places/nearest-entry.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { mentionStandings } from '#core/publication/places/mention-bands.ts';
import type { PublishedMentionCell } from '#core/publication/places/published-mention-cell.ts';
import { type ListedPlace, listedPlaces } from '../published/place-list.server.ts';
import { readOnce } from '../published/read-once.ts';
import { cityCells, districtOutlines, outlineDrawing } from './city-outline.server.ts';

export interface MappedCell extends PublishedMentionCell {
  /** The nearest name of the gazetteer; null where it has none. */
  near: string | null;
  /** Null outside the city. */
  district: number | null;
}

/** The flagged places and, below them, the descriptive layer of mentions. */
export interface PlaceMapReading {
  outline: CityOutline;
  /** The cells of each standing as one SVG path. */
  layers: { standing: PublishedMentionCell['standing']; path: string }[];
  /** In the order of the list of places: the outline of its cells, and where its mark stands. */
  places: { placeId: string; path: string; x: number; y: number }[];
  /** The cells of the layer by district and name, for the table. */
  cells: MappedCell[];
}

/** The map of a publication's own places. */
export const publishedPlaceMap = readOnce((publication: PublicationDocument) =>
  placeMap(publication, listedPlaces(publication)),
);

/** Null where a publication has neither flagged places nor the layer. */
export function placeMap(
  { mentionCells }: Pick<PublicationDocument, 'mentionCells'>,
  places: readonly ListedPlace[],
): PlaceMapReading | null {
  if (places.length === 0 && mentionCells.length === 0) return null;
  const drawing = outlineDrawing();
  return {
    outline: districtOutlines(),
    layers: mentionStandings.flatMap((standing) => {
      const cells = mentionCells.filter((cell) => cell.standing === standing);
      return cells.length === 0 ? [] : [{ standing, path: drawing.pathOf(cells.map(({ cell }) => cell)) }];
    }),
    places: places.map(({ place }) => ({
      placeId: place.placeId,
      path: drawing.pathOf(place.cells),
      ...drawing.pointOf(place),
    })),
    cells: mappedCells(mentionCells),
  };
}

function mappedCells(cells: readonly PublishedMentionCell[]): MappedCell[] {
  const [first] = cells;
  if (!first) return [];
  const districts = cityCells(getResolution(first.cell));
  return cells
    .map((cell): MappedCell => {
      const [latitude, longitude] = cellToLatLng(cell.cell);
      const near = nearestEntry({ latitude, longitude }, gazetteer)?.name ?? null;
      return { ...cell, near, district: districts.get(cell.cell) ?? null };
    })
    .sort(
      (a, b) =>
        (a.district ?? 99) - (b.district ?? 99) ||
        (a.near ?? '').localeCompare(b.near ?? '', 'pl') ||
        (a.cell < b.cell ? -1 : 1),
    );
}
