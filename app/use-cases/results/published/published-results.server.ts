import { districts } from '#city/city.ts';
import type { DomainKey } from '#core/estimation/estimate.ts';
import type { PublishedWave } from '#core/fieldwork/published-wave.ts';
import type { PublishedFlag } from '#core/flagging/flag.ts';
import { type PublicationDocument, storedPublicationForm } from '#core/publication/document.ts';
import { leadingFlags } from '#core/publication/leading-figures.ts';
import type { PublishedEstimate } from '#core/publication/published-estimate.ts';
import { fingerprintOf } from '#core/publication/signed-file.ts';
import { districtKey } from '#core/sampling/stratum.ts';
import { readStored } from '#core/text/stored-json.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import type { PublicationHead } from '#db/results/queries/publications.ts';
import { type DomainProfile, figureOf, profileOf } from './published-figures.ts';
import { readOnce } from './read-once.ts';

/** A wave as its newest publication tells it. */
export interface WaveSummary {
  wave: PublishedWave;
  publicationId: string;
  number: number;
  /** Of the file that carried it with its signature. */
  sha256: string;
  /** SHA-256 of the public key that signed it. */
  signedWith: string;
  receivedAt: number;
  /** The publication that this one corrects, and why; null for a first publication. */
  replaced: { publicationId: string; note: string | null } | null;
}

/** Every published wave by its newest publication, newest wave first; the same list until another arrives. */
export function waves(database: ResultsDatabase): readonly WaveSummary[] {
  return summariesOf(database.publications.heads());
}

const summariesOf = readOnce((heads: readonly PublicationHead[]): readonly WaveSummary[] => {
  const seen = new Set<string>();
  return heads.filter(({ waveId }) => !seen.has(waveId) && seen.add(waveId)).map(summaryOf);
});

export function newestWave(database: ResultsDatabase): WaveSummary | null {
  return waves(database)[0] ?? null;
}

export function waveSummary(database: ResultsDatabase, waveId: string): WaveSummary | null {
  return waves(database).find(({ wave }) => wave.waveId === waveId) ?? null;
}

function summaryOf(head: PublicationHead): WaveSummary {
  const { wave, publicationId, number, sha256, receivedAt, replaces, correctionNote } = head;
  const replaced = replaces === null ? null : { publicationId: replaces, note: correctionNote };
  const signedWith = fingerprintOf(head.publicKey);
  return { wave, publicationId, number, sha256, signedWith, receivedAt, replaced };
}

/**
 * Parsed documents kept in memory: a city looks at its newest waves. A publication never changes, so none
 * goes stale.
 */
export const documentsKept = 6;
const parsedDocuments = new WeakMap<ResultsDatabase, Map<string, PublicationDocument>>();

/**
 * The newest publication of a wave, whole; null when the wave is not published. Not to be changed: it is
 * shared.
 */
export function publicationOf(database: ResultsDatabase, waveId: string): PublicationDocument | null {
  const publicationId = database.publications.headsOfWave(waveId).at(-1)?.publicationId;
  return publicationId === undefined ? null : publicationById(database, publicationId);
}

/** Any publication, also one that has been replaced. */
export function publicationById(
  database: ResultsDatabase,
  publicationId: string,
): PublicationDocument | null {
  const documents = parsedDocuments.get(database) ?? new Map<string, PublicationDocument>();
  parsedDocuments.set(database, documents);
  let document = documents.get(publicationId);
  if (!document) {
    const text = database.publications.documentText(publicationId);
    if (text === undefined) return null;
    document = readStored(storedPublicationForm, text, `publications.document of ${publicationId}`);
  }
  documents.delete(publicationId);
  documents.set(publicationId, document);
  const oldest = documents.keys().next().value;
  if (documents.size > documentsKept && oldest !== undefined) documents.delete(oldest);
  return document;
}

