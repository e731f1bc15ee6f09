import { beforeEach, describe, expect, it } from 'vitest';
import { askCouncil } from '#app/use-cases/results/cameras/ask-council.server.ts';
import { editProposal, proposeCameras } from '#app/use-cases/results/cameras/edit-proposal.server.ts';
import { endProposal } from '#app/use-cases/results/cameras/end-proposal.server.ts';
import { proposalPage } from '#app/use-cases/results/cameras/proposal-page.server.ts';
import { confirmStep, saveStep, takeStepBack } from '#app/use-cases/results/cameras/proposal-steps.server.ts';
import { checklistSteps, positionOf } from '#core/camera/checklist.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import {
  aProposal,
  askAndAnswer,
  cameraAct,
  cameraNow,
  confirmSteps,
  openCameraDatabase,
  soundEvidence,
  stepForm,
  typedProposal,
} from '#tests/support/cameras.ts';

let database: ResultsDatabase;
let proposalId = '';

beforeEach(() => {
  database = openCameraDatabase();
  proposalId = aProposal(database);
});

const decide = () =>
  endProposal(
    database,
    { proposalId, revision: database.cameraProposals.proposal(proposalId)?.revision ?? 0 },
    { status: 'decided', ending: 'decyzja 1/2026', endedOn: '2026-07-01' },
    cameraAct(),
  );
/** A decision by whoever can write to the file. */
const decideBySql = () =>
  database.sqlite
    .prepare(
      `UPDATE camera_proposals SET status = 'decided', ending = 'x', ended_on = '2026-07-01', ended_by_name = 'x'
       WHERE proposal_id = ?`,
    )
    .run(proposalId);
const confirmBySql = (position: number) =>
  database.sqlite
    .prepare(
      `UPDATE camera_proposal_steps SET confirmed_at = ?, confirmed_by = 'x', confirmed_by_name = 'x',
         findings = 'x', source = 'x', evidence_on = '2026-06-01'
       WHERE proposal_id = ? AND position = ?`,
    )
    .run(cameraNow, proposalId, position);

