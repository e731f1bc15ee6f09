import { districts } from '#city/city.ts';
import { minimumBase } from '../../estimation/intervals/minimum-base.ts';
import { seasonOfWave } from '../../fieldwork/wave-id.ts';
import type { PublishedFlag } from '../../flagging/flag.ts';
import type { PublishedComparisons } from '../../flagging/published-comparisons.ts';
import { isProblem } from '../../flagging/status.ts';
import { districtKey } from '../../sampling/stratum.ts';
import type { PublicationDocument } from '../document.ts';
import type { PublishedDistribution } from '../published-distribution.ts';
import type { PublishedEstimate } from '../published-estimate.ts';
import { emptyCells } from './empty-cells.ts';
import { flagFault } from './flag-fault.ts';
import { placeFault, wishesFault } from './place-fault.ts';

/** The rule that figures of a publication break, and which figure. */
export interface Nonsense {
  rule: string;
  where: string;
}

/**
 * The first figure of a publication that cannot be what `suppress` makes: an interval that does not hold its
 * value, a share outside 0–1, a flag that does not follow from its test, a correction without its note. Null
 * when there is none. The signature says who made a document; this says that it is not nonsense all the same.
 */
export function nonsenseIn(document: PublicationDocument): Nonsense | null {
  return (
    nonsenseInHead(document) ??
    firstOf(document.estimates, (estimate) => nonsenseInEstimate(document, estimate)) ??
    firstOf(document.estimates, ({ n, ...estimate }) =>
      (n ?? 0) <= document.wave.respondents
        ? null
        : { rule: 'base-above-respondents', where: nameOf(estimate) },
    ) ??
    repeated(document.estimates.map(nameOf), 'estimate-repeated') ??
    missing(document.estimates) ??
    nonsenseInYear(document) ??
    firstOf(document.comparisons, (counted) => nonsenseInCounts(document, counted)) ??
    firstOf(document.distributions, nonsenseInDistribution) ??
    repeated(
      document.distributions.map(({ variable, domain }) => `${variable} ${domain}`),
      'distribution-repeated',
    ) ??
    withoutFigures(document) ??
    firstOf(document.flags, (flag) => nonsenseInFlag(document, flag)) ??
    firstOf(document.places, (place) =>
      named(
        isDistrict(place.district ?? 1) ? placeFault(document, place) : 'district-unknown',
        place.placeId,
      ),
    ) ??
    repeated(
      document.places.map(({ placeId }) => placeId),
      'place-repeated',
    ) ??
    firstOf(document.districtWishes, (wishes) =>
      named(
        isDistrict(wishes.district) ? wishesFault(document, wishes) : 'district-unknown',
        `wishes ${wishes.district}`,
      ),
    ) ??
    repeated(
      document.districtWishes.map(({ district }) => `wishes ${district}`),
      'wishes-repeated',
    )
  );
}

function nonsenseInHead(document: PublicationDocument): Nonsense | null {
  const { publicationId, number, replaces, correctionNote, wave, indicators } = document;
  const season = seasonOfWave(wave.waveId);
  const isCorrection = replaces !== null;
  const rules: [string, boolean][] = [
    ['id-not-of-wave', publicationId === `${wave.waveId}.${number}`],
    ['season-not-of-wave', season?.year === wave.year && season.season === wave.season],
    ['fieldwork-ends-before-it-begins', wave.fieldworkFrom <= wave.fieldworkTo],
    ['first-replaces-another', number > 1 || !isCorrection],
    ['correction-replaces-nothing', number === 1 || replaces === `${wave.waveId}.${number - 1}`],
    ['correction-without-note', isCorrection === ((correctionNote ?? '').trim() !== '')],
    ['respondents-not-rounded', wave.respondents % 10 === 0],
  ];
  const broken = rules.find(([, holds]) => !holds);
  if (broken) return { rule: broken[0], where: publicationId };
  return repeated(
    indicators.map(({ id }) => id),
    'indicator-repeated',
  );
}

