import type { PublishedFlag } from '#core/flagging/flag.ts';
import { districtsInOrder } from '#core/flagging/flag-order.ts';
import { type FlagSince, flagSince } from '#core/flagging/flag-since.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { leadingFlags } from '#core/publication/leading-figures.ts';
import type { FlaggedIndicator } from '../flag-evidence.server.ts';

/** Why a district needs intervention: one flag, and since when it stands. */
export interface ActReason {
  flag: PublishedFlag;
  indicator: FlaggedIndicator;
  since: FlagSince;
}

/** A district that needs intervention, with every reason, the one of most people first. */
export interface DistrictLine {
  district: number;
  reasons: ActReason[];
  /** The largest conservative burden among the reasons, by which the lines are in order; 0 without one. */
  burden: number;
}

/** The districts that need intervention, in the order of `districtsInOrder`. */
export function districtLines(
  publication: Pick<PublicationDocument, 'flags' | 'indicators'>,
): DistrictLine[] {
  const byId = new Map(publication.indicators.map((indicator) => [indicator.id, indicator]));
  const lines = new Map<number, DistrictLine>();
  for (const flag of leadingFlags(publication)) {
    const indicator = byId.get(flag.indicator);
    if (!flag.needsIntervention || !indicator) continue;
    const { id, kind, direction, name, base, result } = indicator;
    const line = lines.get(flag.district) ?? { district: flag.district, reasons: [], burden: 0 };
    line.reasons.push({
      flag,
      indicator: { id, kind, direction, name, base, result },
      since: flagSince(flag),
    });
    line.burden = Math.max(line.burden, flag.conservativeBurden ?? 0);
    lines.set(flag.district, line);
  }
  for (const { reasons } of lines.values()) {
    reasons.sort((a, b) => peopleOf(b) - peopleOf(a) || (b.flag.size ?? 0) - (a.flag.size ?? 0));
  }
  return districtsInOrder(lines.values());
}

/** Districts with a watch that calls for nothing yet, by number, those that need intervention left out. */
export function watchedDistricts(
  publication: Pick<PublicationDocument, 'flags'>,
  acting: readonly Pick<DistrictLine, 'district'>[],
): number[] {
  const left = new Set(acting.map(({ district }) => district));
  const watched = leadingFlags(publication).filter(
    ({ severity, needsIntervention, district }) =>
      severity === 'watch' && !needsIntervention && !left.has(district),
  );
  return [...new Set(watched.map(({ district }) => district))].sort((a, b) => a - b);
}

/** What is new in a district: of several reasons the one that tells a change over time, or else the first. */
export interface NewReason extends ActReason {
  district: number;
}

/**
 * Districts with a reason that was not there in the wave before, where there was one to tell, in the order of
 * the lines.
 */
export function newReasons(lines: readonly DistrictLine[]): NewReason[] {
  return lines.flatMap(({ district, reasons }) => {
    const recent = reasons.filter(({ since }) => since.kind === 'new' || since.kind === 'again');
    const told = recent.find(({ flag }) => flag.kind === 'deterioration') ?? recent[0];
    return told ? [{ ...told, district }] : [];
  });
}

function peopleOf({ flag }: ActReason): number {
  return flag.conservativeBurden ?? 0;
}