describe('invariant 19: a camera proposal is decided only after its whole checklist', () => {
  it.each(checklistSteps)('waits for the step %s, in the page’s act and in the database', (step) => {
    confirmSteps(database, proposalId, step);
    expect(decide()).toMatchObject({ ok: false, reason: 'unfinished', waits: step });
    expect(decideBySql).toThrow('only after its whole checklist');
    expect(database.cameraProposals.proposal(proposalId)?.status).toBe('open');
  });

  it('is decided then, once and for good', () => {
    confirmSteps(database, proposalId);
    expect(decide()).toEqual({ ok: true });
    expect(database.cameraProposals.proposal(proposalId)).toMatchObject({ status: 'decided' });
    expect(decide()).toMatchObject({ ok: false, reason: 'ended' });
    const change = (set: string) => () =>
      database.sqlite.prepare(`UPDATE camera_proposals SET ${set} WHERE proposal_id = ?`).run(proposalId);
    expect(change("status = 'open', ending = NULL, ended_on = NULL, ended_by_name = NULL")).toThrow(
      'never changes',
    );
    expect(change("title = 'another'")).toThrow('never changes');
    expect(() =>
      database.sqlite
        .prepare("UPDATE camera_proposal_steps SET findings = 'x' WHERE proposal_id = ?")
        .run(proposalId),
    ).toThrow('never changes');
  });

  it('cannot be born decided, replaced, or deleted with its steps', () => {
    const columns = database.sqlite
      .prepare('SELECT name FROM pragma_table_info(?)')
      .pluck()
      .all('camera_proposals') as string[];
    const values = columns.map((column) =>
      column === 'status' ? "'decided'" : column === 'proposal_id' ? "'2026-99'" : column,
    );
    expect(() =>
      database.sqlite.exec(
        `INSERT INTO camera_proposals SELECT ${values.join(', ')} FROM camera_proposals WHERE proposal_id = '${proposalId}'`,
      ),
    ).toThrow('begins open');
    expect(() =>
      database.sqlite.exec('INSERT OR REPLACE INTO camera_proposals SELECT * FROM camera_proposals'),
    ).toThrow('begins open');
    expect(() => database.sqlite.exec('DELETE FROM camera_proposals')).toThrow('not deleted');
    expect(() => database.sqlite.exec('DELETE FROM camera_proposal_steps')).toThrow('not deleted');
    expect(() =>
      database.sqlite.exec(
        'INSERT OR REPLACE INTO camera_proposal_steps SELECT * FROM camera_proposal_steps',
      ),
    ).toThrow('begins unconfirmed');
  });

  it.each([2, 3, 4, 5, 6, 7])('confirms no step %i before those before it, by SQL either', (position) => {
    const step = checklistSteps[position - 1];
    if (!step) throw new Error('there are seven steps');
    if (step !== 'council') {
      saveStep(database, stepForm(database, proposalId, step), soundEvidence(step), cameraAct());
    }
    const refusal = step === 'council' ? /asked on the confirmed case/ : /confirmed after those before it/;
    expect(() => confirmBySql(position)).toThrow(refusal);
    expect(confirmStep(database, stepForm(database, proposalId, step), cameraAct())).toMatchObject({
      ok: false,
      reason: 'out-of-order',
      waits: 'services',
    });
  });

  it('confirms "other means" only with one that was tried, since when, and why it did not suffice', () => {
    confirmSteps(database, proposalId, 'means');
    const noMeans = { ...soundEvidence('means'), means: [] };
    saveStep(database, stepForm(database, proposalId, 'means'), noMeans, cameraAct());
    expect(confirmStep(database, stepForm(database, proposalId, 'means'), cameraAct())).toMatchObject({
      reason: 'incomplete',
      lacks: ['means'],
    });
    expect(() => confirmBySql(5)).toThrow('other means are tried before');
    const addBySql = (since: string, why: string) => () =>
      database.sqlite
        .prepare("INSERT INTO camera_proposal_means VALUES (?, 1, 'light', ?, NULL, ?)")
        .run(proposalId, since, why);
    expect(addBySql('2025-01-01', ' ')).toThrow('CHECK');
    expect(addBySql('spring', 'x')).toThrow('CHECK');
    addBySql('2027-01-01', 'not yet')();
    expect(() => confirmBySql(5)).toThrow('other means are tried before');
  });

  it('confirms the survey only with a result of a publication, and what is gone from none', () => {
    confirmSteps(database, proposalId, 'survey');
    expect(() => confirmBySql(4)).toThrow('CHECK');
    const unknown = { ...soundEvidence('survey'), survey: 'place:2026-1.1:nowhere' };
    expect(saveStep(database, stepForm(database, proposalId, 'survey'), unknown, cameraAct())).toMatchObject({
      reason: 'unknown-survey',
    });
  });

  it('asks the council on the confirmed case, and waits for its answer or the end of its time', () => {
    const revision = () => database.cameraProposals.proposal(proposalId)?.revision ?? 0;
    const days = { sentOn: '2026-07-01', dueOn: '2026-07-31' };
    const ask = (changed = {}) =>
      askCouncil(database, { proposalId, revision: revision() }, { ...days, ...changed }, cameraAct());
    expect(ask()).toMatchObject({ reason: 'asked-too-early', waits: 'services' });
    confirmSteps(database, proposalId, 'council');
    expect(ask({ sentOn: '2026-06-30' })).toMatchObject({ reason: 'sent-before-proposal' });
    expect(ask({ dueOn: '2026-06-30' })).toMatchObject({ reason: 'due-before-sent' });
    expect(ask()).toMatchObject({ ok: true });
    const [{ consultationId = '' } = {}] = database.consultations.of('camera-proposal', proposalId);
    const said = { ...soundEvidence('council'), consultationId };
    saveStep(database, stepForm(database, proposalId, 'council'), said, cameraAct());
    const confirm = (now = cameraNow) =>
      confirmStep(database, stepForm(database, proposalId, 'council'), cameraAct(now));
    expect(confirm()).toMatchObject({ reason: 'incomplete', lacks: ['no-opinion-yet'] });
    expect(() => confirmBySql(7)).toThrow('asked on the confirmed case');
    expect(confirm(Date.UTC(2026, 7, 1, 10))).toEqual({ ok: true });
  });
});

