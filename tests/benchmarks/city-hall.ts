import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demonstrateCameras } from '#app/demonstration/cameras.server.ts';
import { plannedInterventions } from '#app/demonstration/intervention-script.ts';
import { actOnFlags, type CityScript, type DoneSoFar } from '#app/demonstration/interventions.server.ts';
import { seededBytes } from '#app/demonstration/seed/seeded-bytes.ts';
import { makeDemonstrationServices } from '#app/demonstration/services.server.ts';
import { makeSigningKeys, signText } from '#app/signing.server.ts';
import { publicationFileOf } from '#app/use-cases/analysis/hand-over-publication.server.ts';
import { importHistory } from '#app/use-cases/results/import-history.server.ts';
import { receivePublication } from '#app/use-cases/results/receive-publication.server.ts';
import { trustPublicationKey } from '#app/use-cases/results/trusted-keys.server.ts';
import { createStaffUser } from '#app/use-cases/staff/staff-accounts.server.ts';
import { canonicalJson } from '#core/digest.ts';
import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { signedFile } from '#core/publication/signed-file.ts';
import { openAccounts } from '#db/accounts/database.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import { openResults, type ResultsDatabase } from '#db/results/database.ts';
import { benchWave, earlierWaves } from './city.ts';
import { interventionBefore, publicationBefore } from './years-before.ts';

/** Published waves of a city that has asked for ten years. */
export const publishedWaves = 20;
export const cityAnalyst = { email: 'analyst@bench.example', password: 'a password for the bench' };
const historyFile = 'app/demonstration/seed/data/published-history.csv';
/** When the city is made: after the newest publication, before the next wave. */
const now = Date.UTC(2026, 7, 15, 10);

const ownWaves = [...earlierWaves, benchWave];

interface Arriving {
  wave: PublishedWave;
  file: string;
}

/**
 * City hall's side after ten years: the firm's publications, and before them its newest spring and autumn as
 * they could have been year by year, signed anew. Interventions, cameras and the services' figures are those
 * of the demonstration; each year has the same interventions again, their comparisons frozen in their time.
 */
export async function storeCityHall(fieldwork: FieldworkDatabase, folder: string): Promise<void> {
  const results = openResults(join(folder, 'results.sqlite'));
  const act = { actor: 'bench', name: 'Bench Analyst', now, randomBytes: seededBytes('bench city hall') };
  importHistory(results, readFileSync(historyFile, 'utf8'));
  const script = cityScript();
  const done: DoneSoFar = { ids: new Map(), until: 0 };
  for (const { wave, file } of publications(fieldwork, results, act)) {
    const at = Date.parse(`${wave.publishedOn}T12:00:00Z`);
    actOnFlags(results, done, { ...script, until: at - 1 });
    const answer = receivePublication(results, { file }, { ...act, now: at });
    if (!answer.ok)
      throw new Error(`storeCityHall could not receive ${wave.waveId}: ${JSON.stringify(answer)}`);
  }
  actOnFlags(results, done, { ...script, until: now });
  await demonstrateCameras(results, act);
  makeDemonstrationServices(results, act);
  results.close();
  const accounts = openAccounts(join(folder, 'accounts.sqlite'));
  await createStaffUser(
    accounts,
    { ...act, randomBytes },
    { ...cityAnalyst, name: act.name, role: 'city-analyst' },
  );
  accounts.close();
}

/** The years of which a wave stands for one before the firm's own. */
const yearsBefore = Array.from({ length: (publishedWaves - ownWaves.length) / 2 }, (_, index) => index + 2);

function cityScript(): CityScript {
  const own = plannedInterventions(now);
  const today = new Date(now).toISOString();
  const past = own.filter(({ plan }) => plan.startsOn < today);
  // In the first year there is nothing published yet that could be acted on.
  const before = yearsBefore
    .slice(0, -1)
    .flatMap((years) => past.map((scripted) => interventionBefore(scripted, years)));
  return { script: [...before, ...own], randomBytes: seededBytes('bench city hall acts') };
}

/** Every publication in the order in which it arrives. */
function publications(
  fieldwork: FieldworkDatabase,
  results: ResultsDatabase,
  by: { actor: string },
): Arriving[] {
  const secret = randomBytes(32);
  const keys = makeSigningKeys(secret, randomBytes(32));
  const own = ownWaves.map((waveId) => {
    const [row] = fieldwork.analysis.publications(waveId);
    if (!row) throw new Error(`storeCityHall requires that ${waveId} is published`);
    return { document: JSON.parse(row.document) as PublicationDocument, row };
  });
  for (const publicKey of new Set([keys.publicKey, ...own.map(({ row }) => row.publicKey)])) {
    trustPublicationKey(results, { publicKey, note: 'the firm of the bench' }, { ...by, now });
  }
  const before = yearsBefore.flatMap((years) =>
    own.slice(-2).map(({ document }) => {
      const earlier = publicationBefore(document, years);
      const text = canonicalJson(earlier);
      const signature = { publicKey: keys.publicKey, value: signText(secret, keys, text) };
      return { wave: earlier.wave, file: signedFile(text, signature) };
    }),
  );
  const received = own.map(({ document, row }) => ({ wave: document.wave, file: publicationFileOf(row) }));
  return [...before, ...received].sort((a, b) => a.wave.waveId.localeCompare(b.wave.waveId));
}
