import { demonstrationEducation } from '#app/demonstration/seed/education.ts';
import { demonstrationWaves } from '#app/demonstration/seed/planted-truths.ts';
import { seededBytes } from '#app/demonstration/seed/seeded-bytes.ts';
import { cityQuestionnaire } from '#city/questionnaire/city-questionnaire.ts';
import { seasonOfWave } from '#core/fieldwork/wave-id.ts';
import { dayIn, fieldworkWindow } from '#core/fieldwork/wave-time.ts';
import type { AccountsDatabase } from '#db/accounts/database.ts';
import type { FieldworkDatabase } from '#db/fieldwork/database.ts';
import type { WaveRow } from '#db/fieldwork/queries/waves.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { analyseWave } from '../use-cases/analysis/analyse-wave.server.ts';
import { handOverFieldworkReport } from '../use-cases/analysis/hand-over-fieldwork-report.server.ts';
import { handOverPublication } from '../use-cases/analysis/hand-over-publication.server.ts';
import { publicationWarnings } from '../use-cases/analysis/publication-warnings.server.ts';
import { publishWave } from '../use-cases/analysis/publish-wave.server.ts';
import { weightRun } from '../use-cases/analysis/weight-run.server.ts';
import { bringQuestionnaire } from '../use-cases/fieldwork/bring-questionnaire.server.ts';
import { createWave, seasonWindows, waveDefaults } from '../use-cases/fieldwork/create-wave.server.ts';
import { importHistory } from '../use-cases/results/import-history.server.ts';
import type { StaffAct } from '../use-cases/staff-act.ts';
import { demonstrateCameras } from './cameras.server.ts';
import { plannedInterventions } from './intervention-script.ts';
import { actOnFlags, type DoneSoFar } from './interventions.server.ts';
import { destroyPastIdentities, storePastWave } from './published-wave.server.ts';
import { fillOpenWave, storeRegister } from './running-wave.server.ts';
import { makeDemonstrationServices } from './services.server.ts';
import { type DemonstrationSignIn, makeDemonstrationStaff } from './staff.server.ts';
import { type WaveCalendar, waveCalendar } from './wave-calendar.ts';

export interface DemonstrationDatabases {
  accounts: AccountsDatabase;
  fieldwork: FieldworkDatabase;
  results: ResultsDatabase;
}

export interface DemonstrationOptions {
  secret: Buffer;
  now: number;
  /** The published figures of the real study, as CSV. */
  history: string;
  /** Responses wanted in each district; 1,800 unless a test makes a small city. */
  sampleSize?: number;
  onProgress(message: string): void;
}

export interface Demonstration {
  signIns: DemonstrationSignIn[];
  codes: string[];
}

/** More than the usual: synthetic people answer willingly, and a smaller sample is made sooner. */
const expectedResponseRate = 0.4;
/** A wave is planned so long before its first day, in the morning. */
const planningTime = 60 * 86_400_000 - 10 * 3_600_000;
/** Whose name the acts of city hall carry. */
const demonstrationAnalyst = 'Celina Analityk';
/** The open wave has at least so many days left, whenever the demonstration is made. */
const daysLeft = 30;

/**
 * The demonstration city: four published waves, one open wave with its register, sample, codes and sealed
 * responses, the published history and one account for each role. Everything but keys and passwords' hashes
 * is the same everywhere.
 */
