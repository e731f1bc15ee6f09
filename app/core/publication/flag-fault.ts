import { districts } from '../city.ts';
import { isFlagged, needsIntervention, statusOf } from '../flagging/status.ts';
import { districtKey } from '../sampling/stratum.ts';
import type { FlagRuleSettings, PublicationDocument, PublishedFlag } from './document.ts';

/** Published figures are rounded to 0.001: a difference that reached its margin may be shown half of that below it. */
const rounding = 0.0005 + 1e-9;
/** False discovery rates are rounded up to 0.0001. */
const rateRounding = 0.0001 + 1e-9;

/** The rule that a flag breaks when it cannot follow from its own test, figure and history; null when it can. */
export function flagFault(document: PublicationDocument, flag: PublishedFlag): string | null {
  return (
    identityFault(document, flag) ??
    (isTold(flag) ? toldFault(flag, document.method.rule) : withheldFault(flag)) ??
    figureFault(document, flag)
  );
}

function identityFault({ indicators, wave }: PublicationDocument, flag: PublishedFlag): string | null {
  if (!indicators.some(({ id }) => id === flag.indicator)) return 'indicator-unknown';
  if (!districts.some(({ number }) => number === flag.district)) return 'district-unknown';
  if ((flag.kind === 'gap') !== (flag.group !== null)) return 'flag-against-its-kind';
  const earlier = [...flag.history.map(({ waveId }) => waveId), flag.pooledWith ?? ''];
  if (earlier.some((waveId) => waveId >= wave.waveId)) return 'flag-with-later-wave';
  const ordered = flag.history.every(
    ({ waveId }, index) => waveId < (flag.history[index - 1]?.waveId ?? '9'),
  );
  return ordered ? null : 'flag-history-out-of-order';
}

function isTold({ severity }: PublishedFlag): boolean {
  return severity !== 'insufficient';
}

function withheldFault(flag: PublishedFlag): string | null {
  const { estimate, size, lower, upper, n, q, conservativeBurden, status } = flag;
  const told = [estimate, size, lower, upper, n, q, conservativeBurden, status].some((each) => each !== null);
  return told || flag.needsIntervention ? 'insufficient-flag-is-told' : null;
}

function toldFault(flag: PublishedFlag, rule: FlagRuleSettings): string | null {
  const { severity, estimate, size, lower, upper, n, q } = flag;
  if (estimate === null || size === null || lower === null || upper === null || n === null || q === null) {
    return 'flag-without-evidence';
  }
  if (!(lower <= size && size <= upper)) return 'value-outside-interval';
  const lowest = flag.kind === 'gap' ? -1 : 0;
  if (estimate < lowest || estimate > 1) return 'value-out-of-range';
  if (n % 10 !== 0) return 'base-not-rounded';
  const history = flag.history.map((earlier) => earlier.severity);
  if (flag.status !== statusOf(severity, history)) return 'status-against-history';
  if (flag.needsIntervention !== needsIntervention(severity, history)) return 'intervention-against-history';
  return isFlagged(severity) ? severityFault({ kind: flag.kind, severity, size, q }, rule) : null;
}

/** A flag repeats the district's figure, and a level flag its difference from the rest: they are the same numbers. */
function figureFault({ estimates }: PublicationDocument, flag: PublishedFlag): string | null {
  if (!isTold(flag) || flag.kind === 'gap') return null;
  const domain = districtKey(flag.district);
  const figure = estimates.find((each) => each.indicator === flag.indicator && each.domain === domain);
  if (!figure || figure.value !== flag.estimate) return 'flag-against-estimate';
  const difference = flag.kind === 'level' ? figure.versusRest?.difference : undefined;
  return difference === undefined || difference === flag.size ? null : 'flag-against-estimate';
}

interface Evidence extends Pick<PublishedFlag, 'kind' | 'severity'> {
  size: number;
  q: number;
}

/** A severity that its own size and rate cannot carry. What else a watch asks for is not in the document. */
function severityFault({ kind, severity, size, q }: Evidence, rule: FlagRuleSettings): string | null {
  const isAlert = severity === 'alert';
  const rate = kind === 'gap' && !isAlert ? rule.gapWatchFalseDiscoveryRate : rule.falseDiscoveryRate;
  // An absolute watch has no rate of its own family: it is one test.
  const needsRate = isAlert || kind !== 'absolute';
  if (needsRate && q > rate + rateRounding) return 'severity-against-rate';
  const smallest: Partial<Record<PublishedFlag['kind'], number>> = {
    level: rule.levelMargin,
    gap: rule.gapMargin,
    ...(isAlert ? { deterioration: rule.changeMargin, absolute: 0 } : {}),
  };
  return size < (smallest[kind] ?? -1) - rounding ? 'severity-against-size' : null;
}
