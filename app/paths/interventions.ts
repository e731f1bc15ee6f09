import { withQuery } from './query.ts';

/** What the register is narrowed to; all of it without any. */
export interface RegisterFilter {
  status?: string;
  kind?: string;
  district?: string;
  responsible?: string;
}

/** What a new intervention begins from: a flag, a place, or a district with an indicator. */
export interface PlanStart {
  /** `wave.district.indicator`. */
  flag?: string;
  place?: string;
  district?: string;
  indicator?: string;
}

/** Addresses of what the city does about its flags, in city hall's area. */
export const interventionPaths = {
  interventions: (filter: RegisterFilter = {}) => withQuery('/results/interventions', { ...filter }),
  /** One intervention; `done` names the act that was just done. */
  intervention: (interventionId: string, done?: string) =>
    withQuery(`/results/interventions/${interventionId}`, { done }),
  edit: (interventionId: string) => `/results/interventions/${interventionId}/edit`,
  plan: (start: PlanStart = {}) => withQuery('/results/interventions/new', { ...start }),
  consultations: (done?: string) => withQuery('/results/consultations', { done }),
} as const;

/** The public register; one intervention is a place in it. */
export const publicInterventionPaths = {
  interventions: (filter: RegisterFilter = {}) => withQuery('/public/interventions', { ...filter }),
  intervention: (interventionId: string) => `/public/interventions#intervention-${interventionId}`,
} as const;
