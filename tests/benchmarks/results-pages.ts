import { join } from 'node:path';
import { cameraPaths } from '#app/paths/cameras.ts';
import { contextPaths } from '#app/paths/context.ts';
import { interventionPaths } from '#app/paths/interventions.ts';
import { publicPaths } from '#app/paths/public.ts';
import { resultsPaths } from '#app/paths/results.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { openResults } from '#db/results/database.ts';
import { benchWave } from './city.ts';
import { cityAnalyst } from './city-hall.ts';
import { milliseconds, printTable, quantile, times } from './figures.ts';
import { type MeasuredPage, type PageTimes, timeFirst, timePage } from './pages.ts';
import { cookieOf, withServer } from './server.ts';

/** What city hall was promised: milliseconds of the 95th percentile, and bytes of a district's page. */
const targets = { p95: 30, html: 150_000 };

/** Every kind of page of published results, at as many waves as the folder holds. */
export async function measureResults(folder: string, title: string, requests: number): Promise<void> {
  const environment = {
    POCZUCIE_DATA: folder,
    POCZUCIE_SECRET: 'a secret that opens nothing but this benchmark',
    POCZUCIE_AREAS: 'results,public',
  };
  const cookie = await withServer(environment, ({ origin }) => cookieOf(origin, '/sign-in', cityAnalyst));
  const pages = resultsPages(folder, cookie);
  const first = new Map<MeasuredPage, number>();
  for (const page of pages) {
    first.set(page, await withServer(environment, (server) => timeFirst(server, page)));
  }
  const measured = await withServer(environment, async (server) => {
    const all: PageTimes[] = [];
    for (const page of pages) all.push(await timePage(server, page, requests));
    return all;
  });
  printTable(title, [
    [
      '',
      'HTML',
      'sent',
      'first',
      'median',
      `p95 (target ${targets.p95} ms)`,
      'slowest',
      'CPU',
      'drawn anew: median',
      'p95',
      'bare server, same bytes',
      'ratio',
    ],
    ...measured.map((times) => rowOf(times, first.get(times.page) ?? Number.NaN)),
  ]);
  const slow = measured.filter(({ elapsed }) => quantile(elapsed, 0.95) > targets.p95);
  const large = measured.filter(({ size }) => size > targets.html);
  const names = (found: readonly PageTimes[]) => found.map(({ page }) => page.name).join(', ') || 'none';
  process.stdout.write(
    `  above ${targets.p95} ms: ${names(slow)}; above ${targets.html / 1000} kB of HTML: ${names(large)}\n`,
  );
}

function rowOf({ page, elapsed, drawn, cpu, size, sent, bare }: PageTimes, first: number): string[] {
  const median = quantile(elapsed, 0.5);
  return [
    page.name,
    kilobytes(size),
    kilobytes(sent),
    milliseconds(first),
    milliseconds(median),
    milliseconds(quantile(elapsed, 0.95)),
    milliseconds(quantile(elapsed, 1)),
    milliseconds(cpu),
    milliseconds(quantile(drawn, 0.5)),
    milliseconds(quantile(drawn, 0.95)),
    milliseconds(bare),
    times(median / bare),
  ];
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}

/** The pages with what the newest publication and the registers have to show. */
function resultsPages(folder: string, cookie: string): MeasuredPage[] {
  const results = openResults(join(folder, 'results.sqlite'));
  const head = results.publications.headsOfWave(benchWave).at(-1);
  const text = head && results.publications.documentText(head.publicationId);
  const intervention = results.interventions.all().find(({ interventionId, status }) => {
    return status === 'done' && results.interventions.freezeOf(interventionId) !== undefined;
  });
  results.close();
  const { flags, places, indicators } = JSON.parse(text ?? '') as PublicationDocument;
  const district = flags.find(({ needsIntervention }) => needsIntervention)?.district ?? 1;
  const [place] = places;
  const topic = indicators.find(({ headline }) => headline)?.page ?? '';
  const indicator = indicators.findLast(({ headline }) => !headline)?.id ?? '';
  if (!place || !intervention) throw new Error('measureResults requires a place and an intervention');
  const { overview, map, flags: allFlags, city, cityTopic, district: ofDistrict } = resultsPaths;
  const { districtTopic, places: allPlaces, place: ofPlace, figure } = resultsPaths;
  const own = [
    ['overview', overview()],
    ['map', map()],
    ['flags', allFlags()],
    ['a district', ofDistrict(district)],
    ['a district, another indicator', ofDistrict(district, { indicator })],
    ['a topic of a district', districtTopic(district, topic)],
    ['the city', city()],
    ['a topic of the city', cityTopic(topic)],
    ['all places', allPlaces()],
    ['a place', ofPlace(place.placeId)],
    ['a figure', figure({ wave: benchWave, domain: 'city', indicator })],
    ['interventions', interventionPaths.interventions()],
    ['an intervention', interventionPaths.intervention(intervention.interventionId)],
    ['cameras', cameraPaths.cameras()],
    ['context', contextPaths.list],
  ].map(([name = '', path = '']): MeasuredPage => ({ name, path, cookie }));
  return [
    { name: 'a static file', path: '/icon.svg' },
    ...own,
    { name: 'public overview in Ukrainian', path: publicPaths.overview(), language: 'uk' },
    { name: 'public data', path: publicPaths.data },
    { name: 'the method', path: publicPaths.method() },
  ];
}
