import { city } from '#city/city.ts';
import { checklistSteps, positionOf } from '#core/camera/checklist.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { CameraProposal } from '#db/results/queries/camera-proposals.ts';
import type { Outcome } from '../../staff-act.ts';
import type { CityAct } from '../interventions/city-act.ts';
import type { Overtaken } from './overtaken.ts';
import { recordAct } from './proposal-acts.server.ts';
import {
  type PlaceRefusal,
  type ProposalPlace,
  proposalPlace,
  type TypedPlace,
} from './proposal-place.server.ts';

/** What a form says of a proposal, as it was typed. */
export interface TypedProposal extends TypedPlace {
  title: string;
  threat: string;
  cameras: string;
  responsible: string;
}

export type ProposalRefusal =
  | 'no-title'
  | 'no-threat'
  | 'bad-cameras'
  | 'no-responsible'
  | 'too-long'
  | PlaceRefusal;

const longest = { title: 200, threat: 4000, responsible: 200, pointName: 200 } as const;

type Sound = Pick<CameraProposal, 'title' | 'threat' | 'cameras' | 'responsible'> & {
  place: ProposalPlace | null;
};

/** `hasPlace` where the proposal has a place already, which then stays unless another is given. */
function checked(
  database: ResultsDatabase,
  typed: TypedProposal,
  { hasPlace }: { hasPlace: boolean },
): { ok: true; sound: Sound } | { ok: false; reason: ProposalRefusal } {
  const [title, threat, responsible] = [typed.title.trim(), typed.threat.trim(), typed.responsible.trim()];
  if (title === '') return { ok: false, reason: 'no-title' };
  if (threat === '') return { ok: false, reason: 'no-threat' };
  const cameras = /^\d{1,4}$/.test(typed.cameras.trim()) ? Number(typed.cameras) : 0;
  if (cameras < 1 || cameras > 1000) return { ok: false, reason: 'bad-cameras' };
  if (responsible === '') return { ok: false, reason: 'no-responsible' };
  const isLong = (Object.keys(longest) as (keyof typeof longest)[]).some(
    (field) => typed[field].length > longest[field],
  );
  if (isLong) return { ok: false, reason: 'too-long' };
  const place = proposalPlace(database, typed);
  if (!place.ok && !(place.reason === 'no-place' && hasPlace)) return place;
  return { ok: true, sound: { title, threat, cameras, responsible, place: place.ok ? place.place : null } };
}

/**
 * Proposes cameras, with an empty checklist. `corrects` names a decided proposal that this one is to replace.
 */
export function proposeCameras(
  database: ResultsDatabase,
  typed: TypedProposal,
  { corrects, synthetic }: { corrects: string | null; synthetic: boolean },
  act: CityAct,
): Outcome<{ proposalId: string }, ProposalRefusal | 'corrects-undecided'> {
  const reading = checked(database, typed, { hasPlace: false });
  if (!reading.ok) return reading;
  if (corrects !== null && database.cameraProposals.proposal(corrects)?.status !== 'decided') {
    return { ok: false, reason: 'corrects-undecided' };
  }
  const { place, ...sound } = reading.sound;
  if (!place) return { ok: false, reason: 'no-place' };
  const proposedOn = dayIn(act.now, city.timeZone);
  const edited = { editedAt: act.now, editedByName: act.name };
  const proposalId = database.transact(() => {
    const year = proposedOn.slice(0, 4);
    const id = `${year}-${database.cameraProposals.countOfYear(year) + 1}`;
    database.cameraProposals.add(
      {
        proposalId: id,
        revision: 1,
        ...sound,
        ...place,
        proposedOn,
        corrects,
        status: 'open',
        ending: null,
        endedOn: null,
        endedByName: null,
        synthetic,
        ...edited,
      },
      checklistSteps.map((step) => ({
        proposalId: id,
        position: positionOf(step),
        revision: 1,
        findings: '',
        source: '',
        evidenceOn: null,
        publicationId: null,
        surveyFlag: null,
        surveyPlace: null,
        consultationId: null,
        ...edited,
        confirmedAt: null,
        confirmedBy: null,
        confirmedByName: null,
        takenBack: null,
      })),
    );
    recordAct(database, id, 'proposed', { title: sound.title, ...(corrects ? { corrects } : {}) }, act);
    return id;
  });
  return { ok: true, proposalId };
}

/**
 * Changes what is proposed. The place stays once a step is confirmed, for the evidence is of it. Whoever
 * began from another revision is told who came first, and nothing is saved.
 */
export function editProposal(
  database: ResultsDatabase,
  { proposalId, revision }: { proposalId: string; revision: number },
  typed: TypedProposal,
  act: CityAct,
): Outcome<Record<never, never>, ProposalRefusal | 'unknown-proposal' | 'ended' | 'place-fixed'> | Overtaken {
  return database.transact(() => {
    const before = database.cameraProposals.proposal(proposalId);
    if (!before) return { ok: false, reason: 'unknown-proposal' };
    if (before.status !== 'open') return { ok: false, reason: 'ended' };
    if (before.revision !== revision) return overtaken(before);
    const reading = checked(database, typed, { hasPlace: true });
    if (!reading.ok) return reading;
    const { place, ...sound } = reading.sound;
    const isFixed = database.cameraProposals
      .stepsOf(proposalId)
      .some(({ confirmedAt }) => confirmedAt !== null);
    if (place && isFixed) return { ok: false, reason: 'place-fixed' };
    database.cameraProposals.change(proposalId, {
      ...sound,
      ...place,
      editedAt: act.now,
      editedByName: act.name,
    });
    const { title, threat, cameras, responsible, placeName } = before;
    recordAct(
      database,
      proposalId,
      'edited',
      { before: { title, threat, cameras, responsible, placeName } },
      act,
    );
    return { ok: true };
  });
}

/** That somebody else was faster. */
export function overtaken(row: { editedByName: string; editedAt: number }): Overtaken {
  return { ok: false, reason: 'changed-meanwhile', by: row.editedByName, at: row.editedAt };
}
