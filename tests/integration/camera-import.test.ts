import iconv from 'iconv-lite';
import { beforeEach, describe, expect, it } from 'vitest';
import { cameraReport } from '#app/use-cases/results/cameras/camera-report.server.ts';
import { camerasWithin } from '#app/use-cases/results/cameras/cameras-within.server.ts';
import {
  acceptImport,
  cancelImport,
  saveSettings,
} from '#app/use-cases/results/cameras/decide-import.server.ts';
import { importPage } from '#app/use-cases/results/cameras/import-page.server.ts';
import type { ImportSettings } from '#core/camera/import-settings.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { cameraAct, cameraNow, staged } from '#tests/support/cameras.ts';
import { openTestResults } from '#tests/support/results.ts';

let database: ResultsDatabase;

beforeEach(() => {
  database = openTestResults();
});

const heading = 'Nr kamery;Rodzaj;Jednostka;Dzielnica;Szerokość;Długość;Liczba kamer;Miejsce;Kierunek\n';
const sound = [
  'K-1;zintegrowana;Straż Miejska;I;50,0614;19,9372;;Rynek;NW',
  'K-2;planowana;Straż Miejska;;50.0515;19.9450;;Kazimierz;',
  ';do włączenia;ZZM;Nowa Huta;;;1 200;;',
].join('\n');

async function waiting(rows = sound, changes: Partial<ImportSettings> = {}): Promise<number> {
  const file = await staged(database, heading + rows);
  if (!file.ok) throw new Error(`the file was refused: ${file.reason}`);
  const { importId } = file;
  const settings = database.cameras.waitingFile(importId)?.settings;
  if (!settings) throw new Error('the file waits');
  const said = {
    ...settings,
    source: 'Rejestr miasta',
    asOf: '2026-06-01',
    newUnits: ['Straż Miejska', 'ZZM'],
  };
  const saved = saveSettings(database, { importId, revision: 1 }, { ...said, ...changes }, cameraAct());
  if (!saved.ok) throw new Error(`the settings were refused: ${saved.reason}`);
  return importId;
}

const accept = (importId: number, revision = 2) =>
  acceptImport(database, { importId, revision }, { today: '2026-07-01', synthetic: false }, cameraAct());
const rowsInRegister = () => database.sqlite.prepare('SELECT count(*) FROM cameras').pluck().get();

