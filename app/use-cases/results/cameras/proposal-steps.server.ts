import { z } from 'zod';
import { city } from '#city/city.ts';
import {
  type ChecklistStep,
  checklistSteps,
  lacksOf,
  nextStep,
  type OtherMeans,
  otherMeans,
  positionOf,
  type StepLack,
} from '#core/camera/checklist.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { ProposalMeans, ProposalStep } from '#db/results/queries/camera-proposals.ts';
import type { Outcome } from '../../staff-act.ts';
import type { CityAct } from '../interventions/city-act.ts';
import { overtaken } from './edit-proposal.server.ts';
import type { Overtaken } from './overtaken.ts';
import { recordAct } from './proposal-acts.server.ts';
import { surveyLinkOf } from './survey-links.server.ts';

/** A step that a form is about; the revision is the one of the step that it began from. */
export interface StepForm {
  proposalId: string;
  step: ChecklistStep;
  revision: number;
}

/** Evidence of a step, as it was typed; fields that its step does not have are empty. */
export interface TypedEvidence {
  findings: string;
  source: string;
  evidenceOn: string;
  /** What the survey says: `flag:…` or `place:…`, see `surveyLinkOf`. */
  survey: string;
  consultationId: string;
  means: { means: string; since: string; until: string; whyNot: string }[];
}

export type StepRefusal =
  | 'unknown-proposal'
  | 'ended'
  | 'confirmed'
  | 'too-long'
  | 'bad-day'
  | 'unknown-survey'
  | 'unknown-consultation'
  | 'bad-means'
  | 'means-day';

const longestText = 4000;
const longestWhy = 1500;
const mostMeans = 8;
const isDay = (text: string) => z.iso.date().safeParse(text).success;

/** Keeps the evidence of a step that is not confirmed. Later steps may be written before their turn. */
export function saveStep(
  database: ResultsDatabase,
  { proposalId, step, revision }: StepForm,
  typed: TypedEvidence,
  act: CityAct,
): Outcome<Record<never, never>, StepRefusal> | Overtaken {
  return database.transact(() => {
    const found = openStep(database, proposalId, step);
    if (!found.ok) return found;
    const { row } = found;
    if (row.confirmedAt !== null) return { ok: false, reason: 'confirmed' };
    if (row.revision !== revision) return overtaken(row);
    const [findings, source] = [typed.findings.trim(), typed.source.trim()];
    if (findings.length > longestText || source.length > longestText)
      return { ok: false, reason: 'too-long' };
    if (typed.evidenceOn !== '' && !isDay(typed.evidenceOn)) return { ok: false, reason: 'bad-day' };
    const link = step === 'survey' && typed.survey !== '' ? surveyLinkOf(database, typed.survey) : null;
    if (step === 'survey' && typed.survey !== '' && link === null)
      return { ok: false, reason: 'unknown-survey' };
    const consultationId = step === 'council' && typed.consultationId !== '' ? typed.consultationId : null;
    if (consultationId !== null && !isOwnConsultation(database, proposalId, consultationId))
      return { ok: false, reason: 'unknown-consultation' };
    const means = step === 'means' ? meansOf(typed.means) : null;
    if (means && !means.ok) return means;
    const before = { findings: row.findings, source: row.source, evidenceOn: row.evidenceOn };
    const meansBefore = means ? { means: database.cameraProposals.meansOf(proposalId) } : {};
    if (means) database.cameraProposals.putMeans(proposalId, means.means);
    database.cameraProposals.changeStep(proposalId, row.position, {
      findings,
      source,
      evidenceOn: typed.evidenceOn === '' ? null : typed.evidenceOn,
      publicationId: link?.publicationId ?? null,
      surveyFlag: link?.flag ?? null,
      surveyPlace: link?.placeId ?? null,
      consultationId,
      editedAt: act.now,
      editedByName: act.name,
    });
    touch(database, proposalId, act);
    recordAct(database, proposalId, 'step-saved', { step, before: { ...before, ...meansBefore } }, act);
    return { ok: true };
  });
}

export type ConfirmRefusal = 'unknown-proposal' | 'ended' | 'confirmed' | 'out-of-order' | 'incomplete';

/**
 * Confirms a step: after those before it, and with all that it asks for. `lacks` says what is missing,
 * `waits` which step comes first.
 */
export function confirmStep(
  database: ResultsDatabase,
  { proposalId, step, revision }: StepForm,
  act: CityAct,
):
  | { ok: true }
  | { ok: false; reason: ConfirmRefusal; lacks?: StepLack[]; waits?: ChecklistStep }
  | Overtaken {
  return database.transact(() => {
    const found = openStep(database, proposalId, step);
    if (!found.ok) return found;
    const { row, steps } = found;
    if (row.confirmedAt !== null) return { ok: false, reason: 'confirmed' };
    if (row.revision !== revision) return overtaken(row);
    const waits = nextStep((each) => isConfirmed(steps, each));
    if (waits !== null && waits !== step) return { ok: false, reason: 'out-of-order', waits };
    const lacks = stepLacks(database, row, step, act.now);
    if (lacks.length > 0) return { ok: false, reason: 'incomplete', lacks };
    database.cameraProposals.changeStep(proposalId, row.position, {
      confirmedAt: act.now,
      confirmedBy: act.actor,
      confirmedByName: act.name,
      takenBack: null,
      editedAt: act.now,
      editedByName: act.name,
    });
    touch(database, proposalId, act);
    recordAct(database, proposalId, 'step-confirmed', { step }, act);
    return { ok: true };
  });
}

