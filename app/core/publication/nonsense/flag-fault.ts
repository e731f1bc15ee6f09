import { districts } from '#city/city.ts';
import type { PublishedFlag } from '../../flagging/flag.ts';
import type { FlagRuleSettings } from '../../flagging/rule-settings.ts';
import { isFlagged, isProblem, needsIntervention, statusOf } from '../../flagging/status.ts';
import { districtKey } from '../../sampling/stratum.ts';
import type { PublicationDocument } from '../document.ts';

/**
 * Published figures are rounded to 0.001: a difference that reached its margin may be shown half of that
 * below it.
 */
const rounding = 0.0005 + 1e-9;
/** False discovery rates are rounded up to 0.0001. */
const rateRounding = 0.0001 + 1e-9;

/**
 * The rule that a flag breaks when it cannot follow from its own test, figure and history; null when it can.
 */
export function flagFault(document: PublicationDocument, flag: PublishedFlag): string | null {
  const { rule } = document.method;
  return (
    identityFault(document, flag) ??
    (isTold(flag)
      ? (evidenceFault(flag) ?? historyFault(flag, rule) ?? severityFault(flag, rule))
      : withheldFault(flag)) ??
    figureFault(document, flag)
  );
}

function identityFault({ indicators, wave }: PublicationDocument, flag: PublishedFlag): string | null {
  if (!indicators.some(({ id }) => id === flag.indicator)) return 'indicator-unknown';
  if (!districts.some(({ number }) => number === flag.district)) return 'district-unknown';
  if ((flag.kind === 'gap') !== (flag.group !== null)) return 'flag-against-its-kind';
  // An improvement is told where it was found, and calls for nothing.
  const isIdle = isFlagged(flag.severity) && !flag.needsIntervention && flag.rollingYearQ === null;
  if (!isProblem(flag.kind) && !isIdle) return 'flag-against-its-kind';
  if ((flag.basis === 'rolling-year') !== (flag.pooledWith !== null)) return 'flag-against-its-basis';
  const past = flag.history.map(({ waveId }) => waveId);
  const earlier = [...past, flag.pooledWith ?? '', flag.againstPooledWith ?? ''];
  if (earlier.some((waveId) => waveId >= wave.waveId)) return 'flag-with-later-wave';
  const isOrdered = past.every((waveId, index) => index === 0 || waveId < (past[index - 1] ?? ''));
  return isOrdered ? null : 'flag-history-out-of-order';
}

function isTold({ severity }: PublishedFlag): boolean {
  return severity !== 'insufficient';
}

function withheldFault(flag: PublishedFlag): string | null {
  const { estimate, size, lower, upper, n, q, rollingYearQ, conservativeBurden, status } = flag;
  const evidence = [estimate, size, lower, upper, n, q, rollingYearQ, conservativeBurden, status];
  return evidence.some((each) => each !== null) || flag.needsIntervention
    ? 'insufficient-flag-is-told'
    : null;
}

function evidenceFault({ kind, estimate, size, lower, upper, n, q }: PublishedFlag): string | null {
  if (estimate === null || size === null || lower === null || upper === null || n === null || q === null) {
    return 'flag-without-evidence';
  }
  if (!(lower <= size && size <= upper)) return 'value-outside-interval';
  if (estimate < (kind === 'gap' ? -1 : 0) || estimate > 1) return 'value-out-of-range';
  return n % 10 === 0 ? null : 'base-not-rounded';
}

/**
 * Status and call for an intervention as the rule's own functions give them, where the history is told whole.
 */
function historyFault(flag: PublishedFlag, { falseDiscoveryRate }: FlagRuleSettings): string | null {
  const { kind, severity, basis, leads, rollingYearQ } = flag;
  if (!leads && flag.needsIntervention) return 'intervention-against-history';
  const history = flag.history.map((past) => past.severity);
  // What was hidden in an earlier wave stands here as insufficient, and may have been a flag.
  if (history.includes('insufficient')) return null;
  if (flag.status !== statusOf(severity, history, basis)) return 'status-against-history';
  const isNeeded = (ofYear: 'alert' | null) =>
    leads && isProblem(kind) && needsIntervention(severity, history, ofYear);
  const possible = [isNeeded(null)];
  if (rollingYearQ === null || rollingYearQ <= falseDiscoveryRate + rateRounding)
    possible.push(isNeeded('alert'));
  return possible.includes(flag.needsIntervention) ? null : 'intervention-against-history';
}

/** A severity that its own size and rate cannot carry. What else a watch asks for is not in the document. */
function severityFault({ kind, severity, size, q }: PublishedFlag, rule: FlagRuleSettings): string | null {
  if (!isFlagged(severity)) return null;
  const isAlert = severity === 'alert';
  // An absolute watch is judged by its own test alone, and two changes in a row by their sum.
  const hasRate = isAlert || kind === 'level' || kind === 'gap';
  const rate = kind === 'gap' && !isAlert ? rule.gapWatchFalseDiscoveryRate : rule.falseDiscoveryRate;
  if (hasRate && (q ?? 1) > rate + rateRounding) return 'severity-against-rate';
  const smallest = {
    level: rule.levelMargin,
    gap: rule.gapMargin,
    absolute: 0,
    deterioration: isAlert ? rule.changeMargin : -1,
    improvement: isAlert ? rule.changeMargin : -1,
  }[kind];
  const reached = kind === 'improvement' ? -(size ?? 1) : (size ?? -1);
  return reached < smallest - rounding ? 'severity-against-size' : null;
}

/**
 * A flag repeats the district's figure, and a level flag its difference from the rest: they are the same
 * numbers.
 */
function figureFault(document: PublicationDocument, flag: PublishedFlag): string | null {
  if (!isTold(flag) || flag.kind === 'gap') return null;
  const domain = districtKey(flag.district);
  const figures = flag.basis === 'wave' ? document.estimates : (document.rollingYear?.estimates ?? []);
  const figure = figures.find((each) => each.indicator === flag.indicator && each.domain === domain);
  if (!figure || figure.value !== flag.estimate) return 'flag-against-estimate';
  const difference = flag.kind === 'level' ? figure.versusRest?.difference : undefined;
  return difference === undefined || difference === flag.size ? null : 'flag-against-estimate';
}
