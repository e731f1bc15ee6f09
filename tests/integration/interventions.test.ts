import { describe, expect, it } from 'vitest';
import { actionsFor } from '#app/use-cases/results/interventions/actions-for.server.ts';
import { consultCouncil, giveOpinion } from '#app/use-cases/results/interventions/consult.server.ts';
import { consultationList } from '#app/use-cases/results/interventions/consultation-list.server.ts';
import {
  changeIntervention,
  planIntervention,
} from '#app/use-cases/results/interventions/plan-intervention.server.ts';
import { register } from '#app/use-cases/results/interventions/register.server.ts';
import type { PlanText } from '#core/intervention/plan.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import {
  aProposal,
  askAndHear,
  cityAct,
  current,
  publishWave,
  step,
  typedPlan,
} from '#tests/support/intervention-city.ts';
import { openTestResults } from '#tests/support/results.ts';

/** A city that knows one wave. */
function aCity(): ResultsDatabase {
  const database = openTestResults();
  publishWave(database, '2024-2');
  return database;
}

describe('an intervention', () => {
  it('is proposed with what, where, who, when, cost and aim, and stands in the register and beside its district', () => {
    const database = aCity();
    const row = aProposal(database);
    expect(row).toMatchObject({
      interventionId: '2025-01',
      revision: 1,
      district: 3,
      placeId: null,
      cost: 120_000,
      aimIndicator: 'unsafe',
      aimSize: 5,
      status: 'proposed',
      proposedOn: '2025-02-03',
    });
    expect(aProposal(database).interventionId).toBe('2025-02');
    const actions = actionsFor(database, 'anyone').district(3);
    expect(actions).toMatchObject([{ status: 'proposed', responsible: 'Zarząd Dróg' }, {}]);
    expect(actionsFor(database, 'anyone').district(4)).toEqual([]);
    expect(register(database, new URLSearchParams({ district: '3' })).lines).toHaveLength(2);
    expect(register(database, new URLSearchParams({ status: 'done' })).lines).toEqual([]);
  });

  const faulty: [string, Partial<PlanText>, { field: string; code: string }][] = [
    ['a place', { where: '' }, { field: 'where', code: 'place-missing' }],
    ['a place that the city has', { where: 'D19' }, { field: 'where', code: 'place-missing' }],
    ['an end after its start', { endsOn: '2025-06-30' }, { field: 'endsOn', code: 'end-before-start' }],
    ['a cost in numbers', { cost: 'sto' }, { field: 'cost', code: 'cost-not-a-number' }],
    ['a cost of whole złoty', { cost: '-5' }, { field: 'cost', code: 'cost-not-a-number' }],
    ['a day of the calendar', { startsOn: '2025-02-30' }, { field: 'startsOn', code: 'day-unreadable' }],
    ['somebody who answers', { responsible: ' ' }, { field: 'responsible', code: 'responsible-missing' }],
    ['an aim with its size', { aimSize: '' }, { field: 'aimSize', code: 'aim-without-size' }],
    ['a size up to 100', { aimSize: '101' }, { field: 'aimSize', code: 'size-not-a-number' }],
    [
      'an indicator of the survey',
      { aimIndicator: 'luck' },
      { field: 'aimIndicator', code: 'indicator-unknown' },
    ],
    [
      'a place, to aim at what is said of a place',
      { aimIndicator: 'place_unsafe' },
      { field: 'aimIndicator', code: 'aim-of-place' },
    ],
    [
      'documents that are addresses or numbers',
      { documents: 'https://example.test\njavascript:alert(1)' },
      { field: 'documents', code: 'document-unreadable' },
    ],
    [
      'no file of a computer',
      { documents: 'file:///etc/passwd' },
      { field: 'documents', code: 'document-unreadable' },
    ],
  ];
  it.each(faulty)('invariant 12: needs %s, and nothing is saved without', (_, changes, fault) => {
    const database = aCity();
    const typed = typedPlan(changes);
    expect(planIntervention(database, { typed, flag: null }, cityAct('2025-02-03'))).toMatchObject({
      ok: false,
      faults: [fault],
    });
    expect(database.interventions.all()).toEqual([]);
  });

  it('says all that is wrong at once', () => {
    const typed = typedPlan({ title: '', where: '', cost: 'sto' });
    const answer = planIntervention(aCity(), { typed, flag: null }, cityAct('2025-02-03'));
    expect('faults' in answer ? answer.faults.map(({ field }) => field) : []).toEqual([
      'title',
      'where',
      'cost',
    ]);
  });

  it('tells the second of two who edit it who was first, when, and both texts, and keeps the first one’s', () => {
    const database = aCity();
    const { interventionId } = aProposal(database);
    const edit = (title: string, day: string, name: string) =>
      changeIntervention(
        database,
        { interventionId, revision: 1, typed: typedPlan({ title }) },
        cityAct(day, name),
      );
    expect(edit('Latarnie LED', '2025-02-04', 'Anna')).toEqual({ ok: true, changed: ['title'] });
    expect(edit('Lampy', '2025-02-05', 'Jan')).toMatchObject({
      ok: false,
      reason: 'changed-meanwhile',
      meanwhile: { by: 'Anna', at: Date.parse('2025-02-04T10:00:00Z') },
      theirs: { title: 'Latarnie LED' },
      revision: 2,
    });
    expect(current(database, interventionId)).toMatchObject({ title: 'Latarnie LED', revision: 2 });
    const acts = database.interventions.actsOf('intervention', interventionId);
    expect(acts.map(({ act, actorName, detail }) => [act, actorName, detail.title])).toEqual([
      ['intervention-proposed', 'Celina Analityk', 'Nowe latarnie'],
      ['intervention-changed', 'Anna', { from: 'Nowe latarnie', to: 'Latarnie LED' }],
    ]);
  });

  it('goes from step to step, each with its day, person and reason, once the council has answered', () => {
    const database = aCity();
    const { interventionId } = aProposal(database);
    expect(step(database, interventionId, 'decided', '2025-03-12')).toMatchObject({
      reason: 'step-not-next',
    });
    expect(step(database, interventionId, 'consulted', '2025-03-12')).toMatchObject({
      reason: 'council-not-asked',
    });
    askAndHear(database, interventionId);
    expect(step(database, interventionId, 'consulted', '2025-01-12')).toMatchObject({
      reason: 'step-before-last',
    });
    for (const [status, day] of [
      ['consulted', '2025-03-12'],
      ['decided', '2025-04-01'],
      ['under-way', '2025-07-01'],
      ['done', '2025-12-01'],
    ] as const) {
      expect(step(database, interventionId, status, day)).toEqual({ ok: true, status });
    }
    expect(current(database, interventionId)).toMatchObject({ status: 'done', decidedOn: '2025-04-01' });
    expect(database.interventions.stepsOf(interventionId).map(({ status }) => status)).toEqual([
      'proposed',
      'consulted',
      'decided',
      'under-way',
      'done',
    ]);
    expect(step(database, interventionId, 'dropped', '2025-12-02', 'po co')).toMatchObject({
      reason: 'step-not-next',
    });
    expect(actionsFor(database, 'anyone').district(3)).toMatchObject([{ status: 'done', on: '2025-12-01' }]);
  });

  it('is dropped for a reason, and stays in the register', () => {
    const database = aCity();
    const { interventionId } = aProposal(database);
    expect(step(database, interventionId, 'dropped', '2025-02-10')).toMatchObject({
      reason: 'reason-missing',
    });
    expect(step(database, interventionId, 'dropped', '2025-02-10', 'Brak środków')).toMatchObject({
      ok: true,
    });
    expect(register(database, new URLSearchParams()).lines).toMatchObject([{ row: { status: 'dropped' } }]);
    expect(() => database.sqlite.exec('DELETE FROM interventions')).toThrow('dropped, not deleted');
  });
});

