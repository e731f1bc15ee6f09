/** What the city can do about a place or a district that people do not feel safe in. */
export const interventionKinds = [
  'light',
  'upkeep',
  'patrols',
  'prevention',
  'alcohol',
  'venue',
  'traffic',
  'event',
  'camera',
] as const;

/** One of them; `prevention` is outreach of the prevention centre, `alcohol` control of its sale. */
export type InterventionKind = (typeof interventionKinds)[number];

/** How far an intervention is. */
export const interventionStatuses = [
  'proposed',
  'consulted',
  'decided',
  'under-way',
  'done',
  'dropped',
] as const;

/** One of them; the last two are ends. */
export type InterventionStatus = (typeof interventionStatuses)[number];

const next: Readonly<Record<InterventionStatus, readonly InterventionStatus[]>> = {
  proposed: ['consulted', 'dropped'],
  consulted: ['decided', 'dropped'],
  decided: ['under-way', 'dropped'],
  'under-way': ['done', 'dropped'],
  done: [],
  dropped: [],
};

/** Steps that may follow a status, the way on first; the database refuses every other one too. */
export function nextStatuses(status: InterventionStatus): readonly InterventionStatus[] {
  return next[status];
}

/** What a district council may say of a proposal. */
export const opinions = ['for', 'against', 'conditions'] as const;

/** One of them; `conditions` is for, with conditions that its text states. */
export type Opinion = (typeof opinions)[number];
