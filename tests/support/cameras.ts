import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askCouncil } from '#app/use-cases/results/cameras/ask-council.server.ts';
import { proposeCameras } from '#app/use-cases/results/cameras/edit-proposal.server.ts';
import { endProposal } from '#app/use-cases/results/cameras/end-proposal.server.ts';
import {
  confirmStep,
  saveStep,
  type TypedEvidence,
} from '#app/use-cases/results/cameras/proposal-steps.server.ts';
import { stageRegister } from '#app/use-cases/results/cameras/stage-register.server.ts';
import { flagKey } from '#app/use-cases/results/cameras/survey-links.server.ts';
import type { CityAct } from '#app/use-cases/results/interventions/city-act.ts';
import { type ChecklistStep, checklistSteps } from '#core/camera/checklist.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { testFolder } from './database.ts';
import { exactLevelFlag, exactPublication } from './exact-publication.ts';
import { eighteenDistricts, openTestResults, receiveTrusted, testPublication } from './results.ts';

/** 1 July 2026, noon in Kraków. */
export const cameraNow = Date.UTC(2026, 6, 1, 10);

export function cameraAct(now = cameraNow, name = 'Celina Analityk'): CityAct {
  return { actor: 'analyst', name, now, randomBytes };
}

const flag: PublishedFlag = {
  ...exactLevelFlag,
  status: 'confirmed',
  needsIntervention: true,
  district: 3,
  estimate: 0.383,
  history: [{ waveId: '2025-2', severity: 'watch' }],
};

/** A results database with a publication that flags the third district. */
export function openCameraDatabase(): ResultsDatabase {
  const database = openTestResults();
  const { wave } = exactPublication(eighteenDistricts);
  const autumn = { ...wave, waveId: '2025-2', year: 2025, season: 'autumn' as const };
  for (const document of [
    testPublication({ publicationId: '2025-2.1', wave: autumn }),
    testPublication({ flags: [flag] }),
  ]) {
    const received = receiveTrusted(database, document, { actor: 'test', now: cameraNow });
    if (!received.ok) throw new Error(`openCameraDatabase was refused: ${received.reason}`);
  }
  return database;
}

/** The name that a form has for the flag of the publication. */
export const flaggedDistrict = `flag:2026-1.1:${flagKey(flag)}`;

export const typedProposal = {
  title: 'Kamera przy przejściu',
  threat: 'Zaczepki po zmroku',
  cameras: '1',
  responsible: 'Wydział Bezpieczeństwa',
  chosen: '',
  point: '50.0900, 19.9600',
  pointName: 'Przejście',
};

export function aProposal(database: ResultsDatabase, act = cameraAct()): string {
  const made = proposeCameras(database, typedProposal, { corrects: null, synthetic: false }, act);
  if (!made.ok) throw new Error(`aProposal was refused: ${made.reason}`);
  return made.proposalId;
}

const empty: TypedEvidence = {
  findings: '',
  source: '',
  evidenceOn: '',
  survey: '',
  consultationId: '',
  means: [],
};

/** Evidence with which a step can be confirmed. */
export function soundEvidence(step: ChecklistStep): TypedEvidence {
  const findings = `co wynika z kroku ${step}`;
  if (step === 'survey') return { ...empty, findings, survey: flaggedDistrict };
  if (step === 'means') {
    const means = [{ means: 'light', since: '2025-03-01', until: '', whyNot: 'lampy nie wystarczyły' }];
    return { ...empty, findings, means };
  }
  return { ...empty, findings, source: 'pismo 1', evidenceOn: '2026-06-01' };
}

export function stepForm(database: ResultsDatabase, proposalId: string, step: ChecklistStep) {
  const row = database.cameraProposals.stepsOf(proposalId)[checklistSteps.indexOf(step)];
  return { proposalId, step, revision: row?.revision ?? 0 };
}

/** Writes and confirms the steps before `until`, or all: the council is asked and says yes. */
export function confirmSteps(
  database: ResultsDatabase,
  proposalId: string,
  until?: ChecklistStep,
  act = cameraAct(),
): void {
  for (const step of checklistSteps) {
    if (step === until) return;
    const evidence = soundEvidence(step);
    if (step === 'council') evidence.consultationId = askAndAnswer(database, proposalId, act);
    for (const answer of [
      saveStep(database, stepForm(database, proposalId, step), evidence, act),
      confirmStep(database, stepForm(database, proposalId, step), act),
    ]) {
      if (!answer.ok) throw new Error(`confirmSteps was refused at ${step}: ${answer.reason}`);
    }
  }
}

export function askAndAnswer(database: ResultsDatabase, proposalId: string, act = cameraAct()): string {
  const revision = database.cameraProposals.proposal(proposalId)?.revision ?? 0;
  const days = { sentOn: '2026-07-01', dueOn: '2026-07-31' };
  const asked = askCouncil(database, { proposalId, revision }, days, act);
  if (!asked.ok) throw new Error(`askAndAnswer was refused: ${asked.reason}`);
  database.transact(() =>
    database.consultations.give(asked.consultationId, {
      opinion: 'for',
      opinionText: 'za',
      resolutionNumber: 'VII/1',
      givenOn: '2026-07-01',
      givenAt: act.now,
      givenBy: 'council',
      givenByName: 'Rada',
    }),
  );
  return asked.consultationId;
}

/** Stages a register that is given as its text, or as its bytes. */
export async function staged(database: ResultsDatabase, content: string | Buffer, act = cameraAct()) {
  const path = join(testFolder(), 'rejestr.csv');
  writeFileSync(path, content);
  return stageRegister(database, { path, fileName: 'rejestr.csv' }, act);
}

/** The decision on a proposal, as its page makes it. */
export function decideOn(database: ResultsDatabase, proposalId: string) {
  const revision = database.cameraProposals.proposal(proposalId)?.revision ?? 0;
  const decision = { status: 'decided', ending: 'decyzja 1/2026', endedOn: '2026-07-01' } as const;
  return endProposal(database, { proposalId, revision }, decision, cameraAct());
}

/** A confirmation by whoever can write to the file: with all that the row itself asks for. */
export function confirmBySql({ sqlite }: ResultsDatabase, proposalId: string, position: number): void {
  sqlite
    .prepare(
      `UPDATE camera_proposal_steps SET confirmed_at = ?, confirmed_by = 'x', confirmed_by_name = 'x',
         findings = 'x', source = 'x', evidence_on = '2026-06-01'
       WHERE proposal_id = ? AND position = ?`,
    )
    .run(cameraNow, proposalId, position);
}