/**
 * One indicator in each of the 18 districts, by number; null where the publication has no such figure. Of a
 * publication that is not in memory the rows of figures are read, and never the whole document.
 */
export function indicatorAcrossDistricts(
  database: ResultsDatabase,
  waveId: string,
  indicator: string,
): { district: number; estimate: PublishedEstimate | null }[] {
  return districts.map(({ number }) => ({
    district: number,
    estimate: publishedEstimate(database, waveId, indicator, districtKey(number)),
  }));
}

/** One figure of a wave: `domain` is `city`, `D01`, `D01|sex:F`, … */
export function publishedEstimate(
  database: ResultsDatabase,
  waveId: string,
  indicator: string,
  domain: DomainKey,
): PublishedEstimate | null {
  const publicationId = database.publications.headsOfWave(waveId).at(-1)?.publicationId;
  if (publicationId === undefined) return null;
  const kept = parsedDocuments.get(database)?.get(publicationId);
  return kept
    ? figureOf(kept, indicator, domain)
    : database.estimates.estimate(publicationId, indicator, domain);
}

export interface TrendPoint {
  wave: PublishedWave;
  estimate: PublishedEstimate;
}

/** Trends by figure, for as long as the list of publications stays the same. */
const trendsOf = readOnce((_: readonly PublicationHead[]) => new Map<string, readonly TrendPoint[]>());
const trendsKept = 1000;

/** One figure over all published waves, oldest first. */
export function trend(
  database: ResultsDatabase,
  indicator: string,
  domain: DomainKey,
): readonly TrendPoint[] {
  const heads = database.publications.heads();
  const trends = trendsOf(heads);
  const key = `${indicator} ${domain}`;
  const known = trends.get(key);
  if (known) return known;
  const waveOf = new Map(heads.map(({ publicationId, wave }) => [publicationId, wave]));
  const points = database.estimates.overWaves(indicator, domain).flatMap(({ publicationId, estimate }) => {
    const wave = waveOf.get(publicationId);
    return wave ? [{ wave, estimate }] : [];
  });
  if (trends.size >= trendsKept) trends.clear();
  trends.set(key, points);
  return points;
}

/** Published waves that did not ask an indicator, oldest first: nobody in the whole city has an answer. */
export function wavesWithout(database: ResultsDatabase, indicator: string): PublishedWave[] {
  const asked = new Set(database.estimates.overWaves(indicator, 'city').map(({ waveId }) => waveId));
  return waves(database)
    .map(({ wave }) => wave)
    .filter(({ waveId }) => !asked.has(waveId))
    .reverse();
}

/** All that a publication says about one domain: its own figures and those of its parts (sex, age, …). */
export function domainProfile(database: ResultsDatabase, waveId: string, domain: DomainKey): DomainProfile {
  return profileOf(publicationOf(database, waveId) ?? { estimates: [] }, domain);
}

/** `domainProfile` of a district by its number. */
export function districtProfile(database: ResultsDatabase, waveId: string, district: number): DomainProfile {
  return domainProfile(database, waveId, districtKey(district));
}

/**
 * Flags of a wave that decide: what needs intervention first, then alerts, watches, recovering, insufficient;
 * then by district.
 */
export function flagsOf(database: ResultsDatabase, waveId: string): readonly PublishedFlag[] {
  const publication = publicationOf(database, waveId);
  return publication ? flagsInOrder(publication) : [];
}

const flagsInOrder = readOnce((publication: PublicationDocument): readonly PublishedFlag[] =>
  leadingFlags(publication).sort(byUrgency),
);

function byUrgency(a: PublishedFlag, b: PublishedFlag): number {
  return urgency(a) - urgency(b) || a.district - b.district || a.indicator.localeCompare(b.indicator, 'en');
}

const severities = ['alert', 'watch', 'none', 'insufficient'] as const;

function urgency({ needsIntervention, severity }: PublishedFlag): number {
  return (needsIntervention ? 0 : 10) + severities.indexOf(severity);
}
