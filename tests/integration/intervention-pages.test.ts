import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffRole } from '#app/core/staff-roles.ts';
import { resultsDatabase } from '#app/db.server.ts';
import * as publicRegister from '#app/routes/public.interventions._index.tsx';
import * as consultations from '#app/routes/results.consultations.tsx';
import * as registerPage from '#app/routes/results.interventions._index.tsx';
import * as page from '#app/routes/results.interventions.$intervention.tsx';
import * as edit from '#app/routes/results.interventions.$intervention_.edit.tsx';
import * as plan from '#app/routes/results.interventions.new.tsx';
import type { ResultsDatabase } from '#db/results/database.ts';
import { answerOf, closeTestDesk, openTestDesk } from '#tests/support/desk.ts';
import { current, publishWave, typedPlan } from '#tests/support/intervention-city.ts';

const desk = openTestDesk();
let database: ResultsDatabase;

beforeAll(async () => {
  await answerOf(() => {
    database = resultsDatabase();
    publishWave(database, '2024-2');
  });
});
afterAll(closeTestDesk);

type Fields = Record<string, string> | [string, string][];
interface Route {
  loader?: (asked: never) => unknown;
  action?: (asked: never) => unknown;
}

async function call(
  route: Route,
  kind: 'loader' | 'action',
  path: string,
  { fields, role = 'city-analyst' }: { fields?: Fields; role?: StaffRole | null } = {},
) {
  const body = fields ? new URLSearchParams(fields) : undefined;
  const request = await desk.request(path, { role, ...(body ? { method: 'POST', body } : {}) });
  const intervention = /interventions\/([^/?]+)/.exec(path)?.[1];
  const asked = { request, params: { intervention }, context: {} };
  return answerOf(() => route[kind]?.(asked as never));
}

const soon = '2099-07-01';

async function propose(changes: Parameters<typeof typedPlan>[0] = {}): Promise<string> {
  const fields = { ...typedPlan({ startsOn: soon, ...changes }), flag: '' };
  const answer = await call(plan, 'action', '/results/interventions/new', { fields });
  expect(answer.status).toBe(303);
  return /interventions\/([^?]+)/.exec(answer.to ?? '')?.[1] ?? '';
}

const address = (interventionId: string) => `/results/interventions/${interventionId}`;

