import { gridDisk } from 'h3-js';
import { gazetteer } from '#city/gazetteer.ts';
import type { MeasuredFigure } from '#core/effect/measured-figure.ts';
import { placeFigures } from '#core/effect/place-figures.ts';
import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import type { LocalisedText } from '#core/language.ts';
import { entriesWithin } from '#core/places/nearest-entry.ts';
import type { CountedAnswer, PublishedPlace } from '#core/places/place.ts';
import { mentionBands } from '#core/publication/places/mention-bands.ts';
import type { PublishedMentionCell } from '#core/publication/places/published-mention-cell.ts';
import type { PublishedChoice } from '#core/publication/published-distribution.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { type Action, type Audience, actionsFor } from '../interventions/actions-for.server.ts';
import { districtOutlines, outlineDrawing } from '../map/city-outline.server.ts';
import { placesOverWaves, type WavePlaces } from '../published/wave-places.server.ts';

/** An answer in words, with the people who gave it. */
export interface WordedCount {
  label: LocalisedText;
  people: number;
}

/** A place in one wave. */
export interface PlaceInWave {
  wave: PublishedWave;
  /** Null in a wave in which it was not flagged. */
  place: PublishedPlace | null;
  /** The share of those who know and named it who call it unsafe; null where it is not flagged. */
  figure: MeasuredFigure | null;
  /** Where it is not flagged: the most people of one of its cells, null for fewer than five in each. */
  people: PublishedMentionCell['people'] | null;
}

/** The drawing of a place and what lies around it. */
export interface PlaceLocation {
  viewBox: string;
  districts: string[];
  cells: string;
  mark: { x: number; y: number };
}

/** A place over all published waves. */
export interface PlacePage {
  /** As in the newest wave that flagged it, up to the one that was asked for. */
  place: PublishedPlace;
  /** Of what wave that is. */
  toldOf: PublishedWave;
  /** The wave that was asked for. */
  wave: PublishedWave;
  /** Whether it is flagged in that wave. */
  isFlagged: boolean;
  /** Where it is not: places of that wave that share a cell with it, under ids of their own. */
  insteadOf: Pick<PublishedPlace, 'placeId' | 'name'>[];
  reasons: WordedCount[];
  times: WordedCount[];
  fixes: WordedCount[];
  /** Newest first. */
  history: PlaceInWave[];
  /** Names of the gazetteer within half a kilometre, nearest first. */
  near: string[];
  location: PlaceLocation;
  actions: Action[];
}

const nearby = { metres: 500, most: 6 };

/** Null for a place that was flagged in no published wave up to the wanted one. */
export function placePage(
  database: ResultsDatabase,
  { placeId, waveId, audience = 'anyone' }: { placeId: string; waveId: string; audience?: Audience },
): PlacePage | null {
  const all = placesOverWaves(database);
  const upTo = all.filter(({ wave }) => wave.waveId <= waveId);
  const [shown] = upTo;
  const told = upTo.find(({ places }) => places.some((place) => place.placeId === placeId));
  const place = told?.places.find((other) => other.placeId === placeId);
  if (!shown || !told || !place) return null;
  const isFlagged = told === shown;
  return {
    place,
    toldOf: told.wave,
    wave: shown.wave,
    isFlagged,
    insteadOf: isFlagged
      ? []
      : sharing(shown, place).map((other) => ({ placeId: other.placeId, name: other.name })),
    reasons: worded(place.reasons, told.placeAnswers.reasons),
    times: worded(place.times, told.placeAnswers.times),
    fixes: worded(place.fixes, told.placeAnswers.fixes),
    history: all.map((one) => inWave(one, place, told.resolution)),
    near: entriesWithin(place, gazetteer, nearby.metres)
      .filter(({ name }) => name !== place.name)
      .slice(0, nearby.most)
      .map(({ name }) => name),
    location: locationOf(place),
    actions: actionsFor(database, audience).place(place),
  };
}

/** Flagged places of a wave that share a cell with a place. */
function sharing({ places }: WavePlaces, { cells }: PublishedPlace): PublishedPlace[] {
  return places.filter((other) => other.cells.some((cell) => cells.includes(cell)));
}

function inWave(one: WavePlaces, known: PublishedPlace, resolution: number): PlaceInWave {
  const place = one.places.find(({ placeId }) => placeId === known.placeId) ?? null;
  if (place) {
    return { wave: one.wave, place, figure: placeFigures([place]).get(place.placeId) ?? null, people: null };
  }
  // Cells of another size are not those that were named.
  const named = one.resolution === resolution ? known.cells : [];
  const bands = named.flatMap((cell) => one.mentionCells.get(cell)?.people ?? []);
  const people = mentionBands.findLast((band) => bands.includes(band)) ?? null;
  return { wave: one.wave, place: null, figure: null, people };
}

function worded(counted: readonly CountedAnswer[], choices: readonly PublishedChoice[]): WordedCount[] {
  return counted.flatMap(({ code, people }) => {
    const choice = choices.find((other) => other.code === code);
    return choice ? [{ label: choice.label, people }] : [];
  });
}

/** Half the width and height of the drawing around a place, in its units. */
const around = { x: 130, y: 80 };

function locationOf(place: PublishedPlace): PlaceLocation {
  const drawing = outlineDrawing();
  const mark = drawing.pointOf(place);
  return {
    viewBox: [mark.x - around.x, mark.y - around.y, 2 * around.x, 2 * around.y].join(' '),
    districts: districtOutlines().districts.map(({ path }) => path),
    cells: drawing.pathOf(place.cells),
    mark,
  };
}

/** The cells in which a place's people are counted: its own and those beside them. */
export function countedCells({ cells }: Pick<PublishedPlace, 'cells'>): Set<string> {
  return new Set(cells.flatMap((cell) => gridDisk(cell, 1)));
}
