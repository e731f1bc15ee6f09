import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { measureChain } from './chain.ts';
import { benchWave, earlierWaves, publish, storeWaves } from './city.ts';
import { publishedWaves, storeCityHall } from './city-hall.ts';
import { measureDesk } from './desk-pages.ts';
import { printFigures } from './figures.ts';
import { measureInterviews, quickExtent, wholeExtent } from './interviews/measure-interviews.ts';
import { printInterviews } from './interviews/print-interviews.ts';
import { measureMethod } from './method.ts';
import { measurePages } from './pages.ts';
import { measureResults } from './results-pages.ts';
import { cookieOf, withServer } from './server.ts';
import { inviteResidents, measureSubmits } from './submits.ts';

// `npm run bench`; `npm run bench -- results` one part of it; `--quick` takes a tenth of people and requests.

const parts = ['interviews', 'method', 'chain', 'residents', 'desk', 'results'] as const;
const wanted = process.argv.slice(2).filter((argument) => argument !== '--quick');
const isQuick = process.argv.includes('--quick');
const sampleSize = isQuick ? 180 : 1800;
const submits = isQuick ? 640 : 6400;
const requests = isQuick ? 20 : 200;

function refuse(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

if (!existsSync('build/server/server.js')) {
  refuse('the benchmark measures the built server: run `npm run build` first');
}
if (wanted.some((part) => !parts.some((known) => known === part))) {
  refuse(`the benchmark has the parts ${parts.join(', ')}`);
}
const isWanted = (part: (typeof parts)[number]) => wanted.length === 0 || wanted.includes(part);

const folder = mkdtempSync(join(tmpdir(), 'poczucie-bench-'));
const secretText = randomBytes(32).toString('base64url');
const secret = Buffer.from(secretText, 'utf8');
try {
  const model = cpus()[0]?.model ?? 'unknown processor';
  process.stdout.write(`Node ${process.versions.node}, ${availableParallelism()} × ${model}\n`);

  if (isWanted('interviews')) {
    const own = join(folder, 'interviews');
    mkdirSync(own);
    printInterviews(await measureInterviews(own, isQuick ? quickExtent : wholeExtent), null);
  }
  if (parts.some((part) => part !== 'interviews' && isWanted(part))) await ofWaves();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What needs waves that lie there. */
async function ofWaves(): Promise<void> {
  const fieldwork = storeWaves(folder, secret, sampleSize);
  if (isWanted('method')) {
    printFigures(
      `A wave, from frozen responses to its publication, ${earlierWaves.length} published waves before it`,
      await measureMethod(fieldwork, benchWave),
    );
  }
  if (isWanted('chain')) {
    const figures = await measureChain(folder, fieldwork, { secret: secretText, isQuick });
    printFigures(
      'The chain of a wave, from its frame to its codes and from its weights to its publication',
      figures,
    );
  }
  if (isWanted('residents')) await residents(fieldwork);
  if (isWanted('desk')) {
    const cases = fieldwork.waveFigures.ofWave(benchWave).drawn.toLocaleString('en');
    printFigures(
      `The desk, one visitor at a time, ${cases} cases a wave`,
      await measureDesk(folder, secretText, requests),
    );
  }
  if (isWanted('results')) await results(fieldwork);
  fieldwork.close();
}

async function residents(fieldwork: FieldworkDatabase): Promise<void> {
  const [code = ''] = inviteResidents(fieldwork, secret, 1, Date.now());
  printFigures('Residents', [
    ...(await measureSubmits(folder, submits)),
    ...(await withServer({ POCZUCIE_DATA: folder, POCZUCIE_SECRET: secretText }, async (server) => {
      const cookie = await cookieOf(server.origin, '/s/start', { code });
      const page = { name: 'a page of the questionnaire', path: '/s/questionnaire/feeling', cookie };
      return measurePages(server, [page], requests);
    })),
  ]);
}

async function results(fieldwork: FieldworkDatabase): Promise<void> {
  const cityHall = join(folder, 'city-hall');
  mkdirSync(cityHall);
  if (!isWanted('chain')) publish(fieldwork, benchWave, secret);
  await storeCityHall(fieldwork, cityHall);
  const title = `Published results, one visitor at a time, ${publishedWaves} published waves`;
  await measureResults(cityHall, title, requests);
}
