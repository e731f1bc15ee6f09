import type { ResultsDatabase } from '#db/results/database.ts';
import { placeWords } from '../../components/figure-trail/figure-trail.tsx';
import { mapAnswer } from '../../components/map/map-answer.ts';
import { overviewAnswer } from '../../components/overview/overview-words.ts';
import { districtNumber } from '../../components/report/district-number.ts';
import { flagsAnswer } from '../../components/report/flags-view.tsx';
import { topicTitle } from '../../components/report/topic-view.tsx';
import { onlyLanguage } from '../../i18n/only-language.ts';
import type { Translator } from '../../i18n/translate.ts';
import type { StaffUser } from '../../staff/access.server.ts';
import { cityReport } from '../../use-cases/results/city-report.server.ts';
import { districtReport } from '../../use-cases/results/district-report.server.ts';
import { figureReport } from '../../use-cases/results/figure-report.server.ts';
import { flagsReport } from '../../use-cases/results/flag-list.server.ts';
import type { Audience } from '../../use-cases/results/interventions/actions-for.server.ts';
import { districtOutlines } from '../../use-cases/results/map/city-outline.server.ts';
import { mapReport } from '../../use-cases/results/map/map-page.server.ts';
import {
  besideFigures,
  judgedInterventions,
} from '../../use-cases/results/overview/done-and-beside.server.ts';
import { overviewReport } from '../../use-cases/results/overview/overview-report.server.ts';
import { type WaveSummary, waves } from '../../use-cases/results/published/published-results.server.ts';
import { topicReport } from '../../use-cases/results/topic-report.server.ts';

/**
 * Who reads published figures: from which database, in which language, and what a page without figures is
 * called.
 */
export interface Reader {
  database: ResultsDatabase;
  translator: Translator;
  /** The text that heads a page while nothing is published. */
  titleOfNothing: 'results:empty.title' | 'public:empty.title';
  /** Who of city hall is asking. */
  user?: Pick<StaffUser, 'role'>;
}

/** Lets in who may read an area, and turns everybody else away with a thrown Response. */
export type Guard = (request: Request) => Promise<Reader>;

/** What a loader of these pages is given. */
export interface Asked {
  request: Request;
  params: Readonly<Record<string, string | undefined>>;
}

/** Where to act, and what changed: the page that both areas open with. */
export async function readOverview({ request }: Asked, guard: Guard) {
  const { database, translator, titleOfNothing, user } = await guard(request);
  const published = waves(database);
  const report = overviewReport(database, chosenWave(request, published), published, audienceOf(user));
  const title = report ? overviewAnswer(translator, report) : translator.t(titleOfNothing);
  return {
    title,
    report,
    mayPlan: mayPlan(user),
    judged: judgedInterventions(database),
    beside: user ? besideFigures(database) : [],
  };
}

/** One indicator on the map of the districts. */
export async function readMap({ request }: Asked, guard: Guard) {
  const { database, translator, titleOfNothing } = await guard(request);
  const published = waves(database);
  const wanted = new URL(request.url).searchParams.get('indicator');
  const report = mapReport(database, chosenWave(request, published), { waves: published, wanted });
  if (!report) return { title: translator.t(titleOfNothing), shown: null };
  return {
    title: mapAnswer(translator, report.reading),
    shown: { report, outline: districtOutlines() },
  };
}

/** Where the city should act. */
export async function readFlags({ request }: Asked, guard: Guard) {
  const { database, translator, titleOfNothing, user } = await guard(request);
  const published = waves(database);
  const report = flagsReport(database, chosenWave(request, published), published, audienceOf(user));
  const title = report ? flagsAnswer(translator, report) : translator.t(titleOfNothing);
  return { title, report, mayPlan: mayPlan(user) };
}

/** The whole city over time. */
export async function readCity({ request }: Asked, guard: Guard) {
  const { database, translator, titleOfNothing } = await guard(request);
  const published = waves(database);
  const waveId = chosenWave(request, published)?.wave.waveId;
  const { searchParams } = new URL(request.url);
  const indicator = searchParams.get('indicator') || null;
  const report = waveId === undefined ? null : cityReport(database, { waveId, indicator });
  return {
    title: translator.t(report ? 'results:city.pageTitle' : titleOfNothing),
    report: onlyLanguage(report, translator.language),
    waveIds: published.map(({ wave }) => wave.waveId),
    isBridged: searchParams.get('bridge') === '1',
  };
}

/** Whom the pages of an area tell what is done. */
export function audienceOf(user: Reader['user']): Audience {
  return user ? 'city-hall' : 'anyone';
}

/** Whether somebody may plan what to do about a flag. */
function mayPlan(user: Reader['user']): boolean {
  return user?.role === 'city-analyst';
}

/** One district; 404 for one that the city does not have. */
export async function readDistrict({ request, params }: Asked, guard: Guard) {
  const { database, translator, titleOfNothing, user } = await guard(request);
  const district = districtNumber(params.district);
  if (district === null) throw new Response(null, { status: 404 });
  const published = waves(database);
  const waveId = chosenWave(request, published)?.wave.waveId;
  if (waveId === undefined) {
    return { title: translator.t(titleOfNothing), report: null, waveIds: [], mayPlan: false };
  }
  const indicator = new URL(request.url).searchParams.get('indicator') || null;
  const report = districtReport(database, { district, waveId, indicator, audience: audienceOf(user) });
  if (!report) throw new Response(null, { status: 404 });
  const place = `${report.district.numeral} ${report.district.name}`;
  return {
    title: translator.t('results:district.title', { place }),
    report: onlyLanguage(report, translator.language),
    waveIds: published.map(({ wave }) => wave.waveId),
    mayPlan: mayPlan(user),
  };
}

/** One topic in one district, or in the whole city; 404 for one that the wave does not have. */
export async function readTopic({ request, params }: Asked, guard: Guard) {
  const { database, translator } = await guard(request);
  const { topic = '' } = params;
  const district = params.district === undefined ? null : districtNumber(params.district);
  const waveId = chosenWave(request, waves(database))?.wave.waveId;
  const isPlace = params.district === undefined || district !== null;
  const report = waveId && isPlace ? topicReport(database, { waveId, district, topic }) : null;
  if (!report) throw new Response(null, { status: 404 });
  return { title: topicTitle(translator, report), report };
}

/** How one published figure was made; 404 for one that was not published. */
export async function readFigure({ request, params }: Asked, guard: Guard) {
  const { database, translator } = await guard(request);
  const { wave = '', domain = '', indicator = '' } = params;
  const isOfYear = new URL(request.url).searchParams.get('basis') === 'rolling-year';
  const report = figureReport(database, { waveId: wave, domain, indicator, isOfYear });
  if (!report) throw new Response(null, { status: 404 });
  const name = report.name[translator.language];
  const title = translator.t('method:figure.pageTitle', { name, place: placeWords(translator, report) });
  return { title, report };
}

/**
 * The wave that `?wave=` names, else the newest; null before the first publication; 404 for a wave nobody
 * published.
 */
export function chosenWave(request: Request, published: readonly WaveSummary[]): WaveSummary | null {
  const wanted = new URL(request.url).searchParams.get('wave');
  if (wanted === null || wanted === '') return published[0] ?? null;
  const found = published.find(({ wave }) => wave.waveId === wanted);
  if (!found) throw new Response(null, { status: 404 });
  return found;
}
