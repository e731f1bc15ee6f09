import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { city, districts } from '#city/city.ts';
import { gazetteer } from '#city/gazetteer.ts';
import { type ChecklistStep, checklistSteps } from '#core/camera/checklist.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { askCouncil } from '../use-cases/results/cameras/ask-council.server.ts';
import { acceptImport, saveSettings } from '../use-cases/results/cameras/decide-import.server.ts';
import { proposeCameras } from '../use-cases/results/cameras/edit-proposal.server.ts';
import { endProposal } from '../use-cases/results/cameras/end-proposal.server.ts';
import { offeredPlaces } from '../use-cases/results/cameras/proposal-place.server.ts';
import {
  confirmStep,
  saveStep,
  type TypedEvidence,
} from '../use-cases/results/cameras/proposal-steps.server.ts';
import { stageRegister } from '../use-cases/results/cameras/stage-register.server.ts';
import { nameOfLink, offeredSurvey } from '../use-cases/results/cameras/survey-links.server.ts';
import type { CityAct } from '../use-cases/results/interventions/city-act.ts';
import { csvText } from '../use-cases/text-files/write-csv.ts';

const day = 86_400_000;
const units = [
  'Straż Miejska Miasta Krakowa',
  'Zarząd Dróg Miasta Krakowa',
  'Zarząd Zieleni Miejskiej',
  'Zarząd Transportu Publicznego',
  'Miejskie Przedsiębiorstwo Komunikacyjne',
] as const;

/**
 * Cameras of the demonstration: an invented register, whose counts are far from those that the city
 * announced, and two invented proposals, one stopped at "other means" and one decided.
 */
export async function demonstrateCameras(database: ResultsDatabase, act: CityAct): Promise<void> {
  await importRegister(database, act);
  proposeStopped(database, act);
  proposeDecided(database, act);
}

/** One camera near each third stop, a few planned in the old town, and counts of those that can be linked. */
function inventedRegister(): string {
  const located = gazetteer
    .filter((_, index) => index % 3 === 0)
    .map(({ name, latitude, longitude, district }, index) => [
      `S-${String(index + 1).padStart(3, '0')}`,
      'zintegrowana',
      units[index % 2 === 0 ? 0 : 1],
      String(district),
      { number: (latitude + 0.0004).toFixed(5) },
      { number: (longitude - 0.0005).toFixed(5) },
      1,
      name,
    ]);
  const planned = gazetteer
    .filter(({ district }) => district === 1)
    .slice(0, 4)
    .map(({ name, latitude, longitude }, index) => [
      `P-${index + 1}`,
      'planowana',
      units[0],
      '1',
      { number: (latitude - 0.0003).toFixed(5) },
      { number: (longitude + 0.0004).toFixed(5) },
      1,
      name,
    ]);
  const linkable = districts.flatMap(({ number }) =>
    units
      .slice(2)
      .map((unit, index) => [
        '',
        'do włączenia',
        unit,
        String(number),
        '',
        '',
        3 + ((number * 7 + index * 5) % 23),
        '',
      ]),
  );
  const heading = [
    'nr kamery',
    'rodzaj',
    'jednostka',
    'dzielnica',
    'szerokość',
    'długość',
    'liczba kamer',
    'miejsce',
  ];
  return csvText([heading, ...located, ...planned, ...linkable] as Parameters<typeof csvText>[0], {
    delimiter: ';',
  });
}

async function importRegister(database: ResultsDatabase, act: CityAct): Promise<void> {
  const path = join(tmpdir(), `poczucie-register-${act.randomBytes(6).toString('hex')}.csv`);
  writeFileSync(path, inventedRegister());
  const staged = await stageRegister(database, { path, fileName: 'rejestr-syntetyczny.csv' }, act);
  rmSync(path, { force: true });
  const waiting = staged.ok ? database.cameras.waitingFile(staged.importId) : undefined;
  if (!waiting) throw new Error('demonstrateCameras could not stage its register');
  const { importId, settings } = waiting;
  const said = {
    ...settings,
    source: 'rejestr syntetyczny (demonstracja)',
    asOf: dayIn(act.now - 30 * day, city.timeZone),
    newUnits: [...units],
  };
  done(saveSettings(database, { importId, revision: 1 }, said, act));
  const today = dayIn(act.now, city.timeZone);
  done(acceptImport(database, { importId, revision: 2 }, { today, synthetic: true }, act));
  // One that waits: its second row lies outside the city, its third names no known kind.
  const faulty = [
    'nr kamery;rodzaj;jednostka;dzielnica;szerokość;długość',
    `S-900;zintegrowana;${units[0]};I;50,0614;19,9372`,
    `S-901;zintegrowana;${units[0]};;52,2297;21,0122`,
    `S-902;obrotowa;${units[0]};I;;`,
  ];
  writeFileSync(path, faulty.join('\n'));
  done(await stageRegister(database, { path, fileName: 'rejestr-z-bledami.csv' }, act));
  rmSync(path, { force: true });
}

const nothing: TypedEvidence = {
  findings: '',
  source: '',
  evidenceOn: '',
  survey: '',
  consultationId: '',
  means: [],
};