describe('a consultation', () => {
  const ask = (database: ResultsDatabase, interventionId: string, sentOn: string, dueOn: string) =>
    consultCouncil(
      database,
      { interventionId, revision: current(database, interventionId).revision, district: 3, sentOn, dueOn },
      cityAct('2025-02-20'),
    );

  it.each([
    ['sent-before-proposal', '2025-02-02', '2025-03-10'],
    ['due-before-sent', '2025-02-10', '2025-02-09'],
    ['sent-in-future', '2025-02-21', '2025-03-10'],
    ['due-day-unreadable', '2025-02-10', 'za miesiąc'],
  ])('invariant 12: is refused as %s', (reason, sentOn, dueOn) => {
    const database = aCity();
    const { interventionId } = aProposal(database);
    expect(ask(database, interventionId, sentOn, dueOn)).toMatchObject({ ok: false, reason });
    expect(database.consultations.all()).toEqual([]);
    expect(current(database, interventionId).revision).toBe(1);
  });

  it('is overdue from the day after its due day, and lets the proposal go on without an opinion then', () => {
    const database = aCity();
    const { interventionId } = aProposal(database);
    ask(database, interventionId, '2025-02-10', '2025-02-28');
    expect(consultationList(database, { today: '2025-02-28' })).toMatchObject({ overdue: [], awaited: [{}] });
    expect(step(database, interventionId, 'consulted', '2025-02-28')).toMatchObject({
      reason: 'council-awaited',
    });
    expect(consultationList(database, { today: '2025-03-01' })).toMatchObject({ overdue: [{}], awaited: [] });
    expect(step(database, interventionId, 'consulted', '2025-03-01')).toMatchObject({ ok: true });
  });

  it('is answered once, by the council of its own district', () => {
    const database = aCity();
    const { interventionId } = aProposal(database);
    const asked = ask(database, interventionId, '2025-02-10', '2025-02-28');
    const consultationId = asked.ok ? asked.consultationId : '';
    const give = (opinion: string, district: number | null, opinionText = '', givenOn = '2025-02-20') =>
      giveOpinion(
        database,
        { consultationId, opinion, opinionText, resolutionNumber: 'V/3', givenOn },
        { id: 'x', name: 'Radna', district },
        cityAct('2025-02-25'),
      );
    expect(give('for', 4)).toMatchObject({ reason: 'other-district' });
    expect(give('maybe', 3)).toMatchObject({ reason: 'opinion-missing' });
    expect(give('conditions', 3)).toMatchObject({ reason: 'conditions-without-text' });
    expect(give('for', 3, '', '2025-02-09')).toMatchObject({ reason: 'given-before-sent' });
    expect(give('for', 3, '', '2025-02-26')).toMatchObject({ reason: 'given-in-future' });
    expect(give('conditions', 3, 'Lampy o ciepłym świetle.')).toMatchObject({ ok: true });
    expect(give('against', null)).toMatchObject({ reason: 'opinion-given', meanwhile: { by: 'Radna' } });
    expect(database.consultations.consultation(consultationId)).toMatchObject({
      opinion: 'conditions',
      resolutionNumber: 'V/3',
      givenByName: 'Radna',
    });
  });
});
