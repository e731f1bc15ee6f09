import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { InterventionKind, InterventionStatus, Opinion } from '#core/intervention/intervention.ts';
import { record } from '#core/text/json-fields.ts';
import { checkedJson } from '../../checked-json.ts';

/** What the city does, or means to do, about a district or a place. */
export const interventions = sqliteTable('interventions', {
  interventionId: text('intervention_id').primaryKey(),
  /** Counts one on with every change. */
  revision: integer('revision').notNull(),
  title: text('title').notNull(),
  kind: text('kind').$type<InterventionKind>().notNull(),
  description: text('description').notNull(),
  /** Of a place too, where the place lies in one. */
  district: integer('district'),
  placeId: text('place_id'),
  placeName: text('place_name'),
  /** Who answers for it. */
  responsible: text('responsible').notNull(),
  /** Days `YYYY-MM-DD`, as all that end in `On`. */
  proposedOn: text('proposed_on').notNull(),
  startsOn: text('starts_on').notNull(),
  endsOn: text('ends_on'),
  /** Whole złoty. */
  cost: integer('cost'),
  aimIndicator: text('aim_indicator'),
  /** Percentage points by which the indicator is to improve. */
  aimSize: real('aim_size'),
  /** The flag that it answers: `wave.district.indicator`. */
  flag: text('flag'),
  /** Waves whose figures raised it, parted by spaces; empty without one. */
  flagWaves: text('flag_waves').notNull(),
  /** Addresses and document numbers, one a line. */
  documents: text('documents').notNull(),
  /** Written by the database, from the last step. */
  status: text('status').$type<InterventionStatus>().notNull(),
  decidedOn: text('decided_on'),
  synthetic: integer('synthetic', { mode: 'boolean' }).notNull(),
});

/** How an intervention came to its status. */
export const interventionSteps = sqliteTable(
  'intervention_steps',
  {
    interventionId: text('intervention_id').notNull(),
    position: integer('position').notNull(),
    status: text('status').$type<InterventionStatus>().notNull(),
    stepOn: text('step_on').notNull(),
    reason: text('reason').notNull(),
    at: integer('at').notNull(),
    actor: text('actor').notNull(),
    actorName: text('actor_name').notNull(),
  },
  (table) => [primaryKey({ columns: [table.interventionId, table.position] })],
);

/** What a proposal is put to a district council as, and what the council said. */
export const consultations = sqliteTable('consultations', {
  consultationId: text('consultation_id').primaryKey(),
  subject: text('subject', { enum: ['intervention', 'camera-proposal'] }).notNull(),
  subjectId: text('subject_id').notNull(),
  /** What was asked, as it was sent. */
  title: text('title').notNull(),
  district: integer('district').notNull(),
  proposedOn: text('proposed_on').notNull(),
  sentOn: text('sent_on').notNull(),
  dueOn: text('due_on').notNull(),
  sentAt: integer('sent_at').notNull(),
  sentBy: text('sent_by').notNull(),
  sentByName: text('sent_by_name').notNull(),
  /** Null, with all that follows, until the council has answered; given once. */
  opinion: text('opinion').$type<Opinion>(),
  opinionText: text('opinion_text'),
  resolutionNumber: text('resolution_number'),
  givenOn: text('given_on'),
  givenAt: integer('given_at'),
  givenBy: text('given_by'),
  givenByName: text('given_by_name'),
});

/** Districts or places that an intervention is compared with. */
export const interventionComparisons = sqliteTable(
  'intervention_comparisons',
  {
    interventionId: text('intervention_id').notNull(),
    /** The key of a district, or the id of a place. */
    area: text('area').notNull(),
    areaKind: text('area_kind', { enum: ['district', 'place'] }).notNull(),
    /** Of a place as it was called when it was chosen. */
    name: text('name').notNull(),
  },
  (table) => [primaryKey({ columns: [table.interventionId, table.area] })],
);

/** From when on the comparison of an intervention cannot change. */
export const interventionFreezes = sqliteTable('intervention_freezes', {
  interventionId: text('intervention_id').primaryKey(),
  at: integer('at').notNull(),
  actor: text('actor').notNull(),
  actorName: text('actor_name').notNull(),
});

/** Publications that the city had when a comparison was frozen; the database writes them. */
export const interventionKnownPublications = sqliteTable(
  'intervention_known_publications',
  {
    interventionId: text('intervention_id').notNull(),
    publicationId: text('publication_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.interventionId, table.publicationId] })],
);

/** Who did what to an intervention or a consultation, and what it changed. */
export const interventionActs = sqliteTable('intervention_acts', {
  actId: integer('act_id').primaryKey(),
  subject: text('subject', { enum: ['intervention', 'camera-proposal'] }).notNull(),
  subjectId: text('subject_id').notNull(),
  at: integer('at').notNull(),
  actor: text('actor').notNull(),
  actorName: text('actor_name').notNull(),
  act: text('act').notNull(),
  detail: checkedJson('intervention_acts', 'detail', record).notNull(),
});
