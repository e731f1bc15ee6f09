import { type OutcomeGroup, outcomeGroup } from './outcome-rates.ts';

/** What happened to a case, in the order in which it decides the disposition: the first that is there. */
const dispositions = [
  ['withdrawn', '2.11'],
  ['completed', '1.1'],
  ['partial', '1.2'],
  ['screened-out', '4.10'],
  ['moved-away', '4.10'],
  ['deceased', '2.31'],
  ['refused', '2.11'],
  ['refused-by-other', '2.11'],
  ['broke-off', '2.12'],
  ['started', '2.12'],
  ['unable', '2.32'],
  ['language-barrier', '2.33'],
  ['no-contact', '2.20'],
  ['opened', '3.21'],
  ['undeliverable', '3.30'],
  ['called', '3.20'],
  ['reminder-sent', '3.19'],
  ['letter-sent', '3.19'],
] as const;

/** Whether people can still answer: until then a questionnaire begun and not sent has no outcome. */
export type FieldworkState = 'running' | 'over';

/**
 * Why a released case has no outcome yet: its questionnaire is begun and not sent, or no letter has a code
 * for it.
 */
export type Unresolved = 'unsent' | 'uninvited';

/**
 * AAPOR's final disposition code of a released case from the kinds of its events, in the mode of mail or web
 * surveys of named persons (method 3.2): what a person did decides before what was found out about them, and
 * that before what was sent. A case to which nothing was sent is 3.11. Unknown kinds of events decide
 * nothing.
 */
export function dispositionOf(events: ReadonlySet<string>): string {
  return decidingEvent(events)?.[1] ?? '3.11';
}

/**
 * The outcome group of a released case, I, P, R, NC, O, UH, UO or NE; while the fieldwork runs, what it waits
 * for.
 */
export function outcomeOf(events: ReadonlySet<string>, fieldwork: FieldworkState): OutcomeGroup | Unresolved {
  if (fieldwork === 'running') {
    if (decidingEvent(events)?.[0] === 'started') return 'unsent';
    if (!wasInvited(events)) return 'uninvited';
  }
  return outcomeGroup(dispositionOf(events));
}

function decidingEvent(events: ReadonlySet<string>) {
  return dispositions.find(([kind]) => events.has(kind));
}

/** Whether anything reached out to the person, a code for the letter at the least. */
function wasInvited(events: ReadonlySet<string>): boolean {
  return [...events].some((kind) => kind !== 'code-revoked');
}