describe('a camera register', () => {
  it('is staged with a guess of its columns, shown as it would be kept, and kept when accepted', async () => {
    const importId = await waiting();
    expect(rowsInRegister()).toBe(0);
    const page = importPage(database, importId);
    expect(page).toMatchObject({
      delimiter: ';',
      keptRows: 3,
      faultCount: 0,
      totals: { integrated: 1, linkable: 1200, planned: 1 },
      leftOut: ['Kierunek'],
    });
    expect(page?.kept[1]).toMatchObject({ district: 1, point: { latitude: 50.0515, longitude: 19.945 } });
    expect(accept(importId)).toMatchObject({ ok: true, cameras: 1202 });
    const report = cameraReport(database);
    expect(report.totals).toEqual({ integrated: 1, linkable: 1200, planned: 1 });
    expect(report.districts[17]?.counts.linkable).toBe(1200);
    expect(database.cameras.waiting()).toEqual([]);
  });

  it('has no column that could hold footage or a direction', () => {
    const columns = database.sqlite.prepare("SELECT name FROM pragma_table_info('cameras')").pluck().all();
    expect(columns).toEqual([
      ...[
        'state_id',
        'line',
        'kind',
        'unit_id',
        'number',
        'count',
        'district',
        'latitude',
        'longitude',
        'place',
      ],
    ]);
  });

  it.each([
    [
      'windows-1250 and commas',
      iconv.encode('nr,jednostka,dzielnica,rodzaj\n1,Straż,Dębniki,planowana\n', 'windows-1250'),
    ],
    ['a byte order mark and a sep line', '\ufeffsep=;\nnr;jednostka;dzielnica;rodzaj\n1;Straż;8;planned\n'],
    ['tabs', 'nr\tjednostka\tdzielnica\trodzaj\n1\tStraż\tVIII\tPLANOWANA\n'],
  ])('is read with %s', async (_, content) => {
    const file = await staged(database, content);
    if (!file.ok) throw new Error(file.reason);
    expect(importPage(database, file.importId)).toMatchObject({
      rows: 1,
      unknownUnits: [{ name: 'Straż', rows: 1 }],
      faults: [{ line: expect.any(Number), code: 'unknown-unit', found: 'Straż' }],
    });
  });

  it.each([
    ['K-1;zintegrowana;ZZM;I;52,2297;21,0122;;;', 'outside-city', 'latitude'],
    ['K-1;zintegrowana;ZZM;I;19,9372;50,0614;;;', 'swapped-coordinates', 'latitude'],
    ['K-1;zintegrowana;ZZM;I;50,06x;19,9372;;;', 'bad-coordinate', 'latitude'],
    ['K-1;zintegrowana;ZZM;I;50,0614;;;;', 'half-a-point', 'longitude'],
    ['K-1;obrotowa;ZZM;I;;;;;', 'unknown-kind', 'kind'],
    ['K-1;;ZZM;I;;;;;', 'missing-kind', 'kind'],
    ['K-1;planowana;Nieznana Jednostka;I;;;;;', 'unknown-unit', 'unit'],
    ['K-1;planowana;;I;;;;;', 'missing-unit', 'unit'],
    ['K-1;planowana;ZZM;XIX;;;;;', 'unknown-district', 'district'],
    ['K-1;planowana;ZZM;;;;;;', 'missing-area', 'district'],
    ['K-1;planowana;ZZM;I;;;0;;', 'bad-count', 'count'],
    ['K-1;planowana;ZZM;I;;;;<b>;', 'markup-in-cell', 'place'],
    ['K-1;planowana', 'ragged-row', null],
  ])('invariant 12: %s is refused, with its line, and nothing is kept', async (row, code, column) => {
    const importId = await waiting(
      `${sound}\n${row}`.replace('K-1;zintegrowana;Straż', 'K-9;zintegrowana;Straż'),
    );
    expect(importPage(database, importId)?.faults).toMatchObject([{ line: 5, code, column }]);
    expect(accept(importId)).toMatchObject({ ok: false, reason: 'has-faults', detail: { faults: 1 } });
    expect([rowsInRegister(), database.cameras.states(), database.cameras.units()]).toEqual([0, [], []]);
  });

  it.each([
    ['number of one unit', 'K-1;zintegrowana;Straż Miejska;II;;;;;'],
    ['point', ';zintegrowana;ZZM;I;50,0614;19,9372;;;\n;zintegrowana;ZZM;I;50,0614;19,9372;;;'],
    ['count of an area', ';do włączenia;ZZM;XVIII;;;7;;'],
  ])('tells a camera that stands in it twice, by its %s, with the first line', async (_, rows) => {
    const importId = await waiting(`${sound}\n${rows}`);
    const faults = importPage(database, importId)?.faults ?? [];
    expect(faults.map(({ code }) => code)).toEqual(['twice']);
    expect(Number(faults[0]?.found)).toBeLessThan(faults[0]?.line ?? 0);
  });

  it('knows a unit again however its name is written, and adds none that no camera has', async () => {
    accept(await waiting(sound, { newUnits: ['Straż Miejska', 'ZZM', 'Nikt'] }));
    expect(database.cameras.units().map(({ name }) => name)).toEqual(['Straż Miejska', 'ZZM']);
    const again = await waiting('K-1;zintegrowana;STRAZ  MIEJSKA;I;;;;;', { newUnits: [] });
    expect(importPage(database, again)).toMatchObject({ faultCount: 0, kept: [{ unit: 'Straż Miejska' }] });
  });

  it('is a state with source and day: the older one stays, and of other kinds it counts on', async () => {
    accept(await waiting());
    expect(
      accept(await waiting('K-1;zintegrowana;Straż Miejska;II;;;5;;', { asOf: '2026-06-20' })),
    ).toMatchObject({ ok: true });
    const report = cameraReport(database);
    expect(report.totals).toEqual({ integrated: 5, linkable: 1200, planned: 1 });
    expect(report.states.map(({ asOf }) => asOf)).toEqual(['2026-06-20', '2026-06-01']);
    expect(rowsInRegister()).toBe(4);
    for (const change of [
      'UPDATE cameras SET count = 9',
      'DELETE FROM cameras',
      'DELETE FROM camera_states',
      "UPDATE camera_states SET source = 'x'",
    ]) {
      expect(() => database.sqlite.exec(change)).toThrow(/never changes|is kept/);
    }
  });

  it('of an earlier day becomes history and counts for nothing newer', async () => {
    accept(await waiting());
    const older = await waiting('K-1;zintegrowana;Straż Miejska;II;;;5;;', { asOf: '2025-01-01' });
    expect(importPage(database, older)?.covers[0]).toMatchObject({ isCovered: true, isOlder: true });
    accept(older);
    expect(cameraReport(database).totals.integrated).toBe(1);
  });

  it('needs its source, a day that has come, and is taken in once', async () => {
    expect(accept(await waiting(sound, { source: ' ' }))).toMatchObject({ reason: 'no-source' });
    expect(accept(await waiting(sound, { asOf: null }))).toMatchObject({ reason: 'no-day' });
    expect(accept(await waiting(sound, { asOf: '2026-07-02' }))).toMatchObject({ reason: 'future-day' });
    expect(accept(await waiting())).toMatchObject({ ok: true });
    expect(accept(await waiting())).toMatchObject({ reason: 'already-imported' });
  });

  it('tells whoever decides on what another has changed meanwhile, and leaves nothing when given up', async () => {
    const importId = await waiting();
    expect(accept(importId, 1)).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
      by: 'Celina Analityk',
      at: cameraNow,
    });
    cancelImport(database, importId);
    expect(accept(importId)).toMatchObject({ reason: 'unknown-import' });
    expect(rowsInRegister()).toBe(0);
  });

  it.each([
    ['', 'empty-file'],
    ['nr;rodzaj\n', 'no-rows'],
    ['nr;rodzaj\n"1;planowana\n', 'quote-not-closed'],
    ['nr\0rodzaj', 'not-a-text-file'],
  ])('%j is no register', async (content, reason) => {
    expect(await staged(database, content)).toMatchObject({ ok: false, reason });
    expect(database.cameras.waiting()).toEqual([]);
  });

  it('counts what is within reach of a point, to the metre', async () => {
    accept(await waiting());
    const rynek = { latitude: 50.0614, longitude: 19.9372 };
    expect(camerasWithin(database, rynek, 150)).toMatchObject([{ place: 'Rynek', metres: 0 }]);
    // 0.001 of a degree of latitude is 111 m.
    const north = { ...rynek, latitude: rynek.latitude + 0.001 };
    expect(camerasWithin(database, north, 110)).toEqual([]);
    expect(camerasWithin(database, north, 112)).toMatchObject([{ metres: 111 }]);
  });
});
