import { createHash } from 'node:crypto';
import { districts } from '#city/city.ts';
import { stationAreas } from '#city/station-areas.ts';
import { dayAfterPeriod } from '#core/context-series/period.ts';
import type { SeriesPeriod } from '#core/context-series/series.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { defineSeries, type SeriesDraft } from '../use-cases/results/context/define-series.server.ts';
import { decideState, stageState } from '../use-cases/results/context/stage-state.server.ts';
import { publishedSeries, syntheticSource } from './services-published.ts';

const timeZone = 'Europe/Warsaw';
const byName = { actorName: 'Celina Analityk' };

interface SyntheticSeries {
  draft: SeriesDraft;
  areas: readonly string[];
  periods: readonly string[];
  /** Around what the figures of an area lie. */
  level: (area: number) => number;
}

const quarters = ['2024', '2025', '2026'].flatMap((year) => [1, 2, 3, 4].map((part) => `${year}-Q${part}`));
const districtNumbers = districts.map(({ number }) => String(number));

const synthetic: readonly SyntheticSeries[] = [
  {
    draft: {
      ...syntheticSource,
      service: 'police',
      name: 'Kradzieże w rejonach komisariatów',
      nameEnglish: 'Thefts by police station area',
      unit: 'kradzieże zgłoszone',
      unitEnglish: 'reported thefts',
      geography: 'station-area',
      period: 'quarter',
    },
    areas: stationAreas.map(({ id }) => id),
    periods: quarters,
    level: (area) => (area === 0 ? 250 : 60 + ((area * 37) % 90)),
  },
  {
    draft: {
      ...syntheticSource,
      service: 'municipal-guard',
      name: 'Interwencje Straży Miejskiej wobec zakłóceń porządku',
      nameEnglish: 'Municipal guard: interventions against disorder',
      unit: 'interwencje',
      unitEnglish: 'interventions',
      geography: 'district',
      period: 'quarter',
    },
    areas: districtNumbers,
    periods: quarters,
    level: (area) => (area === 0 ? 900 : 120 + ((area * 53) % 200)),
  },
  {
    draft: {
      ...syntheticSource,
      service: 'prevention-centre',
      name: 'Rozmowy pracowników ulicznych Miejskiego Centrum Profilaktyki Uzależnień',
      nameEnglish: 'Talks of street workers of the municipal prevention centre',
      unit: 'rozmowy',
      unitEnglish: 'talks',
      geography: 'city',
      period: 'quarter',
    },
    areas: ['city'],
    periods: quarters,
    level: () => 640,
  },
  {
    draft: {
      ...syntheticSource,
      service: 'lighting',
      name: 'Zgłoszone awarie oświetlenia',
      nameEnglish: 'Reported faults of street lighting',
      unit: 'zgłoszenia',
      unitEnglish: 'reports',
      geography: 'district',
      period: 'quarter',
    },
    areas: districtNumbers,
    periods: quarters,
    level: (area) => 30 + ((area * 29) % 60),
  },
];

/**
 * Brings the services' figures as an analyst would, file by file: those that were really published, with
 * their source, and invented ones that say so. Figures of a period that is not over at `now` are left out.
 */
export function makeDemonstrationServices(
  database: ResultsDatabase,
  { actor, now }: { actor: string; now: number },
): void {
  for (const { draft, csv } of publishedSeries) bring(database, draft, csv, { actor, now, synthetic: false });
  const today = dayIn(now, timeZone);
  for (const { draft, areas, periods, level } of synthetic) {
    const over = periods.filter((period) => dayAfterPeriod(draft.period as SeriesPeriod, period) <= today);
    const rows = areas.flatMap((area, index) =>
      over.map((period, at) => `${period};${area};${countFor(draft.name, area, period, level(index), at)}`),
    );
    if (rows.length > 0) {
      bring(database, draft, `okres;obszar;wartość\n${rows.join('\n')}\n`, { actor, now, synthetic: true });
    }
  }
}

function bring(
  database: ResultsDatabase,
  draft: SeriesDraft,
  text: string,
  act: { actor: string; now: number; synthetic: boolean },
): void {
  const defined = defineSeries(database, draft, act);
  if (!defined.ok)
    throw new Error(`makeDemonstrationServices could not define ${draft.name}: ${defined.reason}`);
  const { seriesId } = defined;
  const file = { seriesId, fileName: `${seriesId}.csv`, text, note: '' };
  const staged = stageState(database, file, { ...act, ...byName });
  if (!staged.ok) throw new Error(`makeDemonstrationServices could not stage ${seriesId}: ${staged.reason}`);
  decideState(database, { seriesId, state: staged.state }, 'accepted', { ...act, ...byName });
}

/** Around a level, a season and a little chance that is the same on every machine. */
function countFor(name: string, area: string, period: string, level: number, at: number): number {
  const chance = createHash('sha256').update(`${name} ${area} ${period}`).digest().readUInt16BE(0) / 65_535;
  const season = 1 + 0.08 * Math.sin((at * Math.PI) / 2);
  return Math.round(level * season * (0.88 + 0.24 * chance));
}
