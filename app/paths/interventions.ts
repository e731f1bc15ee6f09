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

/** What a register shows: as its filter, with null where it is not narrowed. */
interface ShownRegister {
  status: string | null;
  kind: string | null;
  district: number | null;
  responsible: string | null;
}

const filterOf = ({ status, kind, district, responsible }: ShownRegister) => ({
  status: status ?? undefined,
  kind: kind ?? undefined,
  district: district === null ? undefined : String(district),
  responsible: responsible ?? undefined,
});

const all: ShownRegister = { status: null, kind: null, district: null, responsible: null };

/** The register as a file, narrowed as its page: `register.csv`, `-semicolon.csv`, `.xlsx`. */
export const registerFilePaths = {
  ofCity: (file: string, shown: ShownRegister = all) =>
    withQuery(`/results/data/register/${file}`, filterOf(shown)),
  ofAnyone: (file: string, shown: ShownRegister = all) =>
    withQuery(`/public/data/register/${file}`, filterOf(shown)),
} as const;

/** The public register; one intervention is a place in it. */
export const publicInterventionPaths = {
  interventions: (filter: RegisterFilter = {}) => withQuery('/public/interventions', { ...filter }),
  intervention: (interventionId: string) => `/public/interventions#intervention-${interventionId}`,
} as const;
