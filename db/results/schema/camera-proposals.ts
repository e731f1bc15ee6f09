import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { OtherMeans, ProposalStatus } from '#core/camera/checklist.ts';

/** Proposals of new cameras; days are `YYYY-MM-DD`. */
export const cameraProposals = sqliteTable('camera_proposals', {
  proposalId: text('proposal_id').primaryKey(),
  /** Counts one on with every change, of its steps too. */
  revision: integer('revision').notNull(),
  title: text('title').notNull(),
  /** The threat that the cameras are to meet. */
  threat: text('threat').notNull(),
  cameras: integer('cameras').notNull(),
  /** Who answers for it. */
  responsible: text('responsible').notNull(),
  district: integer('district').notNull(),
  latitude: real('latitude').notNull(),
  longitude: real('longitude').notNull(),
  /** With `placeId`, where it is proposed for a place of a publication. */
  publicationId: text('publication_id'),
  placeId: text('place_id'),
  placeName: text('place_name').notNull(),
  proposedOn: text('proposed_on').notNull(),
  corrects: text('corrects'),
  status: text('status').$type<ProposalStatus>().notNull(),
  /** The decision with its number, or why it was given up. */
  ending: text('ending'),
  endedOn: text('ended_on'),
  endedByName: text('ended_by_name'),
  synthetic: integer('synthetic', { mode: 'boolean' }).notNull(),
  editedAt: integer('edited_at').notNull(),
  editedByName: text('edited_by_name').notNull(),
});

/** The city's rule for a proposal, a step a row. */
export const cameraProposalSteps = sqliteTable(
  'camera_proposal_steps',
  {
    proposalId: text('proposal_id').notNull(),
    /** `positionOf` its step. */
    position: integer('position').notNull(),
    revision: integer('revision').notNull(),
    findings: text('findings').notNull(),
    source: text('source').notNull(),
    evidenceOn: text('evidence_on'),
    publicationId: text('publication_id'),
    surveyFlag: text('survey_flag'),
    surveyPlace: text('survey_place'),
    consultationId: text('consultation_id'),
    editedAt: integer('edited_at').notNull(),
    editedByName: text('edited_by_name').notNull(),
    confirmedAt: integer('confirmed_at'),
    confirmedBy: text('confirmed_by'),
    confirmedByName: text('confirmed_by_name'),
    /** Why the last confirmation was taken back. */
    takenBack: text('taken_back'),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.position] })],
);

/** What else was tried, since when, and why it did not suffice. */
export const cameraProposalMeans = sqliteTable(
  'camera_proposal_means',
  {
    proposalId: text('proposal_id').notNull(),
    number: integer('number').notNull(),
    means: text('means').$type<OtherMeans>().notNull(),
    since: text('since').notNull(),
    until: text('until'),
    whyNot: text('why_not').notNull(),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.number] })],
);
