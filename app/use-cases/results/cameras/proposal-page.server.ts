import { city } from '#city/city.ts';
import { gazetteer } from '#city/gazetteer.ts';
import {
  type ChecklistStep,
  checklistSteps,
  nextStep,
  positionOf,
  type StepLack,
} from '#core/camera/checklist.ts';
import { type Location, usualReach } from '#core/camera/reach.ts';
import { dayIn } from '#core/fieldwork/wave-time.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { CameraProposal, ProposalMeans, ProposalStep } from '#db/results/queries/camera-proposals.ts';
import type { ConsultationRow } from '#db/results/queries/consultations.ts';
import type { InterventionAct } from '#db/results/queries/interventions.ts';
import { surroundings } from '../map/city-outline.server.ts';
import { publicationById } from '../published/published-results.server.ts';
import { camerasWithin, type NearCamera } from './cameras-within.server.ts';
import { currentStates } from './checked-import.server.ts';
import { isConfirmed, stepLacks } from './proposal-steps.server.ts';
import {
  offeredSurvey,
  type SurveyEvidence,
  type SurveyLink,
  surveyEvidence,
} from './survey-links.server.ts';

/** A step of a proposal's checklist. */
export interface ChecklistItem {
  step: ChecklistStep;
  row: ProposalStep;
  /** What it lacks before it can be confirmed. */
  lacks: StepLack[];
  /** Whether it is the first that is not confirmed. */
  isNext: boolean;
}

/** The surroundings of a proposal, in metres around it. */
export interface PlaceSketch {
  reach: number;
  borders: { number: number; path: string }[];
  /** Outlines of the place's map cells; empty for a point. */
  cells: string;
  cameras: (NearCamera & { x: number; y: number })[];
  stops: { name: string; x: number; y: number }[];
}

/** A proposal with all that its case file says. */
export interface ProposalPage {
  proposal: CameraProposal;
  items: ChecklistItem[];
  /** The step that a decision waits for; null when the checklist is whole. */
  waitsFor: ChecklistStep | null;
  means: ProposalMeans[];
  survey: SurveyEvidence | null;
  /** The link of step 4 as it is stored. */
  surveyLink: SurveyLink | null;
  offered: ReturnType<typeof offeredSurvey>;
  consultations: ConsultationRow[];
  consultation: ConsultationRow | null;
  near: NearCamera[];
  metres: number;
  /** The days of the registers that the cameras are from, by kind; null where no register tells of a kind. */
  registers: { kind: string; asOf: string | null; source: string | null; synthetic: boolean }[];
  sketch: PlaceSketch;
  acts: InterventionAct[];
  correctedBy: string[];
  today: string;
}

/** Half of the side of the sketch, in metres. */
const sketchReach = 600;

/** A proposal; null when there is none. */
export function proposalPage(
  database: ResultsDatabase,
  proposalId: string,
  now: number,
): ProposalPage | null {
  const proposal = database.cameraProposals.proposal(proposalId);
  if (!proposal) return null;
  const steps = database.cameraProposals.stepsOf(proposalId);
  const waitsFor = nextStep((step) => isConfirmed(steps, step));
  const items = checklistSteps.flatMap((step): ChecklistItem[] => {
    const row = steps[positionOf(step) - 1];
    if (!row) return [];
    const lacks = row.confirmedAt === null ? stepLacks(database, row, step, now) : [];
    return [{ step, row, lacks, isNext: step === waitsFor && proposal.status === 'open' }];
  });
  const surveyRow = steps[positionOf('survey') - 1];
  const surveyLink =
    surveyRow?.publicationId == null
      ? null
      : {
          publicationId: surveyRow.publicationId,
          flag: surveyRow.surveyFlag,
          placeId: surveyRow.surveyPlace,
        };
  const consultations = database.consultations.of('camera-proposal', proposalId);
  const chosen = steps[positionOf('council') - 1]?.consultationId ?? null;
  const cells = cellsOf(database, proposal);
  const location: Location = cells.length > 0 ? { cells } : proposal;
  const states = currentStates(database.cameras.states());
  return {
    proposal,
    items,
    waitsFor,
    means: database.cameraProposals.meansOf(proposalId),
    survey: surveyLink && surveyEvidence(database, surveyLink),
    surveyLink,
    offered: offeredSurvey(database, proposal.district),
    consultations,
    consultation: consultations.find(({ consultationId }) => consultationId === chosen) ?? null,
    near: camerasWithin(database, location, usualReach),
    metres: usualReach,
    registers: [...states].map(([kind, state]) => ({
      kind,
      asOf: state?.asOf ?? null,
      source: state?.source ?? null,
      synthetic: state?.synthetic ?? false,
    })),
    sketch: sketchOf(database, proposal, cells),
    acts: database.interventions.actsOf('camera-proposal', proposalId),
    correctedBy: database.cameraProposals
      .all()
      .filter(({ corrects }) => corrects === proposalId)
      .map((other) => other.proposalId),
    today: dayIn(now, city.timeZone),
  };
}

function cellsOf(database: ResultsDatabase, { publicationId, placeId }: CameraProposal): string[] {
  const publication = publicationId === null ? null : publicationById(database, publicationId);
  return publication?.places.find((place) => place.placeId === placeId)?.cells ?? [];
}

function sketchOf(
  database: ResultsDatabase,
  proposal: CameraProposal,
  cells: readonly string[],
): PlaceSketch {
  const drawing = surroundings(proposal, sketchReach);
  const isInside = ({ x, y }: { x: number; y: number }) =>
    Math.abs(x) < sketchReach && Math.abs(y) < sketchReach;
  return {
    reach: sketchReach,
    borders: drawing.borders,
    cells: drawing.pathOfCells(cells),
    cameras: camerasWithin(database, proposal, sketchReach * 1.5)
      .map((camera) => ({ ...camera, ...drawing.pointOf(camera) }))
      .filter(isInside),
    stops: gazetteer.map((stop) => ({ name: stop.name, ...drawing.pointOf(stop) })).filter(isInside),
  };
}
