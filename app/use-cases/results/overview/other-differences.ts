import { judgementOf, standingOf } from '#core/analysis/rest-comparison.ts';
import type { LocalisedText } from '#core/language.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { districtKey } from '#core/sampling/stratum.ts';

/** An indicator that raises no flags, and the districts that its test sets apart from the others. */
export interface OtherDifference {
  indicator: Pick<PublishedIndicator, 'id' | 'name'>;
  /** For an indicator without a bad end, those above and those below. */
  ends: { end: 'worse' | 'better' | 'higher' | 'lower'; districts: number[] }[];
}

/** Indicators of one page of the questionnaire. */
export interface OtherDifferences {
  topic: LocalisedText;
  differences: OtherDifference[];
}

/**
 * Clear differences beyond the headline indicators, by topic. An indicator of the same question as a headline
 * one would tell the same again.
 */
export function otherDifferences(
  { indicators, method }: Pick<PublicationDocument, 'indicators' | 'method'>,
  figure: (indicator: string, domain: string) => PublishedEstimate | null,
  districts: readonly number[],
): OtherDifferences[] {
  const asked = new Set(
    indicators.flatMap(({ headline, derivedFrom }) =>
      headline && derivedFrom ? [derivedFrom.variable] : [],
    ),
  );
  const topics = new Map<string, OtherDifferences>();
  for (const indicator of indicators) {
    if (indicator.headline || (indicator.derivedFrom && asked.has(indicator.derivedFrom.variable))) continue;
    const found = new Map<string, number[]>();
    for (const district of districts) {
      const standing = standingOf(figure(indicator.id, districtKey(district)), indicator, method.rule);
      if (standing === 'even' || standing === 'untold') continue;
      const judgement = judgementOf(standing, indicator);
      const end = judgement === 'neutral' ? standing : judgement;
      found.set(end, [...(found.get(end) ?? []), district]);
    }
    if (found.size === 0) continue;
    const ends = (['worse', 'higher', 'better', 'lower'] as const).flatMap((end) => {
      const there = found.get(end);
      return there ? [{ end, districts: there }] : [];
    });
    const { id, name, page, topic } = indicator;
    const entry = topics.get(page) ?? { topic, differences: [] };
    entry.differences.push({ indicator: { id, name }, ends });
    topics.set(page, entry);
  }
  return [...topics.values()];
}
