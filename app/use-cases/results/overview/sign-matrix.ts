import { type DistrictSign, districtSign } from '#core/analysis/district-sign.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { leadingFlags, leadingImprovements } from '#core/publication/leading-figures.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import { districtKey } from '#core/sampling/stratum.ts';

/** Every district on every headline indicator. */
export interface MatrixRow {
  district: number;
  /** In the order of the headline indicators. */
  signs: DistrictSign[];
}

export function signMatrix(
  publication: Pick<PublicationDocument, 'flags' | 'indicators' | 'method'>,
  figure: (indicator: string, domain: string) => PublishedEstimate | null,
  districts: readonly number[],
): MatrixRow[] {
  const flags = [...leadingFlags(publication), ...leadingImprovements(publication)];
  const headlines = publication.indicators.filter(({ headline }) => headline);
  return districts.map((district) => ({
    district,
    signs: headlines.map((indicator) =>
      districtSign(
        figure(indicator.id, districtKey(district)),
        indicator,
        publication.method.rule,
        flags.filter((flag) => flag.district === district && flag.indicator === indicator.id),
      ),
    ),
  }));
}
