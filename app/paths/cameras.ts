import { withQuery } from './query.ts';

/** Addresses of the camera register and of proposals, in city hall's area. */
export const cameraPaths = {
  /** Counts, states of the register, proposals; `done` names the act that was just done. */
  cameras: (done?: string) => withQuery('/results/cameras', { done }),
  import: '/results/cameras/import',
  /** A file that waits for a decision. */
  waiting: (importId: number) => `/results/cameras/imports/${importId}`,
  /** A new proposal; `corrects` is the decided one that it is to replace. */
  propose: (start: { corrects?: string; place?: string } = {}) =>
    withQuery('/results/cameras/proposals/new', { ...start }),
  /** One proposal; `done` names the act that was just done, `step` the one that it was done to. */
  proposal: (proposalId: string, done?: string, step?: string) =>
    `${withQuery(`/results/cameras/proposals/${proposalId}`, { done })}${step ? `#step-${step}` : ''}`,
} as const;
