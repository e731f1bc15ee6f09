import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { demonstrationStrata } from '#app/demonstration/seed/population.ts';
import { seededRandom } from '#app/demonstration/seed/random.ts';
import { registerPerson } from '#app/demonstration/seed/register-names.ts';
import { seededBytes } from '#app/demonstration/seed/seeded-bytes.ts';
import { bringQuestionnaire } from '#app/use-cases/fieldwork/bring-questionnaire.server.ts';
import { issueCodes } from '#app/use-cases/fieldwork/codes/issue-codes.server.ts';
import { createWave } from '#app/use-cases/fieldwork/create-wave.server.ts';
import { drawSample } from '#app/use-cases/fieldwork/draw-sample.server.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { openFieldwork } from '#db/fieldwork/database.ts';
import { benchWave, publish } from './city.ts';
import { type Figure, milliseconds, timed } from './figures.ts';

/** What the steps may take: milliseconds, and megabytes. */
const targets = { import: 30_000, memory: 300, draw: 1000, codes: 2000, publish: 3000 };
const wave = '2027-1';
const columns = [
  'case_id',
  'dzielnica',
  'plec',
  'rok_ur',
  'imie',
  'nazwisko',
  'ulica',
  'nr_domu',
  'nr_lokalu',
  'kod_pocztowy',
  'miejscowosc',
  'telefon',
  'jezyk',
];

/**
 * A wave's chain in the firm's hands: a register extract checked and imported by the built command, the draw,
 * the codes; and, in a database that holds a frozen wave, from its weights to its publication, everything
 * read from the disk and stored there.
 */
export async function measureChain(
  folder: string,
  fieldwork: ReturnType<typeof openFieldwork>,
  { secret, isQuick }: { secret: string; isQuick: boolean },
): Promise<Figure[]> {
  const own = join(folder, 'chain');
  mkdirSync(own);
  const extract = join(own, 'rejestr.csv');
  const people = writeExtract(extract, isQuick ? 70_000 : 700_000);
  const [, readingFile] = await timed(() => readFileSync(extract).length);
  const sampleSize = isQuick ? 180 : 1800;
  const act = {
    actor: 'bench',
    now: Date.UTC(2027, 1, 1),
    randomBytes: seededBytes('bench chain'),
    secret: Buffer.from(secret, 'utf8'),
  };
  const database = openFieldwork(join(own, 'fieldwork.sqlite'));
  try {
    bringQuestionnaire(database, cityQuestionnaire, act);
    const questionnaireVersion = cityQuestionnaire.version;
    const plan = { sampleSize, questionnaireVersion, expectedResponseRate: 1, reserveReplicates: 0 };
    createWave(database, { year: 2027, season: 'spring', ...plan }, act);
    const [memory, importing] = await timed(() => importExtract(own, extract, secret));
    const [drawn, drawing] = await timed(() => drawSample(database, wave, act));
    const [issued, issuing] = await timed(() => issueCodes(database, wave, act));
    if (!drawn.ok || !issued.ok) throw new Error('measureChain could not draw its sample');
    const [, publishing] = await timed(() => publish(fieldwork, benchWave, act.secret));
    const codes = issued.codes.length.toLocaleString('en');
    const disk = `${milliseconds(readingFile)} to read the file`;
    const line = (name: string, elapsed: number, target: number, limit = ''): Figure => ({
      name,
      measured: milliseconds(elapsed),
      limit,
      ratio: isQuick ? '' : `within ${target / 1000} s: ${elapsed <= target ? 'yes' : 'no'}`,
    });
    return [
      line(`check and import ${people.toLocaleString('en')} people`, importing, targets.import, disk),
      {
        name: 'most memory meanwhile',
        measured: memory === null ? 'unknown' : `${memory} MB`,
        limit: '',
        ratio:
          memory === null ? '' : `within ${targets.memory} MB: ${memory <= targets.memory ? 'yes' : 'no'}`,
      },
      line(`draw ${codes}, and delete who was not drawn`, drawing, targets.draw),
      line(`${codes} codes with their letters' rows`, issuing, targets.codes),
      line('from weights to publication, reading and storing included', publishing, targets.publish),
    ];
  } finally {
    database.close();
  }
}

/** A synthetic register of about so many people, in the columns that the platform itself writes. */
function writeExtract(path: string, wanted: number): number {
  const random = seededRandom('bench register');
  const strata = demonstrationStrata();
  const share = wanted / strata.reduce((sum, { population }) => sum + population, 0);
  const file = openSync(path, 'w');
  writeSync(file, `${columns.join(',')}\n`);
  let people = 0;
  for (const { key, population } of strata) {
    const lines = Array.from({ length: Math.round(population * share) }, (_, index) => {
      const one = registerPerson(key, index, random, 2027);
      return [
        one.unitId,
        one.district,
        one.sex,
        one.birthYear,
        one.givenName,
        one.familyName,
        one.street,
        one.houseNumber,
        one.flatNumber,
        one.postcode,
        one.locality,
        one.phone,
        one.language,
      ].join(',');
    });
    people += lines.length;
    writeSync(file, `${lines.join('\n')}\n`);
  }
  closeSync(file);
  return people;
}

/** Runs the built command and answers the most memory it had, in megabytes; null where nobody tells. */
async function importExtract(folder: string, extract: string, secret: string): Promise<number | null> {
  const command = spawn(
    process.execPath,
    ['build/server/poczucie.js', 'frame', 'import', extract, '--wave', wave],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', POCZUCIE_DATA: folder, POCZUCIE_SECRET: secret },
    },
  );
  let most: number | null = null;
  const watch = setInterval(() => {
    most = peakMemory(command) ?? most;
  }, 100);
  const code = await new Promise<number | null>((resolve) => command.once('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`frame import ended with ${code}`);
  return most;
}

function peakMemory({ pid }: ChildProcess): number | null {
  try {
    const kibibytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kibibytes === undefined ? null : Math.round((Number(kibibytes) * 1024) / 1e6);
  } catch {
    return null;
  }
}
