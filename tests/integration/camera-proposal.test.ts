import { beforeEach, describe, expect, it } from 'vitest';
import { editProposal, proposeCameras } from '#app/use-cases/results/cameras/edit-proposal.server.ts';
import { proposalPage } from '#app/use-cases/results/cameras/proposal-page.server.ts';
import { confirmStep, saveStep, takeStepBack } from '#app/use-cases/results/cameras/proposal-steps.server.ts';
import { positionOf } from '#core/camera/checklist.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import {
  aProposal,
  askAndAnswer,
  cameraAct,
  cameraNow,
  confirmBySql,
  confirmSteps,
  decideOn,
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
    expect(() => confirmBySql(database, proposalId, 7)).toThrow('asked on the confirmed case');
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
    decideOn(database, proposalId);
    expect(correct()).toMatchObject({ ok: true });
    expect(proposalPage(database, proposalId, cameraNow)?.correctedBy).toEqual(['2026-2']);
  });

  it('keeps every act with who, when and what stood there before', () => {
    confirmSteps(database, proposalId);
    decideOn(database, proposalId);
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
