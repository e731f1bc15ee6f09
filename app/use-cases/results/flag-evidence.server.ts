import type { PublishedFlag } from '#core/flagging/flag.ts';
import { gapDomains } from '#core/flagging/gap-groups.ts';
import { isFlagged, isProblem } from '#core/flagging/status.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { type ShownFigure, yearFigure } from './figure-basis.server.ts';
import { publishedEstimate } from './published/published-results.server.ts';

/** What is told of a flagged indicator. */
export type FlaggedIndicator = Pick<
  PublishedIndicator,
  'id' | 'kind' | 'direction' | 'name' | 'base' | 'result'
>;

/** A flag with what it rests on. */
export interface FlagEvidence {
  flag: PublishedFlag;
  indicator: FlaggedIndicator;
  /** The district's figure with its margin; null when it is not published. */
  estimate: PublishedEstimate | null;
  /** Of the wave alone, where the flag and the figure rest on two waves together. */
  alone: PublishedEstimate | null;
  /**
   * For a gap: the published figures of its groups in the district, this wave first, then the wave pooled
   * with it.
   */
  groups: { waveId: string; estimates: PublishedEstimate[] }[];
}

/** What could not be judged, gathered: one line for all districts of an indicator. */
export interface InsufficientFlags {
  kind: PublishedFlag['kind'];
  group: string | null;
  indicator: FlaggedIndicator;
  districts: number[];
}

/**
 * The flags with what each rests on, in their order; a flag of an indicator that is not published is left
 * out.
 */
export function evidenceOf(
  database: ResultsDatabase,
  publication: PublicationDocument,
  flags: readonly PublishedFlag[],
): FlagEvidence[] {
  const { wave, indicators } = publication;
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  return flags.flatMap((flag): FlagEvidence[] => {
    const indicator = byId.get(flag.indicator);
    if (!indicator) return [];
    const { id, kind, direction, name, base, result } = indicator;
    const figure = (waveId: string, domain: string) => publishedEstimate(database, waveId, id, domain);
    const sides = flag.group === null ? [] : gapDomains(flag.group, flag.district);
    const waveIds = flag.pooledWith === null ? [wave.waveId] : [wave.waveId, flag.pooledWith];
    return [
      {
        flag,
        indicator: { id, kind, direction, name, base, result },
        ...districtFigure(publication, flag, figure(wave.waveId, districtKey(flag.district))),
        groups: waveIds
          .map((waveId) => ({ waveId, estimates: sides.flatMap((domain) => figure(waveId, domain) ?? []) }))
          .filter(({ estimates }) => estimates.length > 0),
      },
    ];
  });
}

/** The figure that a flag rests on; of a gap, the wave's own, beside those of its groups. */
function districtFigure(
  publication: PublicationDocument,
  { basis, group, indicator, district }: PublishedFlag,
  ofWave: PublishedEstimate | null,
): ShownFigure {
  const ofYear =
    basis === 'rolling-year' && group === null
      ? yearFigure(publication, indicator, districtKey(district))
      : null;
  return ofYear ? { estimate: ofYear, alone: ofWave } : { estimate: ofWave, alone: null };
}

/** Whether a problem is flagged in this wave: none that was lifted, and none that could not be judged. */
export function isRaised({ flag: { kind, severity } }: FlagEvidence): boolean {
  return isProblem(kind) && isFlagged(severity);
}

export function insufficientLines(evidence: readonly FlagEvidence[]): InsufficientFlags[] {
  const lines = new Map<string, InsufficientFlags>();
  for (const { flag, indicator } of evidence) {
    if (flag.severity !== 'insufficient') continue;
    const { kind, group, district } = flag;
    const key = JSON.stringify([kind, group, indicator.id]);
    const line = lines.get(key) ?? { kind, group, indicator, districts: [] };
    line.districts.push(district);
    lines.set(key, line);
  }
  return [...lines.values()];
}
