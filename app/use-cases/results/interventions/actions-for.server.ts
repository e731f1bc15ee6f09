import { getResolution, latLngToCell } from 'h3-js';
import { checklistSteps } from '#core/camera/checklist.ts';
import type { InterventionKind, InterventionStatus } from '#core/intervention/intervention.ts';
import type { LocalisedText } from '#core/language.ts';
import type { PublishedPlace } from '#core/places/place.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { CameraProposal } from '#db/results/queries/camera-proposals.ts';
import type { InterventionRow } from '#db/results/queries/interventions.ts';
import { aimOf } from './measured-aim.server.ts';
import { courseOf, coursesOf } from './step-days.server.ts';

/** Who reads: proposals of cameras are not public. */
export type Audience = 'city-hall' | 'anyone';

interface Told {
  /** Of the intervention, or of the proposal of cameras. */
  id: string;
  title: string;
  /** Who answers for it. */
  responsible: string;
  /** The place that it is for, where a district is asked about; else null. */
  placeName: string | null;
  /** Whether it is for a whole district, where a place in it is asked about. */
  isOfDistrict: boolean;
  /**
   * `YYYY-MM-DD`: the first day as it is planned; of what has begun, ended or was given up, when it did.
   */
  on: string;
  /** Whether it is over: done, or given up. */
  hasEnded: boolean;
}

/** An intervention, in one line. */
export interface InterventionAction extends Told {
  what: 'intervention';
  kind: InterventionKind;
  status: InterventionStatus;
  /** The indicator that it aims at; null without one, and where the aim is the place itself. */
  aim: LocalisedText | null;
}

/** A proposal of cameras that is open or decided, in one line. */
export interface CameraAction extends Told {
  what: 'camera';
  status: 'open' | 'decided';
  /** Steps of the city's rule that are confirmed, of how many. */
  confirmed: number;
  steps: number;
}

/** What is being done, or was; an ended intervention is told only where nothing else is. */
export type Action = InterventionAction | CameraAction;

/** What is known of a place, to find what is done there. */
export type ActedPlace = Pick<PublishedPlace, 'placeId' | 'district' | 'cells'>;

/** What is proposed, decided or under way, by where; what ended, where nothing of these is. */
export interface Actions {
  /** In a district, at its places too. */
  district(number: number): Action[];
  /** At a place first, then what is done in the whole of its district. */
  place(place: ActedPlace): Action[];
}

/** Ended interventions that are told of a place or district where nothing else is. */
const mostEnded = 2;

/** Reads the registers once, for a page that asks of many districts and places. */
export function actionsFor(database: ResultsDatabase, audience: Audience): Actions {
  const interventions = database.interventions.all();
  const courses = coursesOf(database);
  const cameras = audience === 'city-hall' ? camerasProposed(database) : [];
  const told = (row: InterventionRow): Action => {
    const { interventionId, title, kind, status, responsible, placeName } = row;
    return {
      what: 'intervention',
      ...{ id: interventionId, title, kind, status, responsible, placeName, isOfDistrict: false },
      on: dayTold(row, courseOf(courses, interventionId)),
      hasEnded: hasEnded(status),
      aim: aimOf(database, row)?.name ?? null,
    };
  };
  const cameraTold = ({ proposal, confirmed }: ProposedCameras): Action => {
    const { proposalId, title, responsible, placeName, status, endedOn, proposedOn } = proposal;
    return {
      what: 'camera',
      ...{ id: proposalId, title, responsible, placeName, isOfDistrict: false, confirmed },
      status: status === 'decided' ? 'decided' : 'open',
      on: endedOn ?? proposedOn,
      hasEnded: false,
      steps: checklistSteps.length,
    };
  };
  const found = (rows: readonly InterventionRow[], proposed: readonly ProposedCameras[]): Action[] => {
    const open = rows.filter(({ status }) => !hasEnded(status));
    return [...open.map(told), ...proposed.map(cameraTold)];
  };
  const ended = (rows: readonly InterventionRow[]): Action[] =>
    rows
      .filter(({ status }) => hasEnded(status))
      .map(told)
      .sort((a, b) => b.on.localeCompare(a.on))
      .slice(0, mostEnded);
  return {
    district: (number) => {
      const rows = interventions.filter(({ district }) => district === number);
      const open = found(
        rows,
        cameras.filter(({ proposal }) => proposal.district === number),
      );
      return open.length > 0 ? open : ended(rows);
    },
    place: (place) => {
      const own = interventions.filter(({ placeId }) => placeId === place.placeId);
      const around = interventions.filter(
        ({ district, placeId }) => placeId === null && district !== null && district === place.district,
      );
      const at = cameras.filter(({ proposal }) => isAt(proposal, place));
      const ofPlace = (actions: Action[]) => actions.map((action) => ({ ...action, placeName: null }));
      const ofDistrict = (actions: Action[]) => actions.map((action) => ({ ...action, isOfDistrict: true }));
      const open = [...ofPlace(found(own, at)), ...ofDistrict(found(around, []))];
      return open.length > 0 ? open : [...ofPlace(ended(own)), ...ofDistrict(ended(around))];
    },
  };
}

interface ProposedCameras {
  proposal: CameraProposal;
  confirmed: number;
}

/** Proposals that are open or decided, without decided ones that a later decision replaced. */
function camerasProposed(database: ResultsDatabase): ProposedCameras[] {
  const told = database.cameraProposals.all().filter(({ status }) => status !== 'dropped');
  const replaced = new Set(told.flatMap(({ status, corrects }) => (status === 'decided' ? corrects : [])));
  const confirmed = database.cameraProposals.confirmedSteps();
  return told
    .filter(({ proposalId }) => !replaced.has(proposalId))
    .map((proposal) => ({ proposal, confirmed: confirmed.get(proposal.proposalId) ?? 0 }));
}

/** Whether cameras are proposed for a place: by its name in a publication, or by a point in its cells. */
function isAt({ placeId, latitude, longitude }: CameraProposal, place: ActedPlace): boolean {
  if (placeId !== null && placeId === place.placeId) return true;
  return place.cells.some((cell) => latLngToCell(latitude, longitude, getResolution(cell)) === cell);
}

function hasEnded(status: InterventionStatus): boolean {
  return status === 'done' || status === 'dropped';
}

function dayTold({ status, startsOn }: InterventionRow, course: ReturnType<typeof courseOf>): string {
  if (status === 'under-way') return course.beganOn ?? startsOn;
  return hasEnded(status) ? (course.endedOn ?? startsOn) : startsOn;
}