function named(rule: string | null, where: string): Nonsense | null {
  return rule === null ? null : { rule, where };
}

function nonsenseInFlag(document: PublicationDocument, flag: PublishedFlag): Nonsense | null {
  const rule = flagFault(document, flag);
  const { kind, indicator, district, group } = flag;
  return rule ? { rule, where: [kind, indicator, district, group ?? ''].join(' ').trim() } : null;
}

function nonsenseInYear(document: PublicationDocument): Nonsense | null {
  const { rollingYear, wave } = document;
  if (!rollingYear) return null;
  const where = `${rollingYear.pooledWith} ${wave.waveId}`;
  if (rollingYear.pooledWith >= wave.waveId) return { rule: 'year-with-later-wave', where };
  return (
    firstOf(rollingYear.estimates, (estimate) => nonsenseInEstimate(document, estimate)) ??
    repeated(rollingYear.estimates.map(nameOf), 'estimate-repeated') ??
    missing(rollingYear.estimates)
  );
}

/**
 * A test that decides and could not be made is listed as a flag without evidence: there are as many as were
 * counted. Of a change it is listed once, as a deterioration, and counted for the improvement as well.
 */
function nonsenseInCounts(
  { flags }: PublicationDocument,
  { kind, leads, made, insufficient }: PublishedComparisons,
): Nonsense | null {
  const own = flags.filter((flag) => flag.kind === kind && flag.leads === leads);
  const raised = own.filter(({ severity }) => severity !== 'insufficient').length;
  const listedAs = isProblem(kind) ? kind : 'deterioration';
  const withheld = flags.filter(
    (flag) => flag.kind === listedAs && flag.leads === leads && flag.severity === 'insufficient',
  ).length;
  const fits = raised <= made && (!leads || withheld === insufficient);
  return fits
    ? null
    : { rule: 'flags-against-comparisons', where: `${kind} ${leads ? 'leading' : 'beside'}` };
}

/**
 * The most that a figure of the indicator can be, 0 being the least; null when the publication does not list
 * it.
 */
function mostOf(document: PublicationDocument, indicator: string): number | null {
  const kind = document.indicators.find(({ id }) => id === indicator)?.kind;
  return kind === undefined ? null : kind === 'share' ? 1 : 100;
}

function nonsenseInEstimate(document: PublicationDocument, estimate: PublishedEstimate): Nonsense | null {
  const most = mostOf(document, estimate.indicator);
  const where = nameOf(estimate);
  if (most === null) return { rule: 'indicator-unknown', where };
  const rule =
    estimate.quality === 'suppressed'
      ? hiddenFault(estimate)
      : shownFault(estimate, most, document.wave.waveId);
  if (rule) return { rule, where };
  return isDomain(estimate.domain) ? null : { rule: 'district-unknown', where };
}

const hiddenReasons = ['few-respondents', 'few-answers', 'complementary', 'differencing'];

function hiddenFault(estimate: PublishedEstimate): string | null {
  const { value, standardError, lower, upper, n, designEffect, versusRest, change, rankRange, reason } =
    estimate;
  const told = [value, standardError, lower, upper, n, designEffect, versusRest, change, rankRange];
  if (told.some((each) => each !== null)) return 'hidden-figure-is-told';
  return reason !== null && hiddenReasons.includes(reason) ? null : 'hidden-without-reason';
}

function shownFault(estimate: PublishedEstimate, most: number, waveId: string): string | null {
  const { value, lower, upper, n, versusRest, change, rankRange, reason, quality } = estimate;
  if (value === null || lower === null || upper === null || n === null) return 'figure-without-evidence';
  if (value < 0 || value > most) return 'value-out-of-range';
  // Intervals of means are symmetric, and may reach beyond 0 and 100.
  if (most === 1 && (lower < 0 || upper > 1)) return 'interval-out-of-range';
  if (!(lower <= value && value <= upper)) return 'value-outside-interval';
  if (n % 10 !== 0) return 'base-not-rounded';
  if ((quality === 'good') !== (reason === null)) return 'quality-against-reason';
  if (reason !== null && hiddenReasons.includes(reason)) return 'quality-against-reason';
  if (versusRest && !isWithin(versusRest, most)) return 'difference-outside-interval';
  if (change && !isWithin(change, most)) return 'change-outside-interval';
  if (change && !(change.against < waveId)) return 'change-against-later-wave';
  const ranks = rankRange ?? { from: 1, to: 1 };
  return 1 <= ranks.from && ranks.from <= ranks.to && ranks.to <= districts.length
    ? null
    : 'ranks-out-of-range';
}