/**
 * Takes the confirmation of a step back, for a reason, and with it those of the steps behind it, from the
 * last one on.
 */
export function takeStepBack(
  database: ResultsDatabase,
  { proposalId, step, revision }: StepForm,
  reason: string,
  act: CityAct,
):
  | Outcome<
      { steps: ChecklistStep[] },
      'unknown-proposal' | 'ended' | 'not-confirmed' | 'no-reason' | 'too-long'
    >
  | Overtaken {
  return database.transact(() => {
    const found = openStep(database, proposalId, step);
    if (!found.ok) return found;
    const { row, steps } = found;
    if (row.revision !== revision) return overtaken(row);
    if (row.confirmedAt === null) return { ok: false, reason: 'not-confirmed' };
    const told = reason.trim();
    if (told === '') return { ok: false, reason: 'no-reason' };
    if (told.length > longestText) return { ok: false, reason: 'too-long' };
    const taken = checklistSteps
      .filter((each) => positionOf(each) >= row.position && isConfirmed(steps, each))
      .reverse();
    for (const each of taken) {
      database.cameraProposals.changeStep(proposalId, positionOf(each), {
        confirmedAt: null,
        confirmedBy: null,
        confirmedByName: null,
        takenBack: told,
        editedAt: act.now,
        editedByName: act.name,
      });
      recordAct(database, proposalId, 'step-taken-back', { step: each, reason: told }, act);
    }
    touch(database, proposalId, act);
    return { ok: true, steps: taken.reverse() };
  });
}

/** What a step still lacks at an instant. */
export function stepLacks(
  database: ResultsDatabase,
  row: ProposalStep,
  step: ChecklistStep,
  now: number,
): StepLack[] {
  const asked =
    row.consultationId === null ? undefined : database.consultations.consultation(row.consultationId);
  const lastEvidence = database.cameraProposals
    .stepsOf(row.proposalId)
    .filter(({ position }) => position < positionOf('council'))
    .reduce((last, { confirmedAt }) => Math.max(last, confirmedAt ?? 0), 0);
  const consultation = asked
    ? { givenOn: asked.givenOn, dueOn: asked.dueOn, isOlderThanEvidence: asked.sentAt < lastEvidence }
    : null;
  const meansSince =
    step === 'means' ? database.cameraProposals.meansOf(row.proposalId).map(({ since }) => since) : [];
  const { findings, source, evidenceOn, surveyFlag, surveyPlace } = row;
  const hasSurvey = surveyFlag !== null || surveyPlace !== null;
  const evidence = { findings, source, evidenceOn, hasSurvey, meansSince, consultation };
  return lacksOf(step, evidence, dayIn(now, city.timeZone));
}

export function isConfirmed(steps: readonly ProposalStep[], step: ChecklistStep): boolean {
  return steps[positionOf(step) - 1]?.confirmedAt != null;
}

function openStep(
  database: ResultsDatabase,
  proposalId: string,
  step: ChecklistStep,
):
  | { ok: true; row: ProposalStep; steps: ProposalStep[] }
  | { ok: false; reason: 'unknown-proposal' | 'ended' } {
  const proposal = database.cameraProposals.proposal(proposalId);
  const steps = proposal ? database.cameraProposals.stepsOf(proposalId) : [];
  const row = steps[positionOf(step) - 1];
  if (!proposal || !row) return { ok: false, reason: 'unknown-proposal' };
  if (proposal.status !== 'open') return { ok: false, reason: 'ended' };
  return { ok: true, row, steps };
}

/** Counts the proposal on, so that a decision is of what was seen. */
function touch(database: ResultsDatabase, proposalId: string, { now, name }: CityAct): void {
  database.cameraProposals.change(proposalId, { editedAt: now, editedByName: name });
}

function isOwnConsultation(database: ResultsDatabase, proposalId: string, consultationId: string): boolean {
  const consultation = database.consultations.consultation(consultationId);
  return consultation?.subject === 'camera-proposal' && consultation.subjectId === proposalId;
}

function meansOf(
  typed: TypedEvidence['means'],
): { ok: true; means: ProposalMeans[] } | { ok: false; reason: 'bad-means' | 'means-day' | 'too-long' } {
  const filled = typed
    .map((row) => ({ ...row, whyNot: row.whyNot.trim() }))
    .filter((row) => Object.values(row).some((cell) => cell !== ''));
  if (filled.length > mostMeans || filled.some(({ whyNot }) => whyNot.length > longestWhy))
    return { ok: false, reason: 'too-long' };
  const means: ProposalMeans[] = [];
  for (const [index, { means: kind, since, until, whyNot }] of filled.entries()) {
    const known = otherMeans.find((each): each is OtherMeans => each === kind);
    if (!known || whyNot === '' || since === '') return { ok: false, reason: 'bad-means' };
    if (!isDay(since) || (until !== '' && (!isDay(until) || until < since)))
      return { ok: false, reason: 'means-day' };
    means.push({ number: index + 1, means: known, since, until: until === '' ? null : until, whyNot });
  }
  return { ok: true, means };
}
