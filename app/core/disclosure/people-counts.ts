import { minimumAnswers } from '../estimation/intervals/minimum-base.ts';
import type { PublishedWave } from '../fieldwork/published-wave.ts';
import type { PublishedOutcome } from '../publication/published-outcome.ts';
import { roundBase, roundShare, roundTo } from './rounding.ts';

/** The head of a publication: respondents only in tens, modes as `publishableModes` shows them. */
export function publishableWave(wave: PublishedWave): PublishedWave {
  return { ...wave, respondents: roundBase(wave.respondents), modes: publishableModes(wave) };
}

/** Response by mode is shown in whole percent, and only for modes that 10 people or more used. */
export function publishableModes({
  modes,
  respondents,
}: Pick<PublishedWave, 'modes' | 'respondents'>): PublishedWave['modes'] {
  return modes
    .filter(({ share }) => share * respondents >= minimumAnswers)
    .map(({ mode, share }) => ({ mode, share: roundTo(share, 2) }));
}

/**
 * Outcome rates by district: a district with fewer than 10 respondents is left out, and so is the next
 * smallest, so that the city's row does not give the one away.
 */
export function publishableOutcomes(outcomes: readonly PublishedOutcome[]): PublishedOutcome[] {
  const respondents = ({ complete, partial }: PublishedOutcome): number => complete + partial;
  const districts = outcomes
    .filter(({ domain }) => domain !== 'city')
    .sort((a, b) => respondents(a) - respondents(b));
  const small = districts.filter((outcome) => respondents(outcome) < minimumAnswers).length;
  const left = new Set(districts.slice(0, small === 1 ? 2 : small));
  return outcomes
    .filter((outcome) => !left.has(outcome) && respondents(outcome) >= minimumAnswers)
    .map((outcome) => ({
      domain: outcome.domain,
      issued: roundBase(outcome.issued),
      complete: roundBase(outcome.complete),
      partial: roundBase(outcome.partial),
      eligibilityRate: roundShare(outcome.eligibilityRate),
      responseRate2: roundShare(outcome.responseRate2),
      responseRate3: roundShare(outcome.responseRate3),
      cooperationRate2: roundShare(outcome.cooperationRate2),
      refusalRate2: roundShare(outcome.refusalRate2),
      contactRate2: roundShare(outcome.contactRate2),
    }));
}
