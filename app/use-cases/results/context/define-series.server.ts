import {
  type SeriesGeography,
  type SeriesPeriod,
  type Service,
  seriesGeographies,
  seriesPeriods,
  services,
} from '#core/context-series/series.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { Outcome } from '../../staff-act.ts';

/** A series as a form names it. */
export interface SeriesDraft {
  service: string;
  name: string;
  nameEnglish: string;
  unit: string;
  unitEnglish: string;
  geography: string;
  period: string;
  source: string;
  sourceEnglish: string;
  url: string;
}

export type SeriesFault =
  | 'service-unknown'
  | 'name-missing'
  | 'unit-missing'
  | 'geography-unknown'
  | 'period-unknown'
  | 'source-missing'
  | 'url-unreadable'
  | 'name-taken';

/** All that is wrong with a series before it is made. */
export function seriesFaults(database: ResultsDatabase, draft: SeriesDraft): SeriesFault[] {
  const isText = (text: string) => text.trim() !== '' && text.length <= 200;
  const isOneOf = (words: readonly string[], word: string) => words.includes(word);
  const faults: (SeriesFault | null)[] = [
    isOneOf(services, draft.service) ? null : 'service-unknown',
    isText(draft.name) && isText(draft.nameEnglish) ? null : 'name-missing',
    isText(draft.unit) && isText(draft.unitEnglish) ? null : 'unit-missing',
    isOneOf(seriesGeographies, draft.geography) ? null : 'geography-unknown',
    isOneOf(seriesPeriods, draft.period) ? null : 'period-unknown',
    isText(draft.source) && isText(draft.sourceEnglish) ? null : 'source-missing',
    draft.url.trim() === '' || isWebAddress(draft.url) ? null : 'url-unreadable',
    database.contextSeries.byId(seriesIdOf(draft.name)) ? 'name-taken' : null,
  ];
  return faults.filter((fault) => fault !== null);
}

/** Makes a series that has no figures yet; what it counts and from where never changes afterwards. */
export function defineSeries(
  database: ResultsDatabase,
  draft: SeriesDraft,
  act: { actor: string; now: number; synthetic?: boolean },
): Outcome<{ seriesId: string }, SeriesFault> {
  return database.transact(() => {
    const [fault] = seriesFaults(database, draft);
    if (fault) return { ok: false, reason: fault };
    const seriesId = seriesIdOf(draft.name);
    database.contextSeries.add({
      seriesId,
      service: draft.service as Service,
      name: draft.name.trim(),
      nameEnglish: draft.nameEnglish.trim(),
      unit: draft.unit.trim(),
      unitEnglish: draft.unitEnglish.trim(),
      geography: draft.geography as SeriesGeography,
      period: draft.period as SeriesPeriod,
      source: draft.source.trim(),
      sourceEnglish: draft.sourceEnglish.trim(),
      url: draft.url.trim() || null,
      synthetic: act.synthetic ?? false,
      createdAt: act.now,
      createdBy: act.actor,
    });
    return { ok: true, seriesId };
  });
}

/** The part of an address that a name gives: small letters without marks, digits and hyphens. */
function seriesIdOf(name: string): string {
  const plain = name
    .toLocaleLowerCase('pl')
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return plain || 'series';
}

function isWebAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text.trim()).protocol);
  } catch {
    return false;
  }
}
