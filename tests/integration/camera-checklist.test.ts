import { beforeEach, describe, expect, it } from 'vitest';
import { askCouncil } from '#app/use-cases/results/cameras/ask-council.server.ts';
import { confirmStep, saveStep } from '#app/use-cases/results/cameras/proposal-steps.server.ts';
import { checklistSteps } from '#core/camera/checklist.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import {
  aProposal,
  cameraAct,
  cameraNow,
  confirmBySql,
  confirmSteps,
  decideOn,
  openCameraDatabase,
  soundEvidence,
  stepForm,
} from '#tests/support/cameras.ts';

let database: ResultsDatabase;
let proposalId = '';

beforeEach(() => {
  database = openCameraDatabase();
  proposalId = aProposal(database);
});

/** A decision by whoever can write to the file. */
const decideBySql = () =>
  database.sqlite
    .prepare(
      `UPDATE camera_proposals SET status = 'decided', ending = 'x', ended_on = '2026-07-01', ended_by_name = 'x'
       WHERE proposal_id = ?`,
    )
    .run(proposalId);
describe('invariant 19: a camera proposal is decided only after its whole checklist', () => {
  it.each(checklistSteps)('waits for the step %s, in the page’s act and in the database', (step) => {
    confirmSteps(database, proposalId, step);
    expect(decideOn(database, proposalId)).toMatchObject({ ok: false, reason: 'unfinished', waits: step });
    expect(decideBySql).toThrow('only after its whole checklist');
    expect(database.cameraProposals.proposal(proposalId)?.status).toBe('open');
  });

  it('is decided then, once and for good', () => {
    confirmSteps(database, proposalId);
    expect(decideOn(database, proposalId)).toEqual({ ok: true });
    expect(database.cameraProposals.proposal(proposalId)).toMatchObject({ status: 'decided' });
    expect(decideOn(database, proposalId)).toMatchObject({ ok: false, reason: 'ended' });
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
    expect(() => confirmBySql(database, proposalId, position)).toThrow(refusal);
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
    expect(() => confirmBySql(database, proposalId, 5)).toThrow('other means are tried before');
    const addBySql = (since: string, why: string) => () =>
      database.sqlite
        .prepare("INSERT INTO camera_proposal_means VALUES (?, 1, 'light', ?, NULL, ?)")
        .run(proposalId, since, why);
    expect(addBySql('2025-01-01', ' ')).toThrow('CHECK');
    expect(addBySql('spring', 'x')).toThrow('CHECK');
    addBySql('2027-01-01', 'not yet')();
    expect(() => confirmBySql(database, proposalId, 5)).toThrow('other means are tried before');
  });

  it('confirms the survey only with a result of a publication, and what is gone from none', () => {
    confirmSteps(database, proposalId, 'survey');
    expect(() => confirmBySql(database, proposalId, 4)).toThrow('CHECK');
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
    expect(() => confirmBySql(database, proposalId, 7)).toThrow('asked on the confirmed case');
    expect(confirm(Date.UTC(2026, 7, 1, 10))).toEqual({ ok: true });
  });
});
