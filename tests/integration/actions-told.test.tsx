import { latLngToCell } from 'h3-js';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ActionLine } from '#app/components/interventions/actions/action-line.tsx';
import { TranslatorProvider } from '#app/i18n/context.tsx';
import { serverTranslator } from '#app/i18n/resources.server.ts';
import { interventionPaths } from '#app/paths/interventions.ts';
import { proposeCameras } from '#app/use-cases/results/cameras/edit-proposal.server.ts';
import { districtReport } from '#app/use-cases/results/district-report.server.ts';
import { type Action, actionsFor } from '#app/use-cases/results/interventions/actions-for.server.ts';
import { overviewReport } from '#app/use-cases/results/overview/overview-report.server.ts';
import { placePage } from '#app/use-cases/results/places/place-page.server.ts';
import { waves } from '#app/use-cases/results/published/published-results.server.ts';
import type { Language } from '#core/language.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { cameraAct, confirmSteps, decideOn, typedProposal } from '#tests/support/cameras.ts';
import { exactLevelFlag } from '#tests/support/exact-publication.ts';
import { aProposal, askAndHear, step } from '#tests/support/intervention-city.ts';
import { openTestResults, receiveTrusted, testPublication } from '#tests/support/results.ts';
import { testPlace } from '#tests/support/test-place.ts';

const cell = latLngToCell(50.09, 19.96, 9);
const place = testPlace({ placeId: cell, name: 'Rondo Próbne', district: 3, cells: [cell] });
const flag = {
  ...exactLevelFlag,
  severity: 'alert' as const,
  status: 'confirmed' as const,
  needsIntervention: true,
  district: 3,
  estimate: 0.383,
  history: [{ waveId: '2025-2', severity: 'watch' as const }],
};

/** A city whose spring wave flags one district and a place in it. */
function aCity(): ResultsDatabase {
  const database = openTestResults();
  const document = testPublication({ places: [place], flags: [flag] });
  const received = receiveTrusted(database, document, { actor: 'test', now: Date.UTC(2025, 0, 1) });
  if (!received.ok) throw new Error(received.reason);
  return database;
}

function cameras(database: ResultsDatabase, changes: Partial<typeof typedProposal> = {}): string {
  const typed = { ...typedProposal, ...changes };
  const made = proposeCameras(database, typed, { corrects: null, synthetic: false }, cameraAct());
  if (!made.ok) throw new Error(`the proposal was refused: ${made.reason}`);
  return made.proposalId;
}

/** Where a place, its district and the overview tell what is done. */
function toldEverywhere(database: ResultsDatabase, audience: 'city-hall' | 'anyone') {
  const [newest = null] = waves(database);
  const overview = overviewReport(database, newest, waves(database), audience);
  return {
    'overview, place': overview?.places[0]?.actions,
    'overview, district': overview?.lines[0]?.actions,
    'place page': placePage(database, { placeId: cell, waveId: '2026-1', audience })?.actions,
    'district page': districtReport(database, { district: 3, waveId: '2026-1', indicator: null, audience })
      ?.actions,
  };
}

function words(actions: readonly Action[], language: Language = 'pl', plan?: string): string {
  const html = renderToStaticMarkup(
    <TranslatorProvider translator={serverTranslator(language)}>
      <ActionLine actions={actions} paths={interventionPaths} plan={plan} />
    </TranslatorProvider>,
  );
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll(' ;', ';')
    .trim();
}

