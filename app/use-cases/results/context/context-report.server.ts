import { districtByNumber, districts } from '#city/city.ts';
import { stationAreas } from '#city/station-areas.ts';
import { cityArea, type SeriesGeography, type SeriesValue } from '#core/context-series/series.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { SeriesRow, StateRow } from '#db/results/queries/context-series.ts';
import {
  indicatorAcrossDistricts,
  newestWave,
  publicationOf,
  type TrendPoint,
  trend,
  type WaveSummary,
} from '../published/published-results.server.ts';

export type { SeriesRow, StateRow } from '#db/results/queries/context-series.ts';

/** A series with its newest state, as a list names it. */
export interface ListedSeries {
  series: SeriesRow;
  /** Null until a file was taken in. */
  state: StateRow | null;
  /** Of the newest period: the figure of the city, or the sum and the number of the areas that have one. */
  newest: { period: string; value: number; areas: number } | null;
}

/** Every series of the services, by service. */
export function contextList(database: ResultsDatabase): ListedSeries[] {
  return database.contextSeries.series().map((series) => {
    const state = database.contextSeries.newestAccepted(series.seriesId) ?? null;
    const values = state ? database.contextSeries.newestValues(series.seriesId, state.state) : [];
    const period = values[0]?.period;
    const sum = values.reduce((total, { value }) => total + value, 0);
    return { series, state, newest: period ? { period, value: sum, areas: values.length } : null };
  });
}

/** An area with its figures by period, and what residents of it feel. */
export interface AreaRow {
  area: string;
  name: string;
  /** In the order of `periods`; null where the source gives none. */
  values: (number | null)[];
  /** The share of each of its districts: figures of residents are never added up to a station's area. */
  felt: { district: number; name: string; estimate: PublishedEstimate | null }[];
}

/** All that a page tells of one series. */
export interface SeriesReport {
  series: SeriesRow;
  state: StateRow | null;
  /** Every state, the newest first. */
  states: StateRow[];
  periods: string[];
  rows: AreaRow[];
  /** The indicator that stands beside it, of the newest wave; null before the first publication. */
  beside: {
    wave: WaveSummary;
    indicator: Pick<PublishedIndicator, 'id' | 'name' | 'result' | 'kind'>;
    choices: Pick<PublishedIndicator, 'id' | 'name'>[];
    /** Of the whole city over the waves. */
    city: readonly TrendPoint[];
  } | null;
}

/** One series, in its newest state or in an earlier one; null where there is none. */
export function seriesReport(
  database: ResultsDatabase,
  {
    seriesId,
    state: wantedState,
    indicator,
  }: { seriesId: string; state: number | null; indicator: string | null },
): SeriesReport | null {
  const series = database.contextSeries.byId(seriesId);
  if (!series) return null;
  const states = database.contextSeries.states(seriesId);
  const accepted = states.filter(({ standing }) => standing === 'accepted');
  const state =
    (wantedState === null ? accepted[0] : accepted.find((each) => each.state === wantedState)) ?? null;
  if (wantedState !== null && state === null) return null;
  const values = state ? database.contextSeries.values(seriesId, state.state) : [];
  const periods = [...new Set(values.map(({ period }) => period))].sort();
  const beside = besideOf(database, indicator);
  const felt = new Map(
    beside
      ? indicatorAcrossDistricts(database, beside.wave.wave.waveId, beside.indicator.id).map(
          ({ district, estimate }) => [district, estimate] as const,
        )
      : [],
  );
  return {
    series,
    state,
    states: accepted,
    periods,
    beside,
    rows: areasOf(series.geography).map(({ area, name, districts: inside }) => ({
      area,
      name,
      values: valuesBy(values, area, periods),
      felt: inside.map((number) => ({
        district: number,
        name: nameOf(number),
        estimate: felt.get(number) ?? null,
      })),
    })),
  };
}

/** Headline indicators can stand beside a series; the first of them where none was chosen. */
function besideOf(database: ResultsDatabase, wanted: string | null): SeriesReport['beside'] {
  const wave = newestWave(database);
  const publication = wave && publicationOf(database, wave.wave.waveId);
  if (!wave || !publication) return null;
  const choices = publication.indicators.filter(({ headline }) => headline);
  const chosen = choices.find(({ id }) => id === wanted) ?? choices[0];
  if (!chosen) return null;
  const { id, name, result, kind } = chosen;
  return {
    wave,
    indicator: { id, name, result, kind },
    choices: choices.map((choice) => ({ id: choice.id, name: choice.name })),
    city: trend(database, id, cityArea),
  };
}

function areasOf(geography: SeriesGeography): { area: string; name: string; districts: readonly number[] }[] {
  if (geography === 'city') return [{ area: cityArea, name: '', districts: [] }];
  if (geography === 'district') {
    return districts.map(({ number }) => ({
      area: String(number),
      name: nameOf(number),
      districts: [number],
    }));
  }
  return stationAreas.map(({ id, name, districts: inside }) => ({ area: id, name, districts: inside }));
}

function nameOf(number: number): string {
  const { numeral, name } = districtByNumber(number);
  return `${numeral} ${name}`;
}

function valuesBy(
  values: readonly SeriesValue[],
  area: string,
  periods: readonly string[],
): (number | null)[] {
  const ofArea = new Map(
    values.filter((value) => value.area === area).map(({ period, value }) => [period, value]),
  );
  return periods.map((period) => ofArea.get(period) ?? null);
}