function isWithin(
  { difference, lower, upper }: { difference: number; lower: number; upper: number },
  most: number,
): boolean {
  return lower <= difference && difference <= upper && Math.abs(difference) <= most;
}

/**
 * Also a figure that is not shown has its place: where one is missing beside others of its indicator and its
 * domain, it was taken out.
 */
function missing(estimates: readonly PublishedEstimate[]): Nonsense | null {
  const [first] = emptyCells(estimates);
  return first ? { rule: 'estimate-missing', where: nameOf(first) } : null;
}

/** A district of which answers or respondents are told has figures too. */
function withoutFigures({ estimates, distributions, outcomes }: PublicationDocument): Nonsense | null {
  const known = new Set(estimates.map(({ domain }) => domain));
  const told = [...distributions, ...outcomes.filter(({ complete }) => complete >= minimumBase)];
  return firstOf(told, ({ domain }) =>
    known.has(domain) ? null : { rule: 'district-without-figures', where: domain },
  );
}

/** As far as shares that are rounded to 0.001 may miss a sum. */
const shareRounding = 0.0005 + 1e-9;

/**
 * The shares of a question's answers are parts of one whole: all of them together, and not more without those
 * that are hidden.
 */
function sharesFault(answers: PublishedDistribution['answers']): string | null {
  const shown = answers.flatMap(({ share }) => share ?? []);
  const sum = shown.reduce((total, share) => total + share, 0);
  if (sum > 1 + shown.length * shareRounding) return 'shares-above-one';
  const isWhole = shown.length === answers.length;
  return isWhole && sum < 1 - shown.length * shareRounding ? 'shares-below-one' : null;
}

function nonsenseInDistribution({ variable, domain, n, answers }: PublishedDistribution): Nonsense | null {
  const where = `${variable} ${domain}`;
  if (!isDomain(domain)) return { rule: 'district-unknown', where };
  if (n !== null && n % 10 !== 0) return { rule: 'base-not-rounded', where };
  const shares = sharesFault(answers);
  if (shares) return { rule: shares, where };
  const twice = repeated(
    answers.map(({ code }) => `${where} ${code}`),
    'answer-repeated',
  );
  if (twice) return twice;
  return firstOf(answers, ({ code, share, lower, upper }) => {
    const told = [share, lower, upper].filter((each) => each !== undefined && each !== null);
    if (share === null && told.length > 0)
      return { rule: 'hidden-figure-is-told', where: `${where} ${code}` };
    const holds = share === null || ((lower ?? share) <= share && share <= (upper ?? share));
    return holds ? null : { rule: 'value-outside-interval', where: `${where} ${code}` };
  });
}

function isDomain(domain: string): boolean {
  const first = domain.split('|')[0] ?? '';
  return !/^D\d/.test(first) || districts.some(({ number }) => districtKey(number) === first);
}

function isDistrict(number: number): boolean {
  return districts.some((district) => district.number === number);
}

function nameOf({ indicator, domain }: { indicator: string; domain: string }): string {
  return `${indicator} ${domain}`;
}

function repeated(names: readonly string[], rule: string): Nonsense | null {
  const seen = new Set<string>();
  const twice = names.find((name) => seen.has(name) || !seen.add(name));
  return twice === undefined ? null : { rule, where: twice };
}

function firstOf<Item>(items: readonly Item[], judge: (item: Item) => Nonsense | null): Nonsense | null {
  for (const item of items) {
    const nonsense = judge(item);
    if (nonsense) return nonsense;
  }
  return null;
}