describe('what is done about a place', () => {
  it('names cameras proposed for it to city hall, on every page, and to nobody else', () => {
    const database = aCity();
    const proposalId = cameras(database, { chosen: `place:${cell}`, point: '' });
    for (const [where, actions] of Object.entries(toldEverywhere(database, 'city-hall'))) {
      expect(actions, where).toMatchObject([{ what: 'camera', id: proposalId, status: 'open' }]);
    }
    for (const [where, actions] of Object.entries(toldEverywhere(database, 'anyone'))) {
      expect(actions, where).toEqual([]);
    }
  });

  it('knows cameras by their point too, and none that are proposed elsewhere in the district', () => {
    const database = aCity();
    cameras(database);
    const told = actionsFor(database, 'city-hall');
    expect(told.place(place)).toHaveLength(1);
    expect(told.place({ ...place, placeId: 'other', cells: [latLngToCell(50.08, 19.95, 9)] })).toEqual([]);
  });

  it('says how far cameras are: steps confirmed, a decision awaited, and the day of the decision', () => {
    const database = aCity();
    const proposalId = cameras(database);
    const told = () => words(actionsFor(database, 'city-hall').place(place));
    expect(told()).toContain('(propozycja kamer: potwierdzono 0 z 7 kroków)');
    confirmSteps(database, proposalId);
    expect(told()).toContain('(propozycja kamer: kroki potwierdzone, czeka na decyzję)');
    expect(decideOn(database, proposalId)).toMatchObject({ ok: true });
    expect(told()).toContain('(kamery, decyzja z 1 lip 2026); odpowiada: Wydział Bezpieczeństwa');
  });

  it('names what is done in the whole of its district as such, and nothing of other places there', () => {
    const database = aCity();
    aProposal(database);
    const around = actionsFor(database, 'anyone').place(place);
    expect(around).toMatchObject([{ isOfDistrict: true, title: 'Nowe latarnie' }]);
    expect(words(around)).toContain('w całej dzielnicy');
    aProposal(database, { where: cell, title: 'Porządki' });
    expect(actionsFor(database, 'anyone').place(place)).toMatchObject([
      { title: 'Porządki', isOfDistrict: false, placeName: null },
      { title: 'Nowe latarnie', isOfDistrict: true },
    ]);
    const other = { ...place, placeId: 'other', cells: [latLngToCell(50.08, 19.95, 9)] };
    expect(actionsFor(database, 'anyone').place(other)).toHaveLength(1);
    expect(words(actionsFor(database, 'anyone').district(3))).toContain('miejsce: Rondo Próbne');
  });
});

describe('a line about what is done', () => {
  const own = (database: ResultsDatabase) => actionsFor(database, 'city-hall').district(3);

  it('names the planned beginning of what has not begun, and afterwards the day on which it did', () => {
    const database = aCity();
    const { interventionId } = aProposal(database);
    expect(words(own(database))).toContain('(propozycja, planowany początek 1 lip 2025)');
    expect(words(own(database), 'en')).toContain('(proposal, planned to begin 1 Jul 2025)');
    expect(words(own(database), 'uk')).toContain('(пропозиція, запланований початок');
    askAndHear(database, interventionId);
    step(database, interventionId, 'consulted', '2025-03-02');
    step(database, interventionId, 'decided', '2025-04-01');
    step(database, interventionId, 'under-way', '2025-07-09');
    expect(words(own(database))).toContain('(w toku od 9 lip 2025)');
    step(database, interventionId, 'done', '2025-12-01');
    expect(words(own(database))).toContain('(zakończone 1 gru 2025)');
  });

  it('names the indicator that is aimed at, so that it stands under no other flag', () => {
    const database = aCity();
    aProposal(database);
    const [name] = own(database).flatMap((action) => (action.what === 'intervention' ? action.aim : []));
    expect(words(own(database))).toContain(`cel: ${name?.pl}`);
  });

  it('says that the register has nothing there, with the way to plan it', () => {
    expect(words([], 'pl', '/plan')).toBe(
      'W rejestrze działań nie ma tu nic w toku ani w propozycjach. Zaplanuj działanie',
    );
    expect(words([], 'en')).toBe('The register of actions has nothing proposed or under way here.');
    expect(words([], 'uk')).toBe('У реєстрі заходів тут немає нічого, що триває чи пропонується.');
  });

  it('tells what was given up where nothing else is done, and leaves it out once something is', () => {
    const database = aCity();
    const { interventionId } = aProposal(database);
    step(database, interventionId, 'dropped', '2025-02-10', 'za drogo');
    expect(words(own(database))).toMatch(/nie ma tu nic w toku.*Nowe latarnie \(zaniechane 10 lut 2025\)/);
    aProposal(database, { title: 'Patrole' });
    expect(own(database).map(({ title }) => title)).toEqual(['Patrole']);
  });

  it('lets somebody plan an intervention where only cameras are proposed', () => {
    const database = aCity();
    cameras(database);
    expect(words(own(database), 'pl', '/plan')).toContain('Zaplanuj działanie');
    aProposal(database);
    expect(words(own(database), 'pl', '/plan')).not.toContain('Zaplanuj działanie');
  });
});
