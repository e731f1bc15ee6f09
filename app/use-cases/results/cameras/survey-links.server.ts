import type { PublishedFlag } from '#core/flagging/flag.ts';
import type { LocalisedText } from '#core/language.ts';
import type { PublishedPlace } from '#core/places/place.ts';
import { leadingFlags } from '#core/publication/leading-figures.ts';
import type { ResultsDatabase } from '#db/results/database.ts';
import { evidenceOf, type FlagEvidence, isRaised } from '../flag-evidence.server.ts';
import {
  newestWave,
  publicationById,
  type WaveSummary,
  waveSummary,
} from '../published/published-results.server.ts';

/** What of a publication a proposal rests on: a flag or a place. */
export interface SurveyLink {
  publicationId: string;
  flag: string | null;
  placeId: string | null;
}

/** Which flag of its publication: no two of one publication have the same. */
export function flagKey({ indicator, kind, basis, district, group }: PublishedFlag): string {
  return [indicator, kind, basis, district, group ?? ''].join('|');
}

/**
 * What a form names: `flag:<publication>:<key>` or `place:<publication>:<id>`; null when no publication has
 * it.
 */
export function surveyLinkOf(database: ResultsDatabase, chosen: string): SurveyLink | null {
  const [, kind, publicationId = '', id = ''] = /^(flag|place):([^:]+):(.+)$/s.exec(chosen) ?? [];
  const publication = publicationById(database, publicationId);
  if (!publication) return null;
  if (kind === 'place') {
    const isThere = publication.places.some(({ placeId }) => placeId === id);
    return isThere ? { publicationId, flag: null, placeId: id } : null;
  }
  const isThere = publication.flags.some((flag) => flagKey(flag) === id);
  return isThere ? { publicationId, flag: id, placeId: null } : null;
}

/** The name that a form has for a link. */
export function nameOfLink({ publicationId, flag, placeId }: SurveyLink): string {
  return flag === null ? `place:${publicationId}:${placeId}` : `flag:${publicationId}:${flag}`;
}

/** What the newest publication says of a district and its places, for a form to choose from. */
export function offeredSurvey(
  database: ResultsDatabase,
  district: number,
): { summary: WaveSummary; flags: (FlagEvidence & { key: string })[]; places: PublishedPlace[] } | null {
  const summary = newestWave(database);
  const publication = summary && publicationById(database, summary.publicationId);
  if (!summary || !publication) return null;
  const own = leadingFlags(publication).filter((flag) => flag.district === district);
  return {
    summary,
    flags: evidenceOf(database, publication, own)
      .filter(isRaised)
      .map((evidence) => ({ ...evidence, key: flagKey(evidence.flag) })),
    places: publication.places.filter((place) => place.district === district),
  };
}

/** What a linked publication says: the flag with its figure, or the place with its counts. */
export interface SurveyEvidence {
  summary: WaveSummary;
  publicationId: string;
  flag: FlagEvidence | null;
  place: PublishedPlace | null;
  /** Leading reasons at the place and what would help there most, most frequent first. */
  reasons: LocalisedText[];
  fixes: LocalisedText[];
}

export function surveyEvidence(
  database: ResultsDatabase,
  { publicationId, flag, placeId }: SurveyLink,
): SurveyEvidence | null {
  const publication = publicationById(database, publicationId);
  const summary = publication && waveSummary(database, publication.wave.waveId);
  if (!publication || !summary) return null;
  const flags = publication.flags.filter((each) => flag !== null && flagKey(each) === flag);
  const place = publication.places.find((each) => each.placeId === placeId) ?? null;
  const { reasons, fixes } = publication.placeAnswers;
  const words = (counted: readonly { code: number }[], answers: typeof reasons) =>
    counted.flatMap(({ code }) => answers.find((answer) => answer.code === code)?.label ?? []);
  return {
    summary,
    publicationId,
    flag: evidenceOf(database, publication, flags)[0] ?? null,
    place,
    reasons: words(place?.reasons ?? [], reasons),
    fixes: words(place?.fixes ?? [], fixes),
  };
}
