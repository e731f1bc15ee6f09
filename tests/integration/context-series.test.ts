import { beforeEach, describe, expect, it } from 'vitest';
import { makeDemonstrationServices } from '#app/demonstration/services.server.ts';
import { contextList, seriesReport } from '#app/use-cases/results/context/context-report.server.ts';
import {
  defineSeries,
  type SeriesDraft,
  seriesFaults,
} from '#app/use-cases/results/context/define-series.server.ts';
import { decideState, stagedState, stageState } from '#app/use-cases/results/context/stage-state.server.ts';
import { type ResultsDatabase, withResultsQueries } from '#db/results/database.ts';
import { openTestDatabase } from '#tests/support/database.ts';
import { receiveTrusted, testPublication } from '#tests/support/results.ts';

const now = Date.UTC(2026, 10, 30, 12);
const act = { actor: 'test', actorName: 'Test Analyst', now };
const thefts: SeriesDraft = {
  service: 'police',
  name: 'Kradzieże',
  nameEnglish: 'Thefts',
  unit: 'kradzieże',
  unitEnglish: 'thefts',
  geography: 'station-area',
  period: 'quarter',
  source: 'Komenda Miejska Policji, zestawienie z 1 lipca 2026',
  sourceEnglish: 'Municipal police, table of 1 July 2026',
  url: '',
};
const seriesId = 'kradzieze';
let database: ResultsDatabase;

beforeEach(() => {
  database = withResultsQueries(openTestDatabase('results'));
  expect(defineSeries(database, thefts, act)).toEqual({ ok: true, seriesId });
});

function stage(text: string) {
  return stageState(database, { seriesId, fileName: 'kp.csv', text, note: '' }, act);
}

function accept(text: string): number {
  const staged = stage(text);
  if (!staged.ok) throw new Error(`the file was refused: ${staged.reason}`);
  decideState(database, { seriesId, state: staged.state }, 'accepted', act);
  return staged.state;
}

const first = 'okres;rejon;liczba\n2026-Q1;KP I;250\n2026-Q1;KP II;40\n';
const second = 'okres;rejon;liczba\n2026-Q1;KP I;251\n2026-Q1;KP II;40\n2026-Q2;KP I;260\n';

describe('a series of a service', () => {
  it('is named whole or not at all, and once', () => {
    expect(seriesFaults(database, { ...thefts, source: '' })).toEqual(['source-missing', 'name-taken']);
    const empty = Object.fromEntries(Object.keys(thefts).map((key) => [key, ''])) as unknown as SeriesDraft;
    expect(seriesFaults(database, empty)).toEqual([
      'service-unknown',
      'name-missing',
      'unit-missing',
      'geography-unknown',
      'period-unknown',
      'source-missing',
    ]);
    expect(defineSeries(database, { ...thefts, name: 'Inne', url: 'javascript:x' }, act)).toEqual({
      ok: false,
      reason: 'url-unreadable',
    });
    expect(database.contextSeries.series()).toHaveLength(1);
  });

  it('keeps what it counts: the database takes no change', () => {
    const run = (sql: string) => () => database.sqlite.exec(sql);
    expect(run("UPDATE context_series SET source = 'x'")).toThrow('keeps what it counts');
    expect(run('DELETE FROM context_series')).toThrow('never deleted');
  });
});

describe('a file of a series', () => {
  it('counts only when somebody has looked at it', () => {
    expect(stage(first)).toEqual({ ok: true, state: 1 });
    expect(contextList(database)[0]).toMatchObject({ state: null, newest: null });
    expect(stagedState(database, seriesId, 1)?.change).toEqual({ added: 2, changed: 0, gone: 0 });
    decideState(database, { seriesId, state: 1 }, 'accepted', act);
    expect(contextList(database)[0]?.newest).toEqual({ period: '2026-Q1', value: 290, areas: 2 });
  });

  it('leaves the earlier state as it was', () => {
    accept(first);
    const staged = stage(second);
    const change = staged.ok ? stagedState(database, seriesId, staged.state)?.change : null;
    expect(change).toEqual({ added: 1, changed: 1, gone: 0 });
    decideState(database, { seriesId, state: 2 }, 'accepted', act);
    const valuesOf = (state: number | null) =>
      seriesReport(database, { seriesId, state, indicator: null })?.rows[0]?.values;
    expect(valuesOf(null)).toEqual([251, 260]);
    expect(valuesOf(1)).toEqual([250]);
    expect(seriesReport(database, { seriesId, state: 3, indicator: null })).toBeNull();
  });

  it('is decided once, and turned down it changes nothing', () => {
    accept(first);
    stage(second);
    expect(decideState(database, { seriesId, state: 2 }, 'turned-down', act)).toEqual({ ok: true });
    expect(decideState(database, { seriesId, state: 2 }, 'accepted', act)).toEqual({
      ok: false,
      reason: 'decided-already',
    });
    expect(contextList(database)[0]?.state?.state).toBe(1);
    const run = (sql: string) => () => database.sqlite.exec(sql);
    expect(run("UPDATE context_states SET standing = 'accepted' WHERE state = 2")).toThrow('decided once');
    expect(run('UPDATE context_values SET value = 1')).toThrow('never changes');
    expect(run('DELETE FROM context_values')).toThrow('never deleted');
    expect(run(`INSERT INTO context_values VALUES ('${seriesId}', 1, 'KP3', '2026-Q1', 5)`)).toThrow(
      'until it is decided',
    );
  });

  it('with a fault leaves nothing behind, and says where', () => {
    expect(stage('okres;rejon;liczba\n2026-Q1;KP I;250\n2026-Q1;XII;40\n')).toEqual({
      ok: false,
      reason: 'faulty',
      faults: [{ code: 'area-unknown', line: 3, cell: 'XII' }],
      count: 1,
    });
    expect(database.contextSeries.states(seriesId)).toEqual([]);
  });

  it('that says nothing new is told so', () => {
    accept(first);
    expect(stage(first)).toEqual({ ok: false, reason: 'same-as-newest' });
  });
});

describe('figures of police stations', () => {
  it('stand beside each district of an area, and are never divided among them', () => {
    receiveTrusted(database, testPublication(), { actor: 'test', now });
    accept('okres;rejon;liczba\n2026-Q1;KP IV;120\n');
    const report = seriesReport(database, { seriesId, state: null, indicator: null });
    const area = report?.rows.find(({ name }) => name === 'KP IV');
    expect(area?.values).toEqual([120]);
    expect(area?.felt.map(({ district }) => district)).toEqual([5, 6, 7]);
    expect(report?.rows).toHaveLength(8);
  });
});

describe('the services of the demonstration', () => {
  it('are brought file by file: what was published with its source, what is invented marked so', () => {
    makeDemonstrationServices(database, { actor: 'test', now });
    const list = contextList(database).filter(({ series }) => series.seriesId !== seriesId);
    const published = list.filter(({ series }) => !series.synthetic);
    expect(published.map(({ newest }) => newest?.value)).toEqual(expect.arrayContaining([8480, 569, 18603]));
    for (const { series } of published) expect(series.source).toMatch(/Urząd Miasta Krakowa|GUS/);
    const invented = list.filter(({ series }) => series.synthetic);
    expect(new Set(invented.map(({ series }) => series.service))).toEqual(
      new Set(['police', 'municipal-guard', 'prevention-centre', 'lighting']),
    );
    for (const { state } of list) expect(state?.standing).toBe('accepted');
  });
});