/** What the two examples say, step by step; all of it is invented. */
function evidence(act: CityAct, survey: string): Record<Exclude<ChecklistStep, 'council'>, TypedEvidence> {
  const ago = (days: number) => dayIn(act.now - days * day, city.timeZone);
  return {
    services: {
      ...nothing,
      findings: 'Przykład: policja i straż miejska odnotowały w rejonie więcej zdarzeń niż rok wcześniej.',
      source: 'Przykładowe zestawienie służb, pismo SYN-1',
      evidenceOn: ago(60),
    },
    requests: {
      ...nothing,
      findings: 'Przykład: dwa wnioski mieszkańców i jeden wniosek zarządcy terenu o poprawę bezpieczeństwa.',
      source: 'Przykładowy rejestr wniosków, SYN-2',
      evidenceOn: ago(55),
    },
    footage: {
      ...nothing,
      findings: 'Przykład: przejścia nie obejmuje dziś żadna działająca kamera.',
      source: 'Przykładowa notatka centrum monitoringu, SYN-3',
      evidenceOn: ago(50),
    },
    survey: {
      ...nothing,
      findings: 'Przykład: mieszkańcy wskazują to miejsce częściej, niż tłumaczy to ruch pieszych.',
      survey,
    },
    means: {
      ...nothing,
      findings: 'Przykład: po obu działaniach zgłoszenia po zmroku nie ustały.',
      means: [
        {
          means: 'light',
          since: ago(420),
          until: '',
          whyNot: 'Przykład: nowe lampy rozjaśniły chodnik, przejście pozostało niewidoczne z ulicy.',
        },
        {
          means: 'patrols',
          since: ago(300),
          until: ago(90),
          whyNot: 'Przykład: zgłoszenia ustawały w czasie patroli i wracały po ich zakończeniu.',
        },
      ],
    },
    privacy: {
      ...nothing,
      findings:
        'Przykład: obraz obejmie przejście i chodnik, okna będą zasłonięte maską, zapis kasowany po 30 dniach.',
      source: 'Przykładowa ocena skutków dla ochrony danych, SYN-6',
      evidenceOn: ago(20),
    },
  };
}

function propose(database: ResultsDatabase, position: number, title: string, act: CityAct) {
  const place = offeredPlaces(database).places[position];
  const made = proposeCameras(
    database,
    {
      title,
      threat: 'Przykład: zaczepki i niszczenie mienia po zmroku, głównie od piątku do niedzieli.',
      cameras: '2',
      responsible: 'Wydział Bezpieczeństwa i Zarządzania Kryzysowego',
      chosen: place ? `place:${place.placeId}` : '',
      point: place ? '' : '50.0614, 19.9372',
      pointName: '',
    },
    { corrects: null, synthetic: true },
    act,
  );
  done(made);
  if (!made.ok) throw new Error('demonstrateCameras could not propose');
  const { proposalId } = made;
  const district = database.cameraProposals.proposal(proposalId)?.district ?? 0;
  const offered = offeredSurvey(database, district);
  const [flag] = offered?.flags ?? [];
  const publicationId = offered?.summary.publicationId ?? '';
  const survey = place
    ? nameOfLink({ publicationId, flag: null, placeId: place.placeId })
    : flag
      ? nameOfLink({ publicationId, flag: flag.key, placeId: null })
      : '';
  return { proposalId, said: evidence(act, survey), hasSurvey: survey !== '' };
}

function takeStep(
  database: ResultsDatabase,
  form: { proposalId: string; step: ChecklistStep },
  said: TypedEvidence,
  act: CityAct,
): void {
  const revision = () =>
    database.cameraProposals.stepsOf(form.proposalId)[checklistSteps.indexOf(form.step)]?.revision ?? 0;
  done(saveStep(database, { ...form, revision: revision() }, said, act));
  done(confirmStep(database, { ...form, revision: revision() }, act));
}

function proposeStopped(database: ResultsDatabase, act: CityAct): void {
  const { proposalId, said, hasSurvey } = propose(database, 0, 'Kamery przy przejściu (przykład)', act);
  for (const step of ['services', 'requests', 'footage', 'survey'] as const) {
    if (step !== 'survey' || hasSurvey) takeStep(database, { proposalId, step }, said[step], act);
  }
}

function proposeDecided(database: ResultsDatabase, act: CityAct): void {
  const earlier = { ...act, now: act.now - 45 * day };
  const made = propose(database, 1, 'Kamera na placu (przykład)', earlier);
  const { proposalId, said, hasSurvey } = made;
  if (!hasSurvey) return;
  for (const step of ['services', 'requests', 'footage', 'survey', 'means', 'privacy'] as const) {
    takeStep(database, { proposalId, step }, { ...said[step] }, earlier);
  }
  const asked = { ...act, now: act.now - 40 * day };
  const ago = (days: number) => dayIn(act.now - days * day, city.timeZone);
  const revision = () => database.cameraProposals.proposal(proposalId)?.revision ?? 0;
  const council = askCouncil(
    database,
    { proposalId, revision: revision() },
    { sentOn: ago(40), dueOn: ago(10) },
    asked,
  );
  done(council);
  if (!council.ok) return;
  const { consultationId } = council;
  database.transact(() =>
    database.consultations.give(consultationId, {
      opinion: 'conditions',
      opinionText: 'Przykład: za, jeżeli po roku miasto pokaże radzie, czy kamera pomogła.',
      resolutionNumber: 'SYN/7',
      givenOn: ago(15),
      givenAt: act.now - 15 * day,
      givenBy: 'demonstration',
      givenByName: act.name,
    }),
  );
  const findings = 'Przykład: ocena po roku jest zapisana w decyzji.';
  const last = { ...act, now: act.now - 10 * day };
  takeStep(database, { proposalId, step: 'council' }, { ...nothing, findings, consultationId }, last);
  done(
    endProposal(
      database,
      { proposalId, revision: revision() },
      {
        status: 'decided',
        ending: 'Przykład: decyzja SYN/8, dwie kamery, ocena po roku.',
        endedOn: ago(5),
      },
      { ...act, now: act.now - 5 * day },
    ),
  );
}

function done(answer: { ok: true } | { ok: false; reason: string }): void {
  if (!answer.ok) throw new Error(`demonstrateCameras was refused: ${answer.reason}`);
}
