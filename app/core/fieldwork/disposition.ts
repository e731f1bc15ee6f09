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

/**
 * AAPOR's final disposition code of a released case from the kinds of its events, in the mode of mail or web surveys of
 * named persons (method 3.2): what a person did decides before what was found out about them, and that before what was
 * sent. A case to which nothing was sent is 3.11. Unknown kinds of events decide nothing.
 */
export function dispositionOf(events: ReadonlySet<string>): string {
  return dispositions.find(([kind]) => events.has(kind))?.[1] ?? '3.11';
}

/** The outcome group of a released case: I, P, R, NC, O, UH, UO or NE. */
export function outcomeOf(events: ReadonlySet<string>): OutcomeGroup {
  return outcomeGroup(dispositionOf(events));
}