export async function makeDemonstration(
  databases: DemonstrationDatabases,
  options: DemonstrationOptions,
): Promise<Demonstration> {
  const { fieldwork, results, accounts } = databases;
  const { onProgress, now } = options;
  const actAt = (instant: number, seed: string): StaffAct & { secret: Buffer } => ({
    actor: 'demonstration',
    now: instant,
    randomBytes: seededBytes(`demonstration ${seed}`),
    secret: options.secret,
  });
  // Their passwords are hashed beside all else, on other processors where there are any.
  const staff = makeDemonstrationStaff(accounts, actAt(now, 'staff'));
  const brought = bringQuestionnaire(fieldwork, cityQuestionnaire, actAt(now, 'questionnaire'));
  if (!brought.ok) throw new Error(`makeDemonstration could not bring the questionnaire: ${brought.reason}`);
  const history = importHistory(results, options.history);
  if (!history.ok) throw new Error(`makeDemonstration could not import the history: ${history.reason}`);

  // The open wave first: the room that its register takes and gives back is filled by the responses of the
  // others.
  const wave = planWave(fieldwork, demonstrationWaves.at(-1) ?? '', options, (instant) =>
    actAt(instant, 'open wave'),
  );
  const open = actAt(now, 'open wave');
  const people = await storeRegister(fieldwork, wave, open);
  onProgress(`${wave.waveId}: register of ${people} people`);
  const { codes, responses } = await fillOpenWave(fieldwork, wave, open);
  onProgress(`${wave.waveId}: open, ${responses} responses sealed`);
  const city: DoneSoFar = { ids: new Map(), until: 0 };
  const cityActs = { script: plannedInterventions(now), randomBytes: seededBytes('demonstration city') };
  for (const waveId of demonstrationWaves.slice(0, -1)) {
    const wave = planWave(fieldwork, waveId, options, (instant) => actAt(instant, waveId));
    const calendar = waveCalendar(wave);
    const act = actAt(calendar.published, `publication ${waveId}`);
    const stored = storePastWave(fieldwork, wave, calendar, act);
    onProgress(`${waveId}: ${stored.responses} responses`);
    actOnFlags(results, city, { ...cityActs, until: calendar.published - 1 });
    publishPastWave(databases, waveId, calendar, act);
    destroyPastIdentities(fieldwork, waveId, { ...act, now: calendar.identitiesDestroyed }, stored.cases);
    onProgress(`${waveId}: weighted, estimated, flagged and published`);
  }
  actOnFlags(results, city, { ...cityActs, until: now });
  await demonstrateCameras(results, { ...actAt(now, 'cameras'), name: demonstrationAnalyst });
  const handed = handOverFieldworkReport(fieldwork, results, wave.waveId, actAt(now, 'fieldwork report'));
  if (!handed.ok) throw new Error(`makeDemonstration could not hand over a report: ${handed.reason}`);
  makeDemonstrationServices(results, actAt(now, 'services'));
  return { signIns: await staff, codes };
}

function planWave(
  database: FieldworkDatabase,
  waveId: string,
  { now, sampleSize = waveDefaults.sampleSize }: DemonstrationOptions,
  actAt: (instant: number) => StaffAct & { secret: Buffer },
): WaveRow {
  const halfYear = seasonOfWave(waveId);
  if (!halfYear) throw new Error(`planWave requires a wave like 2025-1, not ${waveId}`);
  const { year, season } = halfYear;
  const lastOfSeason = `${year}-${seasonWindows[season].lastDay}`;
  const isOpen = waveId === demonstrationWaves.at(-1);
  const lastDay = isOpen
    ? laterDay(lastOfSeason, dayIn(now + daysLeft * 86_400_000, waveDefaults.timeZone))
    : lastOfSeason;
  const planned = fieldworkWindow(
    `${year}-${seasonWindows[season].firstDay}`,
    lastDay,
    waveDefaults.timeZone,
  );
  const [primary = 0, vocational = 0, secondary = 0, higher = 0] = demonstrationEducation().map(
    ({ population }) => population,
  );
  const created = createWave(
    database,
    {
      year,
      season,
      questionnaireVersion: cityQuestionnaire.version,
      lastDay,
      sampleSize,
      expectedResponseRate,
      // Past waves got by without a reserve; the one in the field shows what a reserve is.
      reserveReplicates: isOpen ? waveDefaults.reserveReplicates : 0,
      educationPopulation: [primary, vocational, secondary, higher],
      synthetic: true,
    },
    actAt(planned.opensAt - planningTime),
  );
  const wave = created.ok ? database.waves.wave(created.waveId) : undefined;
  if (!wave) throw new Error(`makeDemonstration could not plan ${waveId}`);
  return wave;
}

function laterDay(a: string, b: string): string {
  return a > b ? a : b;
}

function publishPastWave(
  { fieldwork, results }: DemonstrationDatabases,
  waveId: string,
  calendar: WaveCalendar,
  act: StaffAct & { secret: Buffer },
): void {
  const weighed = weightRun(fieldwork, waveId, { ...act, now: calendar.weighted });
  if (!weighed.ok) throw new Error(`makeDemonstration could not weight ${waveId}: ${weighed.reason}`);
  const analysed = analyseWave(fieldwork, waveId, { ...act, now: calendar.analysed });
  if (!analysed.ok) throw new Error(`makeDemonstration could not analyse ${waveId}: ${analysed.reason}`);
  const published = publishWave(
    fieldwork,
    { waveId, accepted: publicationWarnings(fieldwork, waveId).map(({ warning }) => warning.code) },
    act,
  );
  if (!published.ok) throw new Error(`makeDemonstration could not publish ${waveId}: ${published.reason}`);
  const received = handOverPublication(fieldwork, results, waveId, act);
  if (!received.ok) throw new Error(`makeDemonstration could not receive ${waveId}: ${received.reason}`);
}