describe('the pages of interventions', () => {
  it('let viewers read and only the analyst write', async () => {
    const id = await propose();
    for (const [route, path] of [
      [registerPage, '/results/interventions'],
      [page, address(id)],
      [consultations, '/results/consultations'],
    ] as const) {
      expect((await call(route, 'loader', path, { role: 'viewer' })).status).toBe(200);
    }
    const fields = {
      ...typedPlan(),
      act: 'step',
      revision: '1',
      status: 'dropped',
      stepOn: '2026-01-01',
      reason: 'x',
    };
    for (const [route, path] of [
      [plan, '/results/interventions/new'],
      [edit, `${address(id)}/edit`],
      [page, address(id)],
      [consultations, '/results/consultations'],
    ] as const) {
      for (const role of ['viewer', 'manager'] as const) {
        expect((await call(route, 'action', path, { fields, role })).status, path).toBe(403);
      }
    }
    expect(current(database, id)).toMatchObject({ status: 'proposed', revision: 1 });
    const shown = (await call(page, 'loader', address(id), { role: 'viewer' })).data;
    expect(shown).toMatchObject({ mayWrite: false });
  });

  it('fill the form from a flag, a place or a district, and leave out what nobody knows', async () => {
    const start = async (query: string) =>
      (await call(plan, 'loader', `/results/interventions/new?${query}`)).data as {
        start: { typed: Record<string, string>; flag: string | null; unflagged: string | null };
      };
    expect((await start('flag=2024-2.11.unsafe')).start).toMatchObject({
      flag: null,
      unflagged: '2024-2',
      typed: { where: 'D11', aimIndicator: 'unsafe' },
    });
    expect((await start('district=7&indicator=luck')).start).toMatchObject({
      flag: null,
      typed: { where: 'D07', aimIndicator: '' },
    });
    expect((await start('flag=<script>&district=99')).start).toMatchObject({
      flag: null,
      typed: { where: '', aimIndicator: '' },
    });
  });

  it('invariant 12: say in the reader’s language what is wrong in which field, keep what was typed, and save nothing', async () => {
    const count = database.interventions.all().length;
    const fields = { ...typedPlan({ where: '', cost: 'sto', endsOn: '2020-01-01', startsOn: soon }) };
    const { status, data } = await call(plan, 'action', '/results/interventions/new', { fields });
    expect(status).toBe(422);
    expect(data).toMatchObject({
      plan: { cost: 'sto', title: 'Nowe latarnie' },
      lines: [
        { field: 'where', text: expect.stringContaining('musi mieć miejsce') },
        { field: 'endsOn', text: expect.stringContaining('2020-01-01') },
        { field: 'cost', text: expect.stringContaining('„sto”') },
      ],
    });
    expect(database.interventions.all()).toHaveLength(count);
  });

  it('show two people who edit one intervention both texts, and save the second only when told to', async () => {
    const id = await propose();
    const save = (title: string, revision: number) =>
      call(edit, 'action', `${address(id)}/edit`, {
        fields: { ...typedPlan({ startsOn: soon, title }), revision: String(revision) },
      });
    expect(await save('Pierwszy', 1)).toMatchObject({ status: 303 });
    const second = await save('Drugi', 1);
    expect(second).toMatchObject({
      status: 409,
      data: {
        plan: { title: 'Drugi' },
        revision: 2,
        conflict: { meanwhile: { by: 'Test city-analyst' }, theirs: { title: 'Pierwszy' } },
      },
    });
    expect(current(database, id).title).toBe('Pierwszy');
    expect(await save('Drugi', 2)).toMatchObject({ status: 303 });
    expect(current(database, id)).toMatchObject({ title: 'Drugi', revision: 3 });
  });

  it('take a council’s opinion, a comparison and steps, each told when it is refused', async () => {
    const id = await propose();
    const today = new Date().toISOString().slice(0, 10);
    const post = (fields: Fields) => call(page, 'action', address(id), { fields });
    const revision = () => String(current(database, id).revision);
    const refused = (text: string) => ({
      status: 422,
      data: { lines: [{ text: expect.stringContaining(text) }] },
    });
    const step = (status: string) =>
      post({ act: 'step', revision: revision(), status, stepOn: today, reason: '' });
    expect(await step('consulted')).toMatchObject(refused('Nie zapytano'));
    const asked = { act: 'consultation', district: '3', dueOn: soon };
    expect(await post({ ...asked, revision: revision(), sentOn: '2020-01-01' })).toMatchObject(
      refused('nie może być wcześniejsza niż propozycja'),
    );
    expect(await post({ ...asked, revision: '0', sentOn: today })).toMatchObject(
      refused('Test city-analyst'),
    );
    expect(await post({ ...asked, revision: revision(), sentOn: today })).toMatchObject({ status: 303 });
    expect(await step('consulted')).toMatchObject(refused('nie wpłynęła'));
    const listed = (await call(consultations, 'loader', '/results/consultations')).data as {
      list: { awaited: { consultationId: string; subjectId: string }[] };
    };
    const consultationId =
      listed.list.awaited.find(({ subjectId }) => subjectId === id)?.consultationId ?? '';
    const opinion = {
      act: 'opinion',
      consultationId,
      resolutionNumber: 'X/1',
      givenOn: today,
      opinionText: '',
    };
    expect(await post({ ...opinion, opinion: 'conditions' })).toMatchObject(refused('trzeba je wpisać'));
    expect(
      await call(consultations, 'action', '/results/consultations', {
        fields: { ...opinion, opinion: 'for' },
      }),
    ).toMatchObject({ status: 303 });
    const compare = (areas: string[], isFinal: string) =>
      post([
        ['act', 'comparison'],
        ['revision', revision()],
        ['freeze', isFinal],
        ...areas.map((area): [string, string] => ['area', area]),
      ]);
    expect(await compare(['D03', 'D04'], 'yes')).toMatchObject(refused('Własna dzielnica'));
    expect(await compare(['D04'], 'yes')).toMatchObject(refused('co najmniej dwa'));
    expect(await compare(['D04', 'D05'], 'yes')).toMatchObject({ status: 303 });
    expect(await compare(['D06', 'D07'], 'no')).toMatchObject(refused('zamrożone'));
    expect(await step('consulted')).toMatchObject({ status: 303 });
    expect(await step('decided')).toMatchObject({ status: 303 });
    expect(current(database, id)).toMatchObject({ status: 'decided', decidedOn: today });
    const frozen = await call(edit, 'action', `${address(id)}/edit`, {
      fields: { ...typedPlan({ startsOn: soon, where: 'D09' }), revision: revision() },
    });
    expect(frozen).toMatchObject(refused('zamrożonego porównania'));
    const { report } = (await call(page, 'loader', address(id))).data as {
      report: { acts: { act: string }[] };
    };
    expect(report.acts.map(({ act }) => act)).toEqual([
      'step-taken',
      'step-taken',
      'comparison-frozen',
      'opinion-given',
      'consultation-sent',
      'intervention-proposed',
    ]);
  });

  it('let a member of a council answer for their own district, and do nothing else', async () => {
    const ask = async (where: string, district: string) => {
      const id = await propose({ where });
      const sentOn = new Date().toISOString().slice(0, 10);
      const fields = { act: 'consultation', revision: '1', district, sentOn, dueOn: soon };
      expect((await call(page, 'action', address(id), { fields })).status).toBe(303);
      const [asked] = database.consultations.of('intervention', id);
      return { id, consultationId: asked?.consultationId ?? '', givenOn: sentOn };
    };
    const role = 'council-member';
    const opinion = { act: 'opinion', opinion: 'against', opinionText: 'Nie tu.', resolutionNumber: 'V/1' };
    const { id, ...own } = await ask('D05', '5');
    const { id: _, ...other } = await ask('D06', '6');
    const list = (await call(consultations, 'loader', '/results/consultations', { role })).data as {
      list: { awaited: { district: number }[] };
    };
    expect(list.list.awaited.map(({ district }) => district)).toEqual([5]);
    const give = (asked: typeof own) =>
      call(consultations, 'action', '/results/consultations', { fields: { ...opinion, ...asked }, role });
    expect(await give(other)).toMatchObject({
      status: 422,
      data: { lines: [{ text: expect.stringContaining('własną dzielnicę') }] },
    });
    expect(await give(own)).toMatchObject({ status: 303 });
    expect(database.consultations.consultation(own.consultationId)).toMatchObject({
      opinion: 'against',
      givenByName: 'Test council-member',
    });
    const fields = { act: 'step', revision: '3', status: 'dropped', stepOn: own.givenOn, reason: 'x' };
    expect((await call(page, 'action', address(id), { fields, role })).status).toBe(403);
  });

  it('say that a comparison comes too late for a wave that is known', async () => {
    const id = await propose({ startsOn: '2024-10-01' });
    const fields: [string, string][] = [
      ['act', 'comparison'],
      ['revision', '1'],
      ['freeze', 'yes'],
      ['area', 'D04'],
      ['area', 'D05'],
    ];
    expect(await call(page, 'action', address(id), { fields })).toMatchObject({
      status: 422,
      data: { lines: [{ text: expect.stringContaining('2024-2.1') }] },
    });
    expect(database.interventions.comparisonOf(id)).toEqual([]);
  });

  it('show anyone the register, and no form', async () => {
    await propose({ where: 'D15' });
    const { data } = await call(publicRegister, 'loader', '/public/interventions?district=15', {
      role: null,
    });
    expect(data).toMatchObject({ register: { lines: [{ row: { district: 15, status: 'proposed' } }] } });
    expect((await call(page, 'loader', '/results/interventions/2020-01')).status).toBe(404);
  });
});
