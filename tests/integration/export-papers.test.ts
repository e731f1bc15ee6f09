import { beforeEach, describe, expect, it } from 'vitest';
import { estimateWords } from '#app/components/charts/figure-words.ts';
import { placeOfDistrict } from '#app/components/map/district-label.ts';
import { overviewAnswer } from '#app/components/overview/overview-words.ts';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { overviewSheet } from '#app/papers/reports/overview-paper.server.ts';
import { publicPaths } from '#app/paths/public.ts';
import { paperOfDistrict, paperOfOverview } from '#app/routes/results/papers.server.ts';
import { districtReport } from '#app/use-cases/results/district-report.server.ts';
import { overviewReport } from '#app/use-cases/results/overview/overview-report.server.ts';
import { waves } from '#app/use-cases/results/published/published-results.server.ts';
import { districts } from '#city/city.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import { type Language, languages } from '#core/language.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { askedFile } from '#tests/support/asked-file.ts';
import { exactLevelFlag, exactPublication } from '#tests/support/exact-publication.ts';
import { readPdf } from '#tests/support/pdf-words.ts';
import {
  eighteenDistricts,
  openTestResults,
  receiveTrusted,
  testPublication,
} from '#tests/support/results.ts';

const flag: PublishedFlag = {
  ...exactLevelFlag,
  status: 'confirmed',
  needsIntervention: true,
  estimate: 0.383,
  history: [{ waveId: '2025-2', severity: 'watch' }],
};

function published(flags: PublishedFlag[]): ResultsDatabase {
  const own = openTestResults();
  const { wave } = exactPublication(eighteenDistricts);
  const autumn = { ...wave, waveId: '2025-2', year: 2025, season: 'autumn' as const };
  for (const document of [
    testPublication({ publicationId: '2025-2.1', wave: autumn }),
    testPublication({ flags }),
  ]) {
    receiveTrusted(own, document, { actor: 'test', now: Date.UTC(2026, 5, 30) });
  }
  return own;
}

let database: ResultsDatabase;

beforeEach(() => {
  database = published([{ ...flag, district: 3 }]);
});

const settings = { paths: publicPaths, caching: 'no-store' };
const ofDistrict = (district: string, { language = 'pl' as Language } = {}) =>
  askedFile((asked, guard) => paperOfDistrict(asked, { guard, ...settings }), database, {
    district,
    language,
    address: `/public/districts/${district}.pdf`,
  });
const ofOverview = ({ language = 'pl' as Language } = {}) =>
  askedFile((asked, guard) => paperOfOverview(asked, { guard, ...settings }), database, {
    language,
    address: '/public/overview.pdf',
  });
const read = async (answer: Response) => readPdf(new Uint8Array(await answer.arrayBuffer()));
const plain = (words: string) => words.replace(/[\s\u00a0]+/g, ' ');

describe('the paper of a district', () => {
  it.each(languages)('says in %s what its page says, on two pages at most', async (language) => {
    const translator = serverTranslator(language);
    const { title, pages, isTagged, ...paper } = await read(await ofDistrict('3', { language }));
    expect(pages.length).toBeLessThanOrEqual(2);
    expect(paper.language).toBe(language);
    expect(isTagged).toBe(true);
    expect(title).toContain('III Prądnik Czerwony');
    const report = districtReport(database, { district: 3, waveId: '2026-1', indicator: null });
    const rows = report?.indicators.headline ?? [];
    expect(rows.length).toBeGreaterThan(0);
    for (const { indicator, estimate } of rows) {
      expect(pages.join(' ')).toContain(plain(estimateWords(translator, indicator.kind, estimate)));
    }
    expect(pages.join(' ')).toContain(translator.t('results:flag.needsIntervention'));
  });

  it('names source, people, publication, day and address, and numbers its pages', async () => {
    const { pages } = await read(await ofDistrict('3'));
    expect(pages[0]).toContain('n = 32\u202f400'.replace('\u202f', ' '));
    expect(pages[0]).toContain('Publikacja 2026-1.1 z 30 czerwca 2026');
    pages.forEach((page, index) => {
      expect(page).toContain('https://poczucie.test/public/districts/3?wave=2026-1');
      expect(page).toContain(`strona ${index + 1} z ${pages.length}`);
    });
  });

  it('is not there for a district that the city does not have', async () => {
    expect((await ofDistrict('19')).status).toBe(404);
    expect((await ofDistrict('x')).status).toBe(404);
  });
});

describe('the paper of the overview', () => {
  it.each(languages)('gives in %s the answer of its page', async (language) => {
    const translator = serverTranslator(language);
    const [newest = null] = waves(database);
    const report = overviewReport(database, newest, waves(database));
    const { title, pages } = await read(await ofOverview({ language }));
    expect(pages.length).toBeLessThanOrEqual(2);
    expect(title).toBe(report && overviewAnswer(translator, report));
    expect(pages[0]).toContain('III Prądnik Czerwony');
    const told = plain(pages.join(' '));
    const matrix = told.slice(told.indexOf(plain(translator.t('exports:paper.matrix'))));
    for (const { numeral, name } of districts) expect(matrix).toContain(`${numeral} ${name}`);
    expect(told).toContain(
      plain(
        translator.t(report?.watched.length ? 'overview:act.watched' : 'overview:act.noWatched', {
          districts: (report?.watched ?? []).map(placeOfDistrict).join(', '),
        }),
      ),
    );
    for (const { indicator, city } of report?.headlines ?? []) {
      expect(pages.join(' ')).toContain(plain(estimateWords(translator, indicator.kind, city)));
    }
  });

  it('stays on two pages when every district is flagged, and says that there is more', async () => {
    const [newest = null] = waves(database);
    const report = overviewReport(database, newest, waves(database));
    const [line] = report?.lines ?? [];
    if (!report || !line || !newest) throw new Error('a district is flagged');
    const reasons = [...line.reasons, ...line.reasons, ...line.reasons];
    const lines = districts.map(({ number }) => ({ ...line, reasons, district: number }));
    const address = 'https://poczucie.test/public';
    const cited = { publicationId: '2026-1.1', wave: newest.wave, address, replacedBy: null };
    const { pages } = readPdf(
      await overviewSheet(serverTranslator('pl'), { ...report, lines, judged: [] }, { cited, address }),
    );
    expect(pages).toHaveLength(2);
    expect(pages.join(' ')).toContain('XI Podgórze Duchackie.');
    expect(pages[1]).toContain('Nie wszystko zmieściło się na dwóch stronach.');
  });
});

it('a paper is made once for a publication and a language', async () => {
  const [first, again, other] = await Promise.all([
    ofDistrict('7'),
    ofDistrict('7'),
    ofDistrict('7', { language: 'en' }),
  ]);
  const bytes = await Promise.all([first, again, other].map((answer) => answer.arrayBuffer()));
  const [one, two, three] = bytes.map((content) => Buffer.from(content));
  // Made twice it would carry another moment of making.
  expect(one?.equals(two ?? Buffer.alloc(0))).toBe(true);
  expect(one?.equals(three ?? Buffer.alloc(0))).toBe(false);
});
