import { earlierStep, outsideStep, reviewStep } from '#core/questionnaire/lint/platform-names.ts';

/** Addresses of the resident's pages. */
export const residentPaths = {
  invitation: '/s',
  start: '/s/start',
  /** The page that asks for the code, saying that no begun questionnaire was found. */
  startWithoutVisit: '/s/start?no-visit',
  /** Behind a letter's QR code. The code stands after `#`, which no browser ever sends. */
  startWithCode: (code: string) => `/s/start#K=${code}`,
  /** Takes the saves of a page's scripts. */
  draft: '/s/draft',
  /** All pages of a wave's questionnaire in a language, as they are under this digest and stay. */
  wording: (wave: string, language: string, digest: string) => `/s/wording/${wave}/${language}/${digest}`,
  earlier: '/s/earlier',
  review: '/s/review',
  receipt: '/s/receipt',
  outside: '/s/outside',
  closed: '/s/closed',
  privacy: '/s/privacy',
  withdraw: '/s/withdraw',
  leave: '/s/leave',
  page: questionnairePath,
  step: stepPath,
  /** A page that lacks answers, which it then says. */
  stepWithMissing: (step: string) => `${stepPath(step)}?missing`,
} as const;

/** A page of the questionnaire. */
function questionnairePath(name: string): string {
  return `/s/questionnaire/${name}`;
}

/**
 * Where a step of the questionnaire is: a page of it, the review behind the last, or what is asked before the
 * first.
 */
function stepPath(step: string): string {
  if (step === reviewStep) return residentPaths.review;
  if (step === outsideStep) return residentPaths.outside;
  return step === earlierStep ? residentPaths.earlier : questionnairePath(step);
}
