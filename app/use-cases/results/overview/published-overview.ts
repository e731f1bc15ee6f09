import { districts } from '#city/city.ts';
import { publishedSample } from '#core/analysis/published-sample.ts';
import {
  fewestSufficient,
  type SampleLimits,
  sampleLimits,
  weakestOf,
} from '#core/flagging/power/detectable.ts';
import type { LocalisedText } from '#core/language.ts';
import { type ComparisonCount, comparisonCounts } from '#core/publication/comparison-counts.ts';
import type { PublicationDocument } from '#core/publication/document.ts';
import { leadingEstimates, leadingFlags } from '#core/publication/leading-figures.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import type { PublishedIndicator } from '#core/publication/published-indicator.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import { readOnce } from '../published/read-once.ts';
import {
  type DistrictLine,
  districtLines,
  type NewReason,
  newReasons,
  watchedDistricts,
} from './act-lines.ts';
import { type OtherDifferences, otherDifferences } from './other-differences.ts';
import { type MatrixRow, signMatrix } from './sign-matrix.ts';
import { type WhatChanged, whatChanged } from './what-changed.ts';

/** The smallest differences that this wave usually shows where the fewest answered. */
export interface Detectable {
  /** Shares, 0–1; null where the sample is too small for any comparison. */
  limits: Pick<SampleLimits['districts'][number], 'respondents' | 'level' | 'change'> | null;
  /** The share that the limits were computed for. */
  share: number;
  /** Fewest answers of a district with which it can be judged. */
  fewest: number;
}

/** What one publication says of where to act, without any other wave. */
export interface PublishedOverview {
  lines: DistrictLine[];
  /** What was not there in the wave before. */
  news: NewReason[];
  watched: number[];
  counts: ComparisonCount[];
  detectable: Detectable;
  changed: WhatChanged;
  headlines: { indicator: HeadlineIndicator; city: PublishedEstimate | null }[];
  matrix: MatrixRow[];
  others: OtherDifferences[];
  wishes: ReadonlyMap<number, DistrictWants>;
}

/** What people want done most at the unsafe places of a district, most wanted first. */
export interface DistrictWants {
  wishes: LocalisedText[];
  /** Who called a place there unsafe and knows it, rounded down to 10; null for fewer than 10. */
  people: number | null;
}

export type HeadlineIndicator = Pick<PublishedIndicator, 'id' | 'kind' | 'direction' | 'name' | 'base'>;

/** As many as a line has room for. */
const wishesTold = 3;

export const publishedOverview = readOnce(readOverview);

function readOverview(publication: PublicationDocument): PublishedOverview {
  const numbers = districts.map(({ number }) => number);
  const figure = figureReader(publication, numbers);
  const lines = districtLines(publication);
  const { rule } = publication.method;
  const leading = { indicators: publication.indicators, flags: leadingFlags(publication) };
  return {
    lines,
    news: newReasons(lines),
    watched: watchedDistricts(publication, lines),
    counts: comparisonCounts(publication),
    detectable: detectable(publication),
    changed: whatChanged(leading, figure, { rule, districts: numbers }),
    headlines: publication.indicators
      .filter(({ headline }) => headline)
      .map(({ id, kind, direction, name, base }) => ({
        indicator: { id, kind, direction, name, base },
        city: figure(id, 'city'),
      })),
    matrix: signMatrix(publication, figure, numbers),
    others: otherDifferences(publication, figure, numbers),
    wishes: wishesOf(publication),
  };
}

/** The figures that lead, of the city and its districts. */
function figureReader(publication: PublicationDocument, numbers: readonly number[]) {
  const domains = new Set(['city', ...numbers.map(districtKey)]);
  const found = new Map<string, PublishedEstimate>();
  for (const estimate of leadingEstimates(publication)) {
    if (domains.has(estimate.domain)) found.set(`${estimate.indicator} ${estimate.domain}`, estimate);
  }
  return (indicator: string, domain: string) => found.get(`${indicator} ${domain}`) ?? null;
}

function wishesOf({ districtWishes, placeAnswers }: PublicationDocument): ReadonlyMap<number, DistrictWants> {
  const labels = new Map(placeAnswers.fixes.map(({ code, label }) => [code, label]));
  return new Map(
    districtWishes.map(({ district, people, wishes }) => [
      district,
      { people, wishes: wishes.flatMap(({ code }) => labels.get(code) ?? []).slice(0, wishesTold) },
    ]),
  );
}

function detectable(publication: PublicationDocument): Detectable {
  const sample = publishedSample(publication);
  const weakest = weakestOf(sampleLimits(sample).districts);
  const { respondents, level, change, levelRollingYear, changeRollingYear, isSufficient } = weakest;
  const limits = publication.rollingYear?.leads
    ? { respondents, level: levelRollingYear, change: changeRollingYear }
    : { respondents, level, change };
  return {
    limits: isSufficient ? limits : null,
    share: sample.share,
    fewest: fewestSufficient(sample),
  };
}