describe('a step that was confirmed', () => {
  it('does not change, nor its means', () => {
    confirmSteps(database, proposalId, 'privacy');
    const edit = saveStep(
      database,
      stepForm(database, proposalId, 'means'),
      soundEvidence('means'),
      cameraAct(),
    );
    expect(edit).toMatchObject({ reason: 'confirmed' });
    expect(() =>
      database.sqlite.exec("UPDATE camera_proposal_steps SET findings = 'x' WHERE position = 2"),
    ).toThrow('never changes');
    expect(() => database.sqlite.exec('DELETE FROM camera_proposal_means')).toThrow('never changes');
  });

  it('is taken back for a reason only, and with it those after it, from the last one on', () => {
    confirmSteps(database, proposalId, 'privacy');
    const form = () => stepForm(database, proposalId, 'footage');
    expect(takeStepBack(database, form(), ' ', cameraAct())).toMatchObject({ reason: 'no-reason' });
    expect(takeStepBack(database, form(), 'nowe kamery', cameraAct())).toEqual({
      ok: true,
      steps: ['footage', 'survey', 'means'],
    });
    const steps = database.cameraProposals.stepsOf(proposalId);
    expect(steps.map(({ confirmedAt }) => confirmedAt !== null)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(steps[positionOf('means') - 1]?.takenBack).toBe('nowe kamery');
    const acts = database.interventions.actsOf('camera-proposal', proposalId).slice(-3);
    expect(acts.map(({ act, detail }) => [act, detail.step, detail.reason])).toEqual([
      ['step-taken-back', 'means', 'nowe kamery'],
      ['step-taken-back', 'survey', 'nowe kamery'],
      ['step-taken-back', 'footage', 'nowe kamery'],
    ]);
  });

  it('cannot be taken back by SQL without a reason, or before those after it', () => {
    confirmSteps(database, proposalId, 'footage');
    const takeBack = (position: number, reason: string | null) => () =>
      database.sqlite
        .prepare(
          `UPDATE camera_proposal_steps SET confirmed_at = NULL, confirmed_by = NULL, confirmed_by_name = NULL,
             taken_back = ? WHERE proposal_id = ? AND position = ?`,
        )
        .run(reason, proposalId, position);
    expect(takeBack(2, null)).toThrow('for a reason');
    expect(takeBack(1, 'x')).toThrow('after those behind it');
    takeBack(2, 'x')();
  });

  it('asks the council anew when evidence was confirmed after it was asked', () => {
    confirmSteps(database, proposalId, 'council');
    const consultationId = askAndAnswer(database, proposalId);
    const later = cameraAct(cameraNow + 60_000);
    takeStepBack(database, stepForm(database, proposalId, 'privacy'), 'nowa ocena', later);
    saveStep(database, stepForm(database, proposalId, 'privacy'), soundEvidence('privacy'), later);
    confirmStep(database, stepForm(database, proposalId, 'privacy'), later);
    const said = { ...soundEvidence('council'), consultationId };
    saveStep(database, stepForm(database, proposalId, 'council'), said, later);
    expect(confirmStep(database, stepForm(database, proposalId, 'council'), later)).toMatchObject({
      lacks: ['asked-before-evidence'],
    });
    expect(() => confirmBySql(7)).toThrow('asked on the confirmed case');
  });
});

describe('two people at one proposal', () => {
  it('are told who was first and when; the second saves nothing', () => {
    const form = stepForm(database, proposalId, 'services');
    const first = cameraAct(cameraNow + 1000, 'Adam Pierwszy');
    expect(saveStep(database, form, { ...soundEvidence('services'), findings: 'pierwszy' }, first)).toEqual({
      ok: true,
    });
    const second = saveStep(database, form, { ...soundEvidence('services'), findings: 'drugi' }, cameraAct());
    expect(second).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
      by: 'Adam Pierwszy',
      at: cameraNow + 1000,
    });
    expect(database.cameraProposals.stepsOf(proposalId)[0]?.findings).toBe('pierwszy');
  });

  it('may write different steps at once, and decide on nothing that they have not seen', () => {
    const [services, requests] = (['services', 'requests'] as const).map((step) =>
      stepForm(database, proposalId, step),
    );
    if (!services || !requests) throw new Error('there are seven steps');
    expect(saveStep(database, services, soundEvidence('services'), cameraAct())).toEqual({ ok: true });
    expect(saveStep(database, requests, soundEvidence('requests'), cameraAct())).toEqual({ ok: true });
    const edit = editProposal(database, { proposalId, revision: 1 }, typedProposal, cameraAct());
    expect(edit).toMatchObject({ reason: 'changed-meanwhile' });
  });
});

