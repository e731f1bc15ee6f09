import { minimumBase } from '../estimation/intervals/minimum-base.ts';
import type { PublicationDocument } from '../publication/document.ts';
import type { ExactEstimate, ExactPublication } from '../publication/exact-publication.ts';
import { emptyCells } from '../publication/nonsense/empty-cells.ts';
import type { PublishedEstimate, QualityReason } from '../publication/published-estimate.ts';
import { hiddenCells } from './cell-suppression/hidden-cells.ts';
import { estimateKey } from './cell-suppression/linked-groups.ts';
import type { ReplacedPublication } from './cell-suppression/primary.ts';
import { hiddenEstimate } from './hidden-estimate.ts';
import { publishableMentionCells } from './mention-cells.ts';
import { publishableParallelSample } from './parallel-samples.ts';
import { publishableOutcomes, publishableWave } from './people-counts.ts';
import { publishablePlaces, publishableWishes } from './place-counts.ts';
import { publicFigures } from './public-figures.ts';
import { publishableYear } from './publishable-rolling-year.ts';
import { publishableTests } from './publishable-tests.ts';
import { publishableDistribution } from './published-answers.ts';
import { roundEstimate } from './rounding.ts';

declare const suppressedBrand: unique symbol;

/**
 * A publication that may leave the firm. Only `suppress` makes one; it is frozen, so it stays what was
 * checked.
 */
export type SuppressedPublication = PublicationDocument & { readonly [suppressedBrand]: true };

const made = new WeakSet<object>();

/** Whether this very object came out of `suppress`: a copy, or a cast, did not. */
export function isSuppressed(document: PublicationDocument): document is SuppressedPublication {
  return made.has(document);
}

/** What is public already, from which hidden figures could be worked out. */
export interface SuppressOptions {
  /** Publications of earlier waves: a change is shown only when the earlier figure is public too. */
  earlier?: readonly PublicationDocument[];
  /** Required when it replaces a publication. */
  replaced?: ReplacedPublication;
}

/**
 * Disclosure control of a whole publication (method 3.8): primary suppression, complementary suppression over
 * the linked table of districts, city, subgroups, answers and indicators until the feasibility audit finds
 * every hidden content open by 5 people or more, the same against the publication that this one corrects, and
 * rounding. Flags, changes, ranks and comparisons that would repeat a hidden figure go with it.
 *
 * @param exact  exact figures and bases, as `composePublication` makes them; not changed
 * @throws when it replaces a publication that is not given
 */
export function suppress(exact: ExactPublication, options: SuppressOptions = {}): SuppressedPublication {
  const replaced = options.replaced ?? null;
  if (exact.replaces !== (replaced?.published.publicationId ?? null)) {
    throw new Error('`suppress` requires the publication that it replaces');
  }
  const { reasons } = hiddenCells(exact, replaced);
  const empty = emptyCells(exact.estimates);
  for (const { indicator, domain } of empty) reasons.set(estimateKey(indicator, domain), 'few-respondents');
  const complements = [...reasons.values()].filter((reason) => reason === 'complementary').length;
  const isShown = (indicator: string, domain: string): boolean =>
    !reasons.has(estimateKey(indicator, domain));
  const earlier = options.earlier ?? [];
  const { mentionCells, parallelSamples, unflagged: _unflagged, ...rest } = exact;
  const shownTests = publishableTests(exact, isShown, earlier);
  const document: PublicationDocument = {
    ...rest,
    wave: publishableWave(exact.wave),
    method: {
      ...exact.method,
      suppression: {
        minimumN: minimumBase,
        suppressed: reasons.size - complements,
        complementary: complements,
      },
    },
    estimates: [
      ...publishableEstimates(exact, reasons, earlier),
      ...empty.map(({ indicator, domain }) => hiddenEstimate(indicator, domain, 'few-respondents')),
    ],
    rollingYear: exact.rollingYear && publishableYear(exact.rollingYear, exact, isShown, earlier),
    distributions: exact.distributions.map((distribution) => publishableDistribution(distribution, reasons)),
    ...shownTests,
    places: publishablePlaces(exact, replaced?.published ?? null),
    districtWishes: publishableWishes(exact, replaced?.published ?? null),
    mentionCells: publishableMentionCells(mentionCells, replaced),
    outcomes: publishableOutcomes(exact.outcomes),
    ...(parallelSamples && {
      parallelSamples: parallelSamples.map((sample) =>
        publishableParallelSample(sample, { exact, isShown, replaced }),
      ),
    }),
  };
  const publication = deepFreeze(structuredClone(document)) as SuppressedPublication;
  made.add(publication);
  return publication;
}

function publishableEstimates(
  exact: ExactPublication,
  reasons: Map<string, QualityReason>,
  earlier: readonly PublicationDocument[],
): PublishedEstimate[] {
  const kinds = new Map(exact.indicators.map(({ id, kind }) => [id, kind]));
  const reasonOf = ({ indicator, domain }: ExactEstimate) => reasons.get(estimateKey(indicator, domain));
  const unranked = new Set(
    exact.estimates
      .filter((estimate) => /^D\d\d$/.test(estimate.domain) && reasonOf(estimate))
      .map(({ indicator }) => indicator),
  );
  const wasPublic = publicFigures(earlier);
  return exact.estimates.map((estimate) => {
    const reason = reasonOf(estimate);
    const { indicator, domain, change } = estimate;
    if (reason) return hiddenEstimate(indicator, domain, reason);
    const isChangePublic = change && wasPublic(change.against, indicator, domain) === true;
    const shown = {
      ...estimate,
      change: isChangePublic ? change : null,
      rankRange: unranked.has(indicator) ? null : estimate.rankRange,
    };
    return roundEstimate(shown, kinds.get(indicator) ?? 'share');
  });
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value)) deepFreeze(item);
  }
  return value;
}
