/**
 * The city's own rule for new cameras, in its order: data of police and municipal guard; requests of
 * residents and units; footage and cameras that there are; this survey; which other means were tried and
 * did not suffice; an assessment of privacy; the district council (answer of the city to project 230 of the
 * citizens' budget of 2023; art. 9a of the Act on municipal self-government).
 */
export const checklistSteps = [
  'services',
  'requests',
  'footage',
  'survey',
  'means',
  'privacy',
  'council',
] as const;

/** One of them. */
export type ChecklistStep = (typeof checklistSteps)[number];

/** Steps are stored by their place in the rule, from 1. */
export function positionOf(step: ChecklistStep): number {
  return checklistSteps.indexOf(step) + 1;
}

/** Other means than a camera. */
export const otherMeans = [
  'light',
  'upkeep',
  'patrols',
  'prevention',
  'alcohol',
  'venue',
  'traffic',
  'event',
  'other',
] as const;

/** One of them. */
export type OtherMeans = (typeof otherMeans)[number];

/** How far a proposal is; the last two are ends. */
export const proposalStatuses = ['open', 'decided', 'dropped'] as const;

/** One of them. */
export type ProposalStatus = (typeof proposalStatuses)[number];

/** The first step that is not confirmed; null when all are. */
export function nextStep(confirmed: (step: ChecklistStep) => boolean): ChecklistStep | null {
  return checklistSteps.find((step) => !confirmed(step)) ?? null;
}

/** What a step still lacks before it can be confirmed. */
export type StepLack =
  | 'findings'
  | 'source'
  | 'day'
  | 'future-day'
  | 'survey'
  | 'means'
  | 'means-later'
  | 'consultation'
  | 'no-opinion-yet'
  | 'asked-before-evidence';

/** What of a step is looked at before it is confirmed. */
export interface StepEvidence {
  findings: string;
  source: string;
  /** `YYYY-MM-DD`, as all days. */
  evidenceOn: string | null;
  /** Whether a flag or a place of a publication is named. */
  hasSurvey: boolean;
  /** First days of the other means. */
  meansSince: readonly string[];
  /**
   * The consultation: null where none is chosen. Evidence that was confirmed after it was sent is not what
   * the council was asked about.
   */
  consultation: { givenOn: string | null; dueOn: string; isOlderThanEvidence: boolean } | null;
}

/**
 * What a step lacks on a day; empty when it may be confirmed, once those before it are. The database asks the
 * same.
 */
export function lacksOf(step: ChecklistStep, evidence: StepEvidence, today: string): StepLack[] {
  const lacks: StepLack[] = [];
  if (evidence.findings.trim() === '') lacks.push('findings');
  if (step !== 'survey' && step !== 'means' && step !== 'council') {
    if (evidence.source.trim() === '') lacks.push('source');
    if (evidence.evidenceOn === null) lacks.push('day');
    else if (evidence.evidenceOn > today) lacks.push('future-day');
  }
  if (step === 'survey' && !evidence.hasSurvey) lacks.push('survey');
  if (step === 'means') {
    if (evidence.meansSince.length === 0) lacks.push('means');
    if (evidence.meansSince.some((since) => since > today)) lacks.push('means-later');
  }
  if (step === 'council') {
    if (evidence.consultation === null) lacks.push('consultation');
    else if (evidence.consultation.isOlderThanEvidence) lacks.push('asked-before-evidence');
    else if (evidence.consultation.givenOn === null && evidence.consultation.dueOn >= today)
      lacks.push('no-opinion-yet');
  }
  return lacks;
}