describe('a proposal', () => {
  it.each([
    [{ point: '' }, 'no-place'],
    [{ point: '52.2297, 21.0122' }, 'outside-city'],
    [{ point: 'Rynek' }, 'bad-point'],
    [{ chosen: 'stop:Filharmonia' }, 'two-places'],
    [{ chosen: 'place:nowhere', point: '' }, 'unknown-place'],
    [{ cameras: '0' }, 'bad-cameras'],
    [{ threat: '  ' }, 'no-threat'],
  ])('is refused with %j', (changes, reason) => {
    const made = proposeCameras(
      database,
      { ...typedProposal, ...changes },
      { corrects: null, synthetic: false },
      cameraAct(),
    );
    expect(made).toMatchObject({ ok: false, reason });
    expect(database.cameraProposals.all()).toHaveLength(1);
  });

  it.each(['50.0900, 19.9600', '50,0900; 19,9600', '50.0900 19.9600'])('reads the point %s', (point) => {
    const made = proposeCameras(
      database,
      { ...typedProposal, point },
      { corrects: null, synthetic: false },
      cameraAct(),
    );
    if (!made.ok) throw new Error(made.reason);
    expect(database.cameraProposals.proposal(made.proposalId)).toMatchObject({
      latitude: 50.09,
      longitude: 19.96,
      district: 3,
    });
  });

  it('stays where its confirmed evidence is', () => {
    confirmSteps(database, proposalId, 'requests');
    const revision = database.cameraProposals.proposal(proposalId)?.revision ?? 0;
    expect(editProposal(database, { proposalId, revision }, typedProposal, cameraAct())).toMatchObject({
      reason: 'place-fixed',
    });
    expect(() => database.sqlite.exec('UPDATE camera_proposals SET latitude = 50.05')).toThrow(
      'of its place',
    );
  });

  it('corrects a decided one, and no other', () => {
    const correct = () =>
      proposeCameras(database, typedProposal, { corrects: proposalId, synthetic: false }, cameraAct());
    expect(correct()).toMatchObject({ reason: 'corrects-undecided' });
    confirmSteps(database, proposalId);
    decide();
    expect(correct()).toMatchObject({ ok: true });
    expect(proposalPage(database, proposalId, cameraNow)?.correctedBy).toEqual(['2026-2']);
  });

  it('keeps every act with who, when and what stood there before', () => {
    confirmSteps(database, proposalId);
    decide();
    const acts = database.interventions.actsOf('camera-proposal', proposalId);
    expect(acts.map(({ act }) => act)).toEqual([
      'proposed',
      ...Array.from({ length: 6 }, () => ['step-saved', 'step-confirmed']).flat(),
      'consultation-sent',
      'step-saved',
      'step-confirmed',
      'decided',
    ]);
    expect(acts.every(({ actorName, at }) => actorName === 'Celina Analityk' && at === cameraNow)).toBe(true);
  });
});
