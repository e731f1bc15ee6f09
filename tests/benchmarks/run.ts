import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyst, benchWave, completeCity, earlierWaves, storeWaves } from './city.ts';
import { type Figure, printFigures } from './figures.ts';
import { measureMethod } from './method.ts';
import { measurePages, withServer } from './pages.ts';
import { measureSubmits } from './submits.ts';

// `npm run bench`; `-- --quick` takes a tenth of the residents and requests.

const isQuick = process.argv.includes('--quick');
const sampleSize = isQuick ? 180 : 1800;
const submits = isQuick ? 640 : 6400;
const requests = isQuick ? 20 : 200;

if (!existsSync('build/server/server.js')) {
  process.stderr.write('the benchmark measures the built server: run `npm run build` first\n');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'poczucie-bench-'));
const secretText = randomBytes(32).toString('base64url');
const secret = Buffer.from(secretText, 'utf8');
try {
  const model = cpus()[0]?.model ?? 'unknown processor';
  process.stdout.write(`Node ${process.versions.node}, ${availableParallelism()} × ${model}\n`);

  const methodFigures: Figure[] = [];
  const city = storeWaves(folder, secret, sampleSize);
  methodFigures.push(...(await measureMethod(city.fieldwork, benchWave)));
  const { code } = await completeCity(city, folder, secret);
  city.fieldwork.close();
  printFigures('Residents', await measureSubmits(folder, submits));
  const environment = { POCZUCIE_DATA: folder, POCZUCIE_SECRET: secretText };
  printFigures(
    `Pages, one visitor at a time, ${earlierWaves.length + 1} published waves`,
    await withServer(environment, (origin) => pageFigures(origin, code)),
  );
  printFigures(
    `A wave, from frozen responses to its publication, ${earlierWaves.length} published waves before it`,
    methodFigures,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function pageFigures(origin: string, code: string): Promise<Figure[]> {
  const resident = await cookieOf(origin, '/s/start', { code });
  const staff = await cookieOf(origin, '/sign-in', analyst);
  return measurePages(
    origin,
    [
      { name: 'a page of the questionnaire', path: '/s/questionnaire/feeling', cookie: resident },
      { name: 'the overview', path: '/results', cookie: staff },
      { name: 'the map', path: '/results/map', cookie: staff },
      { name: 'a district', path: '/results/districts/5', cookie: staff },
    ],
    requests,
  );
}

/** The cookie that a form answers with, as a browser without scripts would send it. */
async function cookieOf(origin: string, path: string, fields: Record<string, string>): Promise<string> {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Origin: origin },
    redirect: 'manual',
  });
  if (response.status >= 400) throw new Error(`${path} answered ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
